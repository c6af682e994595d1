import type { DemoCase } from '#demo/DemoCase.ts'

/** New headache, jaw claudication and a moment of blurred vision: the steroid does not wait for the biopsy. */
export const headacheJawAndBlurredVision = {
  slug: 'headache-jaw-and-blurred-vision',
  language: 'es',
  mode: 'ask',
  hoursAgo: 520,
  asker: { key: 'asker', specialty: 'family-medicine', country: 'ES' },
  doctors: [
    { key: 'rheumatology-uk', specialty: 'rheumatology', country: 'GB', name: 'Dr Morwenna Tresillick' },
    { key: 'ophthalmology-spain', specialty: 'ophthalmology', country: 'ES' },
    { key: 'internal-us', specialty: 'internal-medicine', country: 'US' },
    { key: 'rheumatology-mexico', specialty: 'rheumatology', country: 'MX' },
  ],
  question: {
    en: 'New headache, jaw claudication and 10 minutes of blurred vision yesterday: steroid tonight, or wait for the biopsy?',
    es: 'Cefalea nueva, claudicación mandibular y 10 minutos de visión borrosa ayer: ¿corticoide esta noche o espero a la biopsia?',
  },
  questionTypes: ['how-to-treat', 'refer-or-not'],
  specialties: ['rheumatology', 'ophthalmology'],
  urgency: 'hours',
  patient: { ageBand: '75-79', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Temporal headache for 3 weeks, jaw pain on chewing, scalp sore on combing. Yesterday the right eye blurred for 10 min and cleared.',
      es: 'Cefalea temporal de 3 semanas, dolor mandibular al masticar, molestia al peinarse. Ayer visión borrosa del ojo derecho 10 min, recuperó.',
    },
    history: {
      en: 'Type 2 diabetes, hypertension. Stiff shoulders in the mornings for 2 months. Lost 4 kg.',
      es: 'Diabetes tipo 2, hipertensión. Rigidez matutina de hombros desde hace 2 meses. Ha perdido 4 kg.',
    },
    medicines: { en: 'Metformin 850 mg twice daily, enalapril 10 mg.', es: 'Metformina 850 mg dos veces al día, enalapril 10 mg.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Right temporal artery thick, tender, weak pulse. Equal pupils, no afferent defect. Fields full to confrontation.',
      es: 'Arteria temporal derecha engrosada, dolorosa, pulso débil. Pupilas iguales, sin defecto aferente. Campos normales por confrontación.',
    },
    resources: {
      en: 'Health centre, bloods tomorrow. Hospital at 40 min; ophthalmologist on call, rheumatology in the mornings.',
      es: 'Centro de salud, analítica mañana. Hospital a 40 min; oftalmólogo de guardia, reumatología por las mañanas.',
    },
  },
  vitals: [
    { code: 'temperature', value: '37.4' },
    { code: 'systolic', value: '142' },
    { code: 'diastolic', value: '78' },
    { code: 'heart-rate', value: '84' },
  ],
  labs: [],
  suspicions: [
    { en: 'Giant cell arteritis', es: 'Arteritis de células gigantes' },
    { en: 'Transient ischaemic attack', es: 'Accidente isquémico transitorio' },
  ],
  images: [
    {
      file: 'headache-jaw-and-blurred-vision-halo.svg',
      caption: {
        en: 'Sketch of what we look for: cross-section of the temporal artery with a dark halo.',
        es: 'Esquema de lo que se busca: corte de la arteria temporal con halo oscuro.',
      },
      kind: 'drawing',
    },
  ],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'steroid-tonight',
      at: 11,
      by: 'rheumatology-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Steroid tonight. She has had a visual warning: intravenous methylprednisolone 500 mg to 1 g daily for 3 days if she can have it now; if that costs hours, prednisolone 60 mg by mouth at once. The biopsy stays readable for 1–2 weeks.',
        es: 'Corticoide esta noche. Ya hubo aviso visual: metilprednisolona intravenosa de 500 mg a 1 g al día, 3 días, si puede ser ahora; si eso cuesta horas, prednisona 60 mg por vía oral de inmediato. La biopsia sigue siendo valorable 1–2 semanas.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'diplopia',
      at: 19,
      by: 'ophthalmology-spain',
      kind: 'question-back',
      language: 'es',
      text: {
        en: 'Double vision at any time? Has she eaten, and what is her capillary glucose?',
        es: '¿Diplopía en algún momento? ¿Ha cenado, y qué glucemia capilar tiene?',
      },
    },
    {
      id: 'no-diplopia',
      at: 24,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'No double vision. Glucose 151 mg/dL. Prednisone 60 mg taken here; ambulance on its way.',
        es: 'Sin diplopía. Glucemia 151 mg/dL. Ha tomado aquí prednisona 60 mg; ambulancia en camino.',
      },
      replyTo: 'diplopia',
    },
    {
      id: 'eye-on-call',
      at: 33,
      by: 'ophthalmology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'To the on-call ophthalmologist tonight: acuity, pupils, fundus. A normal disc does not exclude it. Untreated, the second eye can go within days. Ask for ESR, CRP and platelets before the second dose.',
        es: 'Al oftalmólogo de guardia esta noche: agudeza, pupilas, fondo. Una papila normal no la descarta. Sin tratar, el segundo ojo puede perderse en días. Pida VSG, PCR y plaquetas antes de la segunda dosis.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'ultrasound',
      at: 1290,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Fundus normal. Three pulses of methylprednisolone begun. Ultrasound this morning: halo in both temporal arteries. Glucose up to 290 mg/dL.',
        es: 'Fondo normal. Iniciados tres bolos de metilprednisolona. Ecografía esta mañana: halo en ambas arterias temporales. Glucemias de hasta 290 mg/dL.',
      },
      labs: [
        { name: { en: 'ESR', es: 'VSG' }, value: '92', unit: 'mm/h', range: '<30', flag: 'high' },
        { name: { en: 'C-reactive protein', es: 'Proteína C reactiva' }, value: '88', unit: 'mg/L', range: '<5', flag: 'high' },
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '512', unit: '×10⁹/L', range: '150–400', flag: 'high' },
        { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '10.9', unit: 'g/dL', range: '12.0–16.0', flag: 'low' },
      ],
    },
    {
      id: 'long-term',
      at: 1345,
      by: 'internal-us',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Plan the months now: insulin for the pulses, calcium, vitamin D and a bone agent, stomach protection if on aspirin. Screen for tuberculosis and hepatitis B before tocilizumab.',
        es: 'Planifique ya los meses: insulina durante los bolos, calcio, vitamina D y un antirresortivo, protección gástrica si toma aspirina. Cribado de tuberculosis y hepatitis B antes de tocilizumab.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'aorta',
      at: 1402,
      by: 'rheumatology-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Compare the pressure in both arms and image the aorta once: large vessels are often involved.',
        es: 'Compare la presión en ambos brazos y tenga una imagen de la aorta: es frecuente que se afecten grandes vasos.',
      },
    },
  ],
  outcome: {
    at: 20200,
    finalDiagnosis: {
      en: 'Giant cell arteritis with transient visual loss; sight preserved',
      es: 'Arteritis de células gigantes con pérdida visual transitoria; visión conservada',
    },
    confirmedBy: 'pathology',
    course: {
      en: 'Biopsy on day 6 of steroid: giant cells, broken elastic lamina. Headache gone in 48 h. Prednisone 40 mg and falling, tocilizumab started. Acuity normal in both eyes.',
      es: 'Biopsia al día 6 de corticoide: células gigantes, lámina elástica rota. Sin cefalea a las 48 h. Prednisona 40 mg en descenso, tocilizumab iniciado. Agudeza normal en ambos ojos.',
    },
    learningPoint: {
      en: 'With a visual warning the steroid goes before the biopsy: the artery waits a week, the eye does not.',
      es: 'Con aviso visual, el corticoide va antes que la biopsia: la arteria espera una semana, el ojo no.',
    },
    helped: ['steroid-tonight', 'eye-on-call', 'long-term'],
  },
  seenBy: { doctors: 131, views: 318 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** Platelets 11 and fragments on the film where no plasma exchange exists: treat on suspicion, sample first. */
export const thromboticMicroangiopathy = {
  slug: 'thrombotic-microangiopathy',
  language: 'es',
  mode: 'ask',
  hoursAgo: 34,
  asker: { key: 'asker', specialty: 'internal-medicine', country: 'ES' },
  doctors: [
    { key: 'haematology-australia', specialty: 'hematology', country: 'AU', name: 'Dr Tamsin Okoro-Hale' },
    { key: 'nephrology-canada', specialty: 'nephrology', country: 'CA' },
    { key: 'infectious-spain', specialty: 'infectious-disease', country: 'ES', persona: 'specialist-spain' },
    { key: 'intensive-ireland', specialty: 'critical-care-medicine', country: 'IE' },
  ],
  question: {
    en: 'Platelets 11, fragments on film, confusion; no plasma exchange here: plasma and steroid before transfer?',
    es: 'Plaquetas 11, esquistocitos y confusión; aquí no hay recambio plasmático: ¿plasma y corticoide antes del traslado?',
  },
  questionTypes: ['what-next', 'how-to-treat'],
  specialties: ['hematology', 'critical-care-medicine', 'nephrology'],
  urgency: 'hours',
  patient: { ageBand: '35-39', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Tiredness and bruises for 6 days; since this morning confused on and off, one episode of slurred speech for 20 min.',
      es: 'Astenia y hematomas desde hace 6 días; desde la mañana confusión fluctuante, un episodio de disartria de 20 min.',
    },
    history: {
      en: 'Previously well. No diarrhoea, no bleeding, no cancer, no transplant.',
      es: 'Previamente sana. Sin diarrea, sangrado, cáncer ni trasplante.',
    },
    medicines: { en: 'None.', es: 'Ninguna.' },
    allergies: { en: 'Penicillin, rash in childhood.', es: 'Penicilina, exantema en la infancia.' },
    examination: {
      en: 'Pale, slightly yellow, petechiae on legs. Disoriented in time, no focal sign now. No spleen.',
      es: 'Pálida, subictérica, petequias en piernas. Desorientada en tiempo, sin focalidad ahora. Sin esplenomegalia.',
    },
    doneSoFar: { en: 'Plain CT of the head normal. Film read twice.', es: 'TC craneal sin contraste normal. Frotis visto dos veces.' },
    resources: {
      en: 'District hospital; plasma and methylprednisolone here. Apheresis at 3 h by road, bed accepted for tonight.',
      es: 'Hospital comarcal; hay plasma y metilprednisolona. Aféresis a 3 h por carretera, cama aceptada para esta noche.',
    },
  },
  vitals: [
    { code: 'temperature', value: '37.6' },
    { code: 'heart-rate', value: '104' },
    { code: 'systolic', value: '128' },
    { code: 'diastolic', value: '76' },
    { code: 'spo2', value: '97' },
    { code: 'gcs', value: '14' },
    { code: 'weight', value: '63' },
  ],
  labs: [
    { name: { en: 'Platelets', es: 'Plaquetas' }, value: '11', unit: '×10⁹/L', range: '150–400', flag: 'low' },
    { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '8.1', unit: 'g/dL', range: '12.0–16.0', flag: 'low' },
    { name: { en: 'Mean cell volume', es: 'Volumen corpuscular medio' }, value: '87', unit: 'fL', range: '80–100' },
    { name: { en: 'LDH', es: 'LDH' }, value: '1280', unit: 'U/L', range: '<250', flag: 'high' },
    { name: { en: 'Indirect bilirubin', es: 'Bilirrubina indirecta' }, value: '2.6', unit: 'mg/dL', range: '<0.8', flag: 'high' },
    { name: { en: 'Creatinine', es: 'Creatinina' }, value: '1.1', unit: 'mg/dL', range: '0.5–0.9', flag: 'high' },
    { name: { en: 'INR', es: 'INR' }, value: '1.1', unit: '', range: '0.8–1.2' },
  ],
  suspicions: [
    { en: 'Thrombotic thrombocytopenic purpura', es: 'Púrpura trombocitopénica trombótica' },
    { en: 'Atypical haemolytic uraemic syndrome', es: 'Síndrome hemolítico urémico atípico' },
    { en: 'Evans syndrome', es: 'Síndrome de Evans' },
    { en: 'Disseminated intravascular coagulation', es: 'Coagulación intravascular diseminada' },
  ],
  images: [
    {
      file: 'thrombotic-microangiopathy-film.svg',
      caption: { en: 'Film today: fragments, hardly any platelets.', es: 'Frotis de hoy: esquistocitos, casi sin plaquetas.' },
      kind: 'pathology',
    },
  ],
  consent: 'none-needed',
  audience: 'everyone',
  events: [
    {
      id: 'treat-as-ttp',
      at: 9,
      by: 'haematology-australia',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Treat as TTP: PLASMIC score 7 of 7. Citrate tube for ADAMTS13 first, then methylprednisolone 1 mg/kg. Plasma 10–15 mL/kg is only a bridge: give it if the road delays exchange, never instead of it. No platelets unless bleeding threatens life.',
        es: 'Trate como PTT: escala PLASMIC 7 de 7. Primero tubo de citrato para ADAMTS13, después metilprednisolona 1 mg/kg. El plasma a 10–15 mL/kg es solo un puente: delo si el viaje retrasa el recambio, nunca en su lugar. Sin plaquetas salvo sangrado con riesgo vital.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'other-causes',
      at: 15,
      by: 'nephrology-canada',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Pregnancy test, direct antiglobulin test, troponin? Any quinine, clopidogrel or oestrogen?',
        es: '¿Prueba de embarazo, Coombs directo, troponina? ¿Quinina, clopidogrel o estrógenos?',
      },
    },
    {
      id: 'before-plasma',
      at: 22,
      by: 'infectious-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Before the plasma take HIV, hepatitis B and C: afterwards serology misleads. Two blood cultures; fever is slight, I would not delay anything for antibiotics.',
        es: 'Antes del plasma saque VIH y hepatitis B y C: después la serología engaña. Dos hemocultivos; la fiebre es escasa, no retrasaría nada por antibióticos.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'more-results',
      at: 47,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Direct antiglobulin and pregnancy tests negative, no drugs. ADAMTS13 sent. Methylprednisolone 60 mg given, plasma running.',
        es: 'Coombs directo y embarazo negativos, sin fármacos. ADAMTS13 enviado. Metilprednisolona 60 mg puesta, plasma pasando.',
      },
      labs: [
        { name: { en: 'Troponin T', es: 'Troponina T' }, value: '86', unit: 'ng/L', range: '<14', flag: 'high' },
        { name: { en: 'Fibrinogen', es: 'Fibrinógeno' }, value: '320', unit: 'mg/dL', range: '200–400' },
        { name: { en: 'Reticulocytes', es: 'Reticulocitos' }, value: '240', unit: '×10⁹/L', range: '25–100', flag: 'high' },
      ],
    },
    {
      id: 'troponin',
      at: 55,
      by: 'intensive-ireland',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Raised troponin with confusion is the group that dies early: travel with a doctor and a monitor. Central line at the centre, not by you at 11 unless there is no other way. Platelets fall or speech slurs again: tell them on the road.',
        es: 'Troponina alta con confusión es el grupo que muere pronto: traslado con médico y monitor. La vía central, en el centro; usted no la ponga con 11 salvo que no haya otra opción. Si bajan las plaquetas o vuelve la disartria, avise en ruta.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'exchange',
      at: 1560,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Exchange began 7 h after the question; two sessions, caplacizumab and rituximab there. Oriented, speech normal. ADAMTS13 still pending.',
        es: 'El recambio empezó 7 h después de la pregunta; dos sesiones, caplacizumab y rituximab allí. Orientada, habla normal. ADAMTS13 pendiente.',
      },
      labs: [
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '52', unit: '×10⁹/L', range: '150–400', flag: 'low' },
        { name: { en: 'LDH', es: 'LDH' }, value: '610', unit: 'U/L', range: '<250', flag: 'high' },
      ],
    },
  ],
  workingDiagnosis: {
    at: 62,
    text: {
      en: 'Thrombotic thrombocytopenic purpura, treated on suspicion; ADAMTS13 pending',
      es: 'Púrpura trombocitopénica trombótica, tratada por sospecha; ADAMTS13 pendiente',
    },
  },
  seenBy: { doctors: 94, views: 236 },
} as const satisfies DemoCase

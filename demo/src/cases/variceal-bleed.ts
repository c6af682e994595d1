import type { DemoCase } from '#demo/DemoCase.ts'

/** Variceal bleed with no endoscopist until morning: drugs, restraint with blood, and the balloon as a last bridge. */
export const varicealBleed = {
  slug: 'variceal-bleed',
  language: 'es',
  mode: 'ask',
  hoursAgo: 2.4,
  asker: { key: 'asker', specialty: 'internal-medicine', country: 'MX' },
  doctors: [
    { key: 'gastroenterology-uk', specialty: 'gastroenterology', country: 'GB' },
    { key: 'gastroenterology-spain', specialty: 'gastroenterology', country: 'ES' },
    { key: 'intensive-australia', specialty: 'critical-care-medicine', country: 'AU' },
    { key: 'infectious-spain', specialty: 'infectious-disease', country: 'ES', persona: 'specialist-spain' },
  ],
  question: {
    en: 'Haematemesis in cirrhosis, BP 86/50, no endoscopist until morning: what do I give tonight, and when the balloon?',
    es: 'Hematemesis en cirrosis, TA 86/50, sin endoscopista hasta mañana: ¿qué doy esta noche y cuándo el balón?',
  },
  questionTypes: ['how-to-treat', 'what-next'],
  specialties: ['gastroenterology', 'critical-care-medicine'],
  urgency: 'minutes',
  patient: { ageBand: '50-54', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Vomited about 600 mL of red blood 1 h ago, again on arrival. Melaena since yesterday.',
      es: 'Vomitó unos 600 mL de sangre roja hace 1 h, otra vez al llegar. Melena desde ayer.',
    },
    history: {
      en: 'Alcohol-related cirrhosis, varices seen last year, no banding. No known heart disease.',
      es: 'Cirrosis por alcohol, várices vistas el año pasado, sin ligadura. Sin cardiopatía conocida.',
    },
    medicines: {
      en: 'Spironolactone 100 mg; stopped propranolol months ago.',
      es: 'Espironolactona 100 mg; dejó el propranolol hace meses.',
    },
    allergies: { en: 'None known.', es: 'Negadas.' },
    examination: {
      en: 'Pale, cold hands, drowsy but answers. Moderate ascites, no abdominal pain. Flap present.',
      es: 'Pálido, manos frías, somnoliento pero responde. Ascitis moderada, abdomen no doloroso. Asterixis.',
    },
    doneSoFar: {
      en: 'Two large lines, 500 mL of crystalloid, omeprazole 80 mg, blood crossed.',
      es: 'Dos vías gruesas, 500 mL de cristaloide, omeprazol 80 mg, sangre cruzada.',
    },
    resources: {
      en: 'Octreotide, ceftriaxone, 4 units of red cells, one Sengstaken tube, ventilator. Terlipressin none.',
      es: 'Octreótida, ceftriaxona, 4 concentrados eritrocitarios, una sonda de Sengstaken, ventilador. Terlipresina no hay.',
    },
    constraints: {
      en: 'Endoscopy in 9 h. Referral centre at 2 h, no bed yet.',
      es: 'Endoscopia en 9 h. Centro de referencia a 2 h, aún sin cama.',
    },
  },
  vitals: [
    { code: 'systolic', value: '86' },
    { code: 'diastolic', value: '50' },
    { code: 'heart-rate', value: '122' },
    { code: 'respiratory-rate', value: '22' },
    { code: 'spo2', value: '95' },
    { code: 'temperature', value: '36.1' },
    { code: 'gcs', value: '14' },
  ],
  labs: [
    { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '6.4', unit: 'g/dL', range: '13.5–17.5', flag: 'low' },
    { name: { en: 'Platelets', es: 'Plaquetas' }, value: '62', unit: '×10⁹/L', range: '150–400', flag: 'low' },
    { name: { en: 'INR', es: 'INR' }, value: '1.9', unit: '', range: '0.8–1.2', flag: 'high' },
    { name: { en: 'Lactate', es: 'Lactato' }, value: '4.6', unit: 'mmol/L', range: '0.5–2.0', flag: 'high' },
    { name: { en: 'Total bilirubin', es: 'Bilirrubina total' }, value: '3.2', unit: 'mg/dL', range: '0.2–1.2', flag: 'high' },
  ],
  suspicions: [
    { en: 'Oesophageal variceal bleeding', es: 'Sangrado por várices esofágicas' },
    { en: 'Peptic ulcer', es: 'Úlcera péptica' },
    { en: 'Gastric varices', es: 'Várices gástricas' },
  ],
  images: [],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'drugs-now',
      at: 7,
      by: 'gastroenterology-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Octreotide 50 micrograms at once, then 50 micrograms/h. Ceftriaxone 1 g. Red cells to a haemoglobin of 7–8 g/dL, no higher: more pressure, more bleeding. No plasma to correct the INR, no tranexamic acid. Erythromycin 250 mg 30–120 min before endoscopy if the QTc allows.',
        es: 'Octreótida 50 microgramos en bolo y después 50 microgramos/h. Ceftriaxona 1 g. Hematíes hasta hemoglobina 7–8 g/dL, no más: más presión, más sangrado. Sin plasma para corregir el INR, sin ácido tranexámico. Eritromicina 250 mg 30–120 min antes de la endoscopia si el QTc lo permite.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'still-bleeding',
      at: 12,
      by: 'intensive-australia',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Still vomiting blood? Who can intubate there, and how awake is he?',
        es: '¿Sigue con hematemesis? ¿Quién puede intubar ahí, y cómo está de despierto?',
      },
    },
    {
      id: 'anaesthetist',
      at: 16,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'One more vomit of 200 mL. Anaesthetist in house. Opens his eyes to voice, confused.',
        es: 'Un vómito más de 200 mL. Hay anestesiólogo. Abre los ojos a la voz, confuso.',
      },
      replyTo: 'still-bleeding',
    },
    {
      id: 'balloon',
      at: 21,
      by: 'intensive-australia',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Balloon only if he bleeds on through drugs and blood. Tube in the trachea first, smallest dose that works, noradrenaline ready. Gastric balloon with 250 mL after an X-ray shows it is in the stomach, traction, 24 h at most. It is a bridge: call the centre now.',
        es: 'Balón solo si sigue sangrando pese a fármacos y sangre. Antes, tubo en la tráquea, con la dosis mínima eficaz y noradrenalina lista. Balón gástrico con 250 mL tras ver en la radiografía que está en el estómago, tracción, 24 h como máximo. Es un puente: llame ya al centro.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'ascites',
      at: 34,
      by: 'infectious-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Tap the ascites when he is stable, into culture bottles at the bedside: infection makes rebleeding likelier. Ceftriaxone does not wait for it. Avoid gentamicin and NSAIDs.',
        es: 'Cuando esté estable, paracentesis diagnóstica con frascos de hemocultivo a pie de cama: la infección favorece el resangrado. La ceftriaxona no espera. Evite gentamicina y AINE.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'two-units',
      at: 96,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Octreotide running, ceftriaxone in, 2 units given. No vomiting for 55 min. BP 98/58, heart rate 104. Balloon unopened.',
        es: 'Octreótida en infusión, ceftriaxona puesta, 2 concentrados. Sin vómito desde hace 55 min. TA 98/58, FC 104. Balón sin abrir.',
      },
      labs: [
        { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '7.5', unit: 'g/dL', range: '13.5–17.5', flag: 'low' },
        { name: { en: 'Lactate', es: 'Lactato' }, value: '3.1', unit: 'mmol/L', range: '0.5–2.0', flag: 'high' },
        { name: { en: 'Fibrinogen', es: 'Fibrinógeno' }, value: '140', unit: 'mg/dL', range: '200–400', flag: 'low' },
      ],
    },
    {
      id: 'shunt',
      at: 108,
      by: 'gastroenterology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Stop transfusing there. With bilirubin, INR and ascites like this he is a candidate for an early shunt within 72 h: ask the centre for TIPS as well as the bed. Lactulose for the encephalopathy.',
        es: 'Pare ahí la transfusión. Con esa bilirrubina, INR y ascitis es candidato a derivación precoz en 72 h: pida al centro TIPS además de la cama. Lactulosa para la encefalopatía.',
      },
      confidence: 'possible',
      seen: 'few',
    },
  ],
  seenBy: { doctors: 43, views: 102 },
} as const satisfies DemoCase

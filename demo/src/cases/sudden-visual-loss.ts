import type { DemoCase } from '#demo/DemoCase.ts'

/** Sudden painless loss of sight in one eye: a stroke of the retina, with an honest outcome. */
export const suddenVisualLoss = {
  slug: 'sudden-visual-loss',
  language: 'es',
  mode: 'ask',
  hoursAgo: 205,
  asker: { key: 'asker', specialty: 'general-practice', country: 'ES' },
  doctors: [
    { key: 'neurology-us', specialty: 'neurology', country: 'US' },
    { key: 'ophthalmology-new-zealand', specialty: 'ophthalmology', country: 'NZ' },
    { key: 'cardiology-mexico', specialty: 'cardiology', country: 'MX' },
  ],
  question: {
    en: 'Sudden painless loss of vision in one eye 3 h ago, cherry-red spot: massage, lower the pressure, or stroke code?',
    es: 'Pérdida brusca e indolora de visión de un ojo hace 3 h, mancha rojo cereza: ¿masaje, bajar la presión o código ictus?',
  },
  questionTypes: ['what-next', 'refer-or-not'],
  specialties: ['ophthalmology', 'neurology'],
  urgency: 'minutes',
  patient: { ageBand: '70-74', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Woke well; 3 h ago the left eye went dark within seconds while reading. No pain, no flashes.',
      es: 'Se levantó bien; hace 3 h el ojo izquierdo se apagó en segundos mientras leía. Sin dolor ni fotopsias.',
    },
    history: {
      en: 'Hypertension, ex-smoker. No headache, no jaw pain. No surgery, no anticoagulant.',
      es: 'Hipertensión, exfumador. Sin cefalea ni dolor mandibular. Sin cirugía ni anticoagulante.',
    },
    medicines: { en: 'Amlodipine 5 mg.', es: 'Amlodipino 5 mg.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Left eye: hand movements only, afferent pupil defect, pale retina with a red centre. Right eye normal. No other deficit.',
      es: 'Ojo izquierdo: solo movimientos de mano, defecto pupilar aferente, retina pálida con centro rojo. Ojo derecho normal. Sin otra focalidad.',
    },
    resources: {
      en: 'Health centre with ophthalmoscope and ECG. Stroke unit at 70 min.',
      es: 'Centro de salud con oftalmoscopio y ECG. Unidad de ictus a 70 min.',
    },
  },
  vitals: [
    { code: 'systolic', value: '164' },
    { code: 'diastolic', value: '88' },
    { code: 'heart-rate', value: '96' },
    { code: 'spo2', value: '96' },
    { code: 'temperature', value: '36.4' },
    { code: 'gcs', value: '15' },
  ],
  labs: [],
  suspicions: [
    { en: 'Central retinal artery occlusion, embolic', es: 'Oclusión embólica de arteria central de la retina' },
    { en: 'Arteritic occlusion (giant cell arteritis)', es: 'Oclusión arterítica (arteritis de células gigantes)' },
    { en: 'Retinal detachment', es: 'Desprendimiento de retina' },
  ],
  images: [
    {
      file: 'sudden-visual-loss-fundus.svg',
      caption: {
        en: 'Left fundus, drawn from the ophthalmoscope: pale retina, red centre, thin arteries.',
        es: 'Fondo del ojo izquierdo, dibujado del oftalmoscopio: retina pálida, centro rojo, arterias finas.',
      },
      kind: 'drawing',
    },
  ],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'stroke-code',
      at: 4,
      by: 'neurology-us',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Stroke code, now. This is a stroke of the retina and the brain may be next. Intravenous thrombolysis is considered within 4.5 h in stroke units; trials are not settled, so the unit decides. Do not lower 164/88. No aspirin before the CT.',
        es: 'Código ictus, ya. Es un ictus de la retina y el cerebro puede ser el siguiente. La trombólisis intravenosa se valora dentro de 4,5 h en unidades de ictus; los ensayos no son concluyentes, decide la unidad. No baje 164/88. Sin aspirina antes de la TC.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'no-massage',
      at: 9,
      by: 'ophthalmology-new-zealand',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'No massage, no paracentesis: no proof of benefit, and they cost time. Over 50, send ESR, CRP and platelets with him; if arteritis is likely, steroid before anything else.',
        es: 'Ni masaje ni paracentesis: sin beneficio demostrado y consumen tiempo. Con más de 50 años, mande VSG, PCR y plaquetas con él; si la arteritis es probable, corticoide antes que nada.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'rhythm',
      at: 13,
      by: 'cardiology-mexico',
      kind: 'question-back',
      language: 'es',
      text: { en: 'Is the pulse regular? What does the ECG show?', es: '¿El pulso es regular? ¿Qué muestra el ECG?' },
    },
    {
      id: 'fibrillation',
      at: 17,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Irregular: atrial fibrillation at 96, never known before. Code activated, ambulance in 5 min.',
        es: 'Irregular: fibrilación auricular a 96, no conocida. Código activado, ambulancia en 5 min.',
      },
      replyTo: 'rhythm',
    },
    {
      id: 'from-the-unit',
      at: 240,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'CT done 4 h 50 after onset, outside the window: no thrombolysis. CT and CT angiogram without stenosis. Bloods do not suggest arteritis.',
        es: 'TC hecha a las 4 h 50 del inicio, fuera de ventana: sin trombólisis. TC y angioTC sin estenosis. La analítica no sugiere arteritis.',
      },
      labs: [
        { name: { en: 'ESR', es: 'VSG' }, value: '14', unit: 'mm/h', range: '<20' },
        { name: { en: 'C-reactive protein', es: 'Proteína C reactiva' }, value: '3', unit: 'mg/L', range: '<5' },
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '238', unit: '×10⁹/L', range: '150–400' },
      ],
    },
    {
      id: 'anticoagulant',
      at: 262,
      by: 'cardiology-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Echo and, once MRI shows no large infarct, a direct anticoagulant; the unit sets the day. Adjust to kidney function and drop any aspirin.',
        es: 'Ecocardiograma y, cuando la resonancia muestre que no hay infarto grande, anticoagulante directo; la unidad fija el día. Ajuste a la función renal y retire la aspirina.',
      },
      confidence: 'likely',
      seen: 'many',
    },
  ],
  outcome: {
    at: 7300,
    finalDiagnosis: {
      en: 'Embolic central retinal artery occlusion, newly found atrial fibrillation',
      es: 'Oclusión embólica de arteria central de la retina, fibrilación auricular de nuevo diagnóstico',
    },
    confirmedBy: 'specialist',
    course: {
      en: 'MRI: two tiny silent infarcts. Apixaban from day 2. The eye did not recover: counts fingers. No further event; watched for new vessels in the eye.',
      es: 'Resonancia: dos infartos mínimos silentes. Apixabán desde el día 2. El ojo no se recuperó: cuenta dedos. Sin más eventos; vigilancia de neovasos oculares.',
    },
    learningPoint: {
      en: 'Sudden painless loss of sight is a stroke: activate the code at the door, take an ECG on the way, and ESR with CRP over 50 years.',
      es: 'Pérdida brusca e indolora de visión es un ictus: código en la puerta, ECG en camino, y VSG con PCR por encima de 50 años.',
    },
    helped: ['stroke-code', 'no-massage', 'anticoagulant'],
  },
  seenBy: { doctors: 118, views: 287 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** A painful red eye three hours from help: open, and nobody has answered yet. */
export const redEyeReducedVision = {
  slug: 'red-eye-reduced-vision',
  language: 'en',
  mode: 'ask',
  hoursAgo: 0.3,
  asker: { key: 'asker', specialty: 'general-practice', country: 'AU' },
  doctors: [],
  question: {
    en: 'Red painful eye, vision down to counting fingers, pupil fixed and oval, 3 h from an ophthalmologist: what do I start now?',
    es: 'Ojo rojo doloroso, visión de contar dedos, pupila fija y ovalada, a 3 h de oftalmología: ¿qué empiezo ya?',
  },
  questionTypes: ['how-to-treat', 'what-next'],
  specialties: ['ophthalmology', 'emergency-medicine'],
  urgency: 'minutes',
  patient: { ageBand: '65-69', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Right eye: deep ache over the brow, haloes, blurred vision for 4 h. Vomited twice.',
      es: 'Ojo derecho: dolor profundo en la ceja, halos y visión borrosa desde hace 4 h. Dos vómitos.',
    },
    history: {
      en: 'Long-sighted. No eye operation, no injury, no contact lenses. Mild asthma.',
      es: 'Hipermétrope. Sin cirugía ocular, traumatismo ni lentillas. Asma leve.',
    },
    medicines: {
      en: 'Amitriptyline 25 mg at night, started 10 days ago. Salbutamol inhaler, rarely.',
      es: 'Amitriptilina 25 mg por la noche, iniciada hace 10 días. Salbutamol inhalado, rara vez.',
    },
    allergies: { en: 'None known; no sulphonamide reaction.', es: 'No conocidas; sin reacción a sulfamidas.' },
    examination: {
      en: 'Red round the cornea, cornea hazy, pupil mid-dilated, does not react. Globe stone hard to the finger. Other eye 6/6, quiet.',
      es: 'Inyección ciliar, córnea turbia, pupila en midriasis media, arreactiva. Globo pétreo al tacto. El otro ojo 6/6, tranquilo.',
    },
    doneSoFar: {
      en: 'Lying on her back. Ondansetron 4 mg and paracetamol 1 g.',
      es: 'En decúbito supino. Ondansetrón 4 mg y paracetamol 1 g.',
    },
    constraints: {
      en: 'The flight leaves in 50 min; the road takes 3 h.',
      es: 'El vuelo sale en 50 min; por carretera son 3 h.',
    },
    resources: {
      en: 'Acetazolamide 500 mg intravenous and tablets, timolol 0.5%, pilocarpine 2%, prednisolone drops. No tonometer.',
      es: 'Acetazolamida 500 mg intravenosa y comprimidos, timolol 0,5 %, pilocarpina 2 %, colirio de prednisolona. Sin tonómetro.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '92' },
    { code: 'systolic', value: '164' },
    { code: 'diastolic', value: '88' },
    { code: 'spo2', value: '97' },
    { code: 'temperature', value: '36.7' },
    { code: 'glucose', value: '6.9' },
  ],
  labs: [
    { name: { en: 'Creatinine, last month', es: 'Creatinina, hace un mes' }, value: '71', unit: 'µmol/L', range: '45–90' },
    { name: { en: 'Potassium, bedside', es: 'Potasio, a pie de cama' }, value: '4.1', unit: 'mmol/L', range: '3.5–5.0' },
  ],
  suspicions: [
    { en: 'Acute angle closure, set off by amitriptyline', es: 'Cierre angular agudo desencadenado por amitriptilina' },
    { en: 'Acute anterior uveitis with raised pressure', es: 'Uveítis anterior aguda hipertensiva' },
    { en: 'Microbial keratitis', es: 'Queratitis infecciosa' },
  ],
  images: [
    {
      file: 'red-eye-reduced-vision.svg',
      caption: {
        en: 'Right eye, drawn. Red ring round the cornea, hazy cornea, oval pupil that does not react.',
        es: 'Ojo derecho, dibujado. Anillo rojo alrededor de la córnea, córnea turbia, pupila ovalada que no reacciona.',
      },
      kind: 'drawing',
    },
  ],
  consent: 'emergency',
  audience: 'everyone',
  events: [],
  seenBy: { doctors: 8, views: 8 },
} as const satisfies DemoCase

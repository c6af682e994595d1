import type { DemoCase } from '#demo/DemoCase.ts'

/** Tingling lips on the second day: open, with only a question back. */
export const hypocalcaemiaAfterThyroidectomy = {
  slug: 'hypocalcaemia-after-thyroidectomy',
  language: 'en',
  mode: 'ask',
  hoursAgo: 0.7,
  asker: { key: 'asker', specialty: 'general-surgery', country: 'ZA' },
  doctors: [{ key: 'internal-mexico', specialty: 'internal-medicine', country: 'MX' }],
  question: {
    en: 'Day 2 after thyroidectomy, calcium 1.92 mmol/L, tingling lips: oral or intravenous, and when can she go home?',
    es: 'Día 2 tras tiroidectomía, calcio 1,92 mmol/L, hormigueo en labios: ¿oral o intravenoso, y cuándo puede irse a casa?',
  },
  questionTypes: ['how-to-treat', 'what-next'],
  specialties: ['endocrinology', 'general-surgery'],
  urgency: 'hours',
  patient: { ageBand: '40-44', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Tingling round the mouth and in the fingertips for 5 h. One cramp in the left hand.',
      es: 'Hormigueo peribucal y en la punta de los dedos desde hace 5 h. Un calambre en la mano izquierda.',
    },
    history: {
      en: 'Total thyroidectomy for Graves disease. Two parathyroids seen and kept, one reimplanted.',
      es: 'Tiroidectomía total por enfermedad de Graves. Dos paratiroides vistas y conservadas, una reimplantada.',
    },
    medicines: {
      en: 'Levothyroxine 100 µg, omeprazole 20 mg. Calcium carbonate 1 g twice a day since the operation.',
      es: 'Levotiroxina 100 µg, omeprazol 20 mg. Carbonato cálcico 1 g dos veces al día desde la cirugía.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Chvostek positive on both sides, Trousseau not tried. Voice normal, neck soft, no stridor.',
      es: 'Chvostek positivo bilateral, Trousseau no explorado. Voz normal, cuello blando, sin estridor.',
    },
    resources: {
      en: 'Ward with a monitor bed. Calcium in 2 h, PTH tomorrow. Home is 90 km away.',
      es: 'Sala con una cama monitorizada. Calcio en 2 h, PTH mañana. Vive a 90 km.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '84' },
    { code: 'systolic', value: '122' },
    { code: 'diastolic', value: '76' },
    { code: 'spo2', value: '98' },
    { code: 'temperature', value: '36.8' },
  ],
  labs: [
    { name: { en: 'Calcium, corrected', es: 'Calcio corregido' }, value: '1.92', unit: 'mmol/L', range: '2.20–2.60', flag: 'low' },
    { name: { en: 'Phosphate', es: 'Fosfato' }, value: '1.62', unit: 'mmol/L', range: '0.80–1.50', flag: 'high' },
    { name: { en: 'Albumin', es: 'Albúmina' }, value: '38', unit: 'g/L', range: '35–50' },
  ],
  suspicions: [
    { en: 'Transient hypoparathyroidism', es: 'Hipoparatiroidismo transitorio' },
    { en: 'Hungry bone after Graves disease', es: 'Hueso hambriento tras enfermedad de Graves' },
    { en: 'Low magnesium on omeprazole', es: 'Hipomagnesemia por omeprazol' },
  ],
  images: [],
  consent: 'none-needed',
  audience: 'everyone',
  events: [
    {
      id: 'magnesium-and-qt',
      at: 29,
      by: 'internal-mexico',
      kind: 'question-back',
      language: 'es',
      text: {
        en: 'What are the magnesium and the corrected QT? And is the calcium still falling, or is this the first value since the operation?',
        es: '¿Cuánto tiene de magnesio y de QT corregido? ¿Y el calcio sigue bajando o es el primer valor desde la cirugía?',
      },
    },
  ],
  seenBy: { doctors: 11, views: 18 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** Rings on both shins that no antifungal touched: a working diagnosis while the biopsy is read. */
export const annularPlaquesShins = {
  slug: 'annular-plaques-shins',
  language: 'en',
  mode: 'ask',
  hoursAgo: 128,
  asker: { key: 'asker', specialty: 'general-practice', country: 'IE' },
  doctors: [
    { key: 'dermatology-australia', specialty: 'dermatology', country: 'AU' },
    { key: 'dermatology-mexico', specialty: 'dermatology', country: 'MX' },
    { key: 'infection-south-africa', specialty: 'infectious-disease', country: 'ZA' },
    { key: 'endocrinology-spain', specialty: 'endocrinology', country: 'ES' },
  ],
  question: {
    en: 'Annular plaques on both shins for 6 weeks, no itch, antifungal did nothing: biopsy here or refer?',
    es: 'Placas anulares en ambas espinillas desde hace 6 semanas, sin prurito ni respuesta a antifúngico: ¿biopsia aquí o derivo?',
  },
  questionTypes: ['refer-or-not', 'what-is-it'],
  specialties: ['dermatology', 'general-practice'],
  urgency: 'days',
  patient: { ageBand: '50-54', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Seven rings, 2 to 6 cm, growing slowly from small papules. No itch, no pain.',
      es: 'Siete anillos de 2 a 6 cm que crecen despacio a partir de pápulas pequeñas. Sin prurito ni dolor.',
    },
    history: {
      en: 'No travel, no pets, no new contact. Weight up 6 kg in a year. Grew up in the tropics.',
      es: 'Sin viajes, mascotas ni contactos nuevos. Ha ganado 6 kg en un año. Se crió en el trópico.',
    },
    medicines: { en: 'Terbinafine cream for 4 weeks, no change.', es: 'Terbinafina en crema 4 semanas, sin cambios.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Firm, smooth red-brown edge, flat centre. No scale, no ulcer. Pulses present.',
      es: 'Borde firme, liso, rojo parduzco; centro plano. Sin escama ni úlcera. Pulsos presentes.',
    },
    resources: { en: 'I do punch biopsies. Dermatology list: 5 months.', es: 'Hago biopsias con punch. Lista de dermatología: 5 meses.' },
  },
  vitals: [
    { code: 'systolic', value: '142' },
    { code: 'diastolic', value: '86' },
    { code: 'weight', value: '88' },
    { code: 'temperature', value: '36.4' },
  ],
  labs: [],
  suspicions: [
    { en: 'Granuloma annulare', es: 'Granuloma anular' },
    { en: 'Necrobiosis lipoidica', es: 'Necrobiosis lipoídica' },
    { en: 'Tinea corporis', es: 'Tiña corporal' },
    { en: 'Sarcoidosis', es: 'Sarcoidosis' },
  ],
  images: [
    {
      file: 'annular-plaques-shins.svg',
      caption: {
        en: 'Both shins, drawn. Raised edge, flat centre, no scale.',
        es: 'Ambas espinillas, dibujo. Borde elevado, centro plano, sin escama.',
      },
      kind: 'drawing',
    },
  ],
  consent: 'written',
  audience: 'everyone',
  events: [
    {
      id: 'feeling',
      at: 140,
      by: 'dermatology-australia',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Does she feel cotton wool and cold inside the rings? Any thick nerve at the elbow or knee? Is the centre yellow or thin?',
        es: '¿Nota el algodón y el frío dentro de los anillos? ¿Algún nervio engrosado en codo o rodilla? ¿El centro es amarillo o atrófico?',
      },
    },
    {
      id: 'granuloma',
      at: 205,
      by: 'dermatology-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'No scale, smooth edge made of papules: granuloma annulare first. Biopsy it yourself: 4 mm punch, deep into fat, at the edge and not in the centre. Shins heal slowly: warn her, and compress if the pulses allow. If it says necrobiosis or leprosy, then refer.',
        es: 'Sin escama, borde liso formado por pápulas: primero granuloma anular. Haga usted la biopsia: punch de 4 mm, profundo hasta la grasa, en el borde y no en el centro. La espinilla cicatriza despacio: adviértaselo y comprima si los pulsos lo permiten. Si informa necrobiosis o lepra, derive.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'leprosy',
      at: 330,
      by: 'infection-south-africa',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Where she grew up, leprosy is not exotic, and it can sleep for 20 years. Test feeling in every ring before you cut, ask the laboratory for a Fite stain, and add syphilis and HIV serology.',
        es: 'Donde se crió, la lepra no es exótica y puede dormir 20 años. Explore la sensibilidad de cada anillo antes de cortar, pida tinción de Fite al laboratorio y añada serología de sífilis y VIH.',
      },
      confidence: 'possible',
      seen: 'few',
    },
    {
      id: 'where-to-cut',
      at: 348,
      by: 'dermatology-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Take the punch at pin 1, across the raised edge, with normal skin on one side. Not at pin 2: the centre has burnt out.',
        es: 'Tome el punch en la marca 1, sobre el borde elevado y con piel sana a un lado. No en la marca 2: el centro ya está apagado.',
      },
      pins: [
        { number: 1, file: 'annular-plaques-shins.svg', x: 384, y: 238 },
        { number: 2, file: 'annular-plaques-shins.svg', x: 283, y: 242 },
      ],
    },
    {
      id: 'a-second-place',
      at: 371,
      by: 'infection-south-africa',
      kind: 'comment',
      language: 'en',
      replyTo: 'where-to-cut',
      text: {
        en: 'Agreed on pin 1. Take another from the newest ring, at pin 3, for the Fite stain, and test feeling at pin 2 before you numb it.',
        es: 'De acuerdo con la marca 1. Tome otra del anillo más reciente, en la marca 3, para la tinción de Fite, y explore la sensibilidad en la marca 2 antes de anestesiar.',
      },
      pins: [{ number: 3, file: 'annular-plaques-shins.svg', x: 964, y: 712 }],
    },
    {
      id: 'feeling-kept',
      at: 1560,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'feeling',
      text: {
        en: 'Feeling kept in all seven rings, no thick nerve, centre not yellow. Scraping: no hyphae. Two punches sent, Fite stain asked for.',
        es: 'Sensibilidad conservada en los siete anillos, sin nervios engrosados, centro no amarillo. Raspado: sin hifas. Enviadas dos biopsias con punch, Fite solicitado.',
      },
      labs: [
        { name: { en: 'HbA1c', es: 'HbA1c' }, value: '51', unit: 'mmol/mol', range: '<42', flag: 'high' },
        { name: { en: 'Syphilis serology', es: 'Serología de sífilis' }, value: '−', unit: '' },
        { name: { en: 'HIV antigen and antibody', es: 'Antígeno y anticuerpos de VIH' }, value: '−', unit: '' },
      ],
    },
    {
      id: 'diabetes',
      at: 1710,
      by: 'endocrinology-spain',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'An HbA1c of 51 is in the diabetic range. Without symptoms, repeat it before you name it; check lipids too. The skin has found it early.',
        es: 'Una HbA1c de 51 está en rango de diabetes. Sin síntomas, repítala antes de ponerle nombre; mire también los lípidos. La piel la ha encontrado pronto.',
      },
    },
    {
      id: 'wait-for-it',
      at: 2950,
      by: 'asker',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Wounds dry, no infection. She is happy to wait without treatment until the report.',
        es: 'Heridas secas, sin infección. Acepta esperar sin tratamiento hasta el informe.',
      },
    },
  ],
  workingDiagnosis: {
    at: 3000,
    text: {
      en: 'Granuloma annulare; biopsy awaited. Probable new diabetes, HbA1c to be repeated.',
      es: 'Granuloma anular; biopsia pendiente. Probable diabetes de nuevo diagnóstico, HbA1c por repetir.',
    },
  },
  seenBy: { doctors: 52, views: 131 },
} as const satisfies DemoCase

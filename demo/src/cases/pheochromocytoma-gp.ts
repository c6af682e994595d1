import type { DemoCase } from '#demo/DemoCase.ts'

/** Shared for learning: a spell caught on the cuff in a general practice. */
export const pheochromocytomaGp = {
  slug: 'pheochromocytoma-gp',
  language: 'en',
  mode: 'share',
  hoursAgo: 700,
  asker: { key: 'asker', specialty: 'general-practice', country: 'AU' },
  doctors: [
    { key: 'endocrinology-spain', specialty: 'endocrinology', country: 'ES' },
    { key: 'surgery-uk', specialty: 'general-surgery', country: 'GB' },
    { key: 'family-mexico', specialty: 'family-medicine', country: 'MX' },
    { key: 'cardiology-us', specialty: 'cardiology', country: 'US' },
  ],
  question: {
    en: 'Sweats, pounding headache, 226/122 for ten minutes, then 128/78: the spell I nearly called panic',
    es: 'Sudores, cefalea pulsátil, 226/122 durante diez minutos, luego 128/78: la crisis que casi llamé pánico',
  },
  questionTypes: ['what-is-it'],
  specialties: ['endocrinology', 'general-practice'],
  urgency: 'no-hurry',
  patient: { ageBand: '40-44', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Spells for 14 months: headache, sweat, heart pounding, pale. Weekly, then daily; often on bending or after passing water.',
      es: 'Crisis desde hace 14 meses: cefalea, sudor, palpitaciones, palidez. Semanales, luego diarias; a menudo al agacharse o tras orinar.',
    },
    history: {
      en: 'Two emergency visits, normal by arrival. Called panic; sertraline made it worse. Mother had thyroid surgery young.',
      es: 'Dos visitas a urgencias, normal al llegar. Se llamó pánico; la sertralina lo empeoró. Su madre fue operada de tiroides de joven.',
    },
    medicines: { en: 'Sertraline 50 mg, stopped before testing.', es: 'Sertralina 50 mg, suspendida antes del estudio.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Normal between spells. One began on my couch as she sat up: I left the cuff on for an hour.',
      es: 'Normal entre crisis. Una empezó en mi camilla al incorporarse: dejé el manguito puesto una hora.',
    },
    doneSoFar: {
      en: 'Plasma metanephrines, lying for 30 min. Then CT: left adrenal mass, 4.1 cm, 34 HU. No beta-blocker at any time before alpha blockade.',
      es: 'Metanefrinas plasmáticas tras 30 min tumbada. Luego TC: masa suprarrenal izquierda de 4,1 cm, 34 UH. Ningún betabloqueante antes del alfabloqueo.',
    },
  },
  vitals: [
    { code: 'systolic', value: '226' },
    { code: 'diastolic', value: '122' },
    { code: 'heart-rate', value: '136' },
    { code: 'temperature', value: '36.8' },
  ],
  labs: [
    { name: { en: 'Normetanephrine, plasma', es: 'Normetanefrina plasmática' }, value: '7.9', unit: 'nmol/L', range: '<1.1', flag: 'high' },
    { name: { en: 'Metanephrine, plasma', es: 'Metanefrina plasmática' }, value: '3.2', unit: 'nmol/L', range: '<0.5', flag: 'high' },
    { name: { en: 'Potassium', es: 'Potasio' }, value: '3.9', unit: 'mmol/L', range: '3.5–5.0' },
    { name: { en: 'HbA1c', es: 'HbA1c' }, value: '43', unit: 'mmol/mol', range: '<42', flag: 'high' },
    { name: { en: 'Calcitonin', es: 'Calcitonina' }, value: '41', unit: 'ng/L', range: '<10', flag: 'high' },
  ],
  suspicions: [],
  images: [
    {
      file: 'pheochromocytoma-gp-spell.svg',
      caption: {
        en: 'One hour on the cuff. Blue: pressure. Red dots: pulse. The spell is shaded.',
        es: 'Una hora con el manguito. Azul: tensión. Puntos rojos: pulso. La crisis, sombreada.',
      },
      kind: 'drawing',
    },
  ],
  consent: 'written',
  audience: 'everyone',
  events: [
    {
      id: 'family',
      at: 95,
      by: 'endocrinology-spain',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Well done on the cuff. High metanephrine points to the adrenal and, with that mother and that calcitonin, to RET. Gene test for every phaeochromocytoma, also without a family; here, the children next.',
        es: 'Bravo por el manguito. La metanefrina alta apunta a la suprarrenal y, con esa madre y esa calcitonina, a RET. Estudio genético en todo feocromocitoma, también sin familia; aquí, después, los hijos.',
      },
    },
    {
      id: 'before-theatre',
      at: 410,
      by: 'surgery-uk',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'For the next reader: alpha blockade 7 to 14 days, salt and fluid, beta-blocker only after it and only for rate. Watch glucose and pressure for 24 h after. And adrenal before thyroid, always.',
        es: 'Para quien lea después: alfabloqueo 7 a 14 días, sal y líquidos, betabloqueante solo después y solo por frecuencia. Vigilar glucosa y tensión 24 h tras la cirugía. Y la suprarrenal antes que el tiroides, siempre.',
      },
    },
    {
      id: 'metoclopramide',
      at: 1480,
      by: 'family-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'I had one set off by metoclopramide for the nausea. It now goes in my notes as a warning beside the diagnosis, with steroids and decongestants.',
        es: 'Tuve una desencadenada por metoclopramida para las náuseas. Ahora lo anoto como aviso junto al diagnóstico, con corticoides y descongestivos.',
      },
    },
    {
      id: 'heart',
      at: 2900,
      by: 'cardiology-us',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Did she have an echo? The catecholamines can stun the heart; it usually recovers, but the anaesthetist wants to know.',
        es: '¿Le hicieron un eco? Las catecolaminas pueden aturdir el corazón; suele recuperarse, pero el anestesista quiere saberlo.',
      },
    },
    {
      id: 'echo-normal',
      at: 3120,
      by: 'asker',
      kind: 'comment',
      language: 'en',
      replyTo: 'heart',
      text: {
        en: 'She did: thick walls, ejection fraction 62%. RET came back positive; thyroid surgery is planned and both children are being tested.',
        es: 'Sí: paredes gruesas, fracción de eyección 62 %. RET fue positivo; la cirugía de tiroides está prevista y estudian a los dos hijos.',
      },
    },
  ],
  outcome: {
    at: 0,
    finalDiagnosis: {
      en: 'Phaeochromocytoma of the left adrenal, removed by laparoscopy. No spells since.',
      es: 'Feocromocitoma suprarrenal izquierdo, extirpado por laparoscopia. Sin crisis desde entonces.',
    },
    confirmedBy: 'pathology',
    course: {
      en: 'Doxazosin for 2 weeks, then theatre; steady throughout. Pressure 122/74 with no tablets at 6 weeks. Metanephrines normal.',
      es: 'Doxazosina 2 semanas y quirófano; estable en todo momento. Tensión 122/74 sin fármacos a las 6 semanas. Metanefrinas normales.',
    },
    learningPoint: {
      en: 'A spell with pallor, sweat and headache earns a cuff that stays on and plasma metanephrines, before it earns the word panic.',
      es: 'Una crisis con palidez, sudor y cefalea merece un manguito que se quede puesto y metanefrinas en plasma, antes que la palabra pánico.',
    },
    helped: [],
  },
  seenBy: { doctors: 212, views: 574 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** A headache in the seventh hour of ketoacidosis: treat, then scan. */
export const dkaAndHeadache = {
  slug: 'dka-and-headache',
  language: 'en',
  mode: 'ask',
  hoursAgo: 190,
  asker: { key: 'asker', specialty: 'pediatrics', country: 'AU' },
  doctors: [
    { key: 'intensive-uk', specialty: 'pediatric-critical-care', country: 'GB' },
    { key: 'intensive-spain', specialty: 'pediatric-critical-care', country: 'ES' },
    { key: 'endocrinology-mexico', specialty: 'pediatric-endocrinology', country: 'MX' },
    { key: 'radiology-canada', specialty: 'radiology', country: 'CA' },
  ],
  question: {
    en: 'DKA, hour 7 of treatment, girl of 8: new headache, drowsy, heart rate falling. Scan first or treat first?',
    es: 'Cetoacidosis, hora 7 de tratamiento, niña de 8 años: cefalea nueva, somnolencia, baja la FC. ¿TC primero o trato primero?',
  },
  questionTypes: ['what-next', 'how-to-treat'],
  specialties: ['pediatric-critical-care', 'pediatric-endocrinology'],
  urgency: 'minutes',
  patient: { ageBand: '5-9', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Headache for 30 min, vomited again, answers slowly. She was chatting 2 h ago.',
      es: 'Cefalea desde hace 30 min, ha vuelto a vomitar, responde despacio. Hace 2 h charlaba.',
    },
    history: {
      en: 'New diabetes. First pH 6.98, glucose 34 mmol/L, urea 11 mmol/L.',
      es: 'Debut diabético. Primer pH 6,98, glucosa 34 mmol/L, urea 11 mmol/L.',
    },
    medicines: {
      en: 'Saline 0.9% with potassium at 95 mL/h, insulin 0.1 units/kg/h from hour 1.',
      es: 'Suero salino 0,9 % con potasio a 95 mL/h, insulina 0,1 unidades/kg/h desde la hora 1.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'GCS 13, pupils 3 mm and equal, no focal signs. Warm, capillary refill 2 s.',
      es: 'Glasgow 13, pupilas de 3 mm iguales, sin focalidad. Caliente, relleno capilar 2 s.',
    },
    resources: {
      en: 'District hospital. CT down the corridor. Retrieval team 90 min. Saline 3% and mannitol 20% on the ward.',
      es: 'Hospital comarcal. TC en el mismo pasillo. Equipo de transporte a 90 min. Salino 3 % y manitol 20 % en planta.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '72' },
    { code: 'systolic', value: '128' },
    { code: 'diastolic', value: '84' },
    { code: 'respiratory-rate', value: '26' },
    { code: 'gcs', value: '13' },
    { code: 'glucose', value: '16' },
    { code: 'weight', value: '26' },
  ],
  labs: [
    { name: { en: 'pH, venous', es: 'pH venoso' }, value: '7.12', unit: '', range: '7.32–7.42', flag: 'low' },
    { name: { en: 'Sodium', es: 'Sodio' }, value: '133', unit: 'mmol/L', range: '135–145', flag: 'low' },
    { name: { en: 'Potassium', es: 'Potasio' }, value: '4.0', unit: 'mmol/L', range: '3.5–5.0' },
  ],
  suspicions: [
    { en: 'Cerebral oedema', es: 'Edema cerebral' },
    { en: 'Venous sinus thrombosis', es: 'Trombosis de senos venosos' },
    { en: 'Tired after a night awake', es: 'Cansancio tras una noche en vela' },
  ],
  images: [],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'treat-first',
      at: 2,
      by: 'intensive-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Treat first, now. Saline 3%, 3 to 5 mL/kg over 10 to 15 min: 80 to 130 mL for her. Or mannitol 0.5 to 1 g/kg over the same time, whichever is nearer. Head up 30 degrees, in the midline. A normal CT would not change this; do not take her to the scanner like that.',
        es: 'Trate primero, ya. Salino 3 %, 3 a 5 mL/kg en 10 a 15 min: 80 a 130 mL para ella. O manitol 0,5 a 1 g/kg en el mismo tiempo, lo que tenga más a mano. Cabecera a 30 grados, en línea media. Una TC normal no cambiaría nada; no la lleve así al escáner.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'sodium-trend',
      at: 4,
      by: 'intensive-spain',
      kind: 'question-back',
      language: 'es',
      text: {
        en: 'Has the sodium risen as the glucose came down? And how much fluid has she had in total, boluses included?',
        es: '¿Ha subido el sodio al bajar la glucosa? ¿Y cuánto líquido lleva en total, contando los bolos?',
      },
    },
    {
      id: 'hypertonic-in',
      at: 14,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'sodium-trend',
      text: {
        en: 'Saline 3% 130 mL going in. Sodium was 134 at the start, so it has not risen. Total so far 1.1 L, two boluses of 10 mL/kg among it. Retrieval called.',
        es: 'Entrando salino 3 %, 130 mL. El sodio era 134 al inicio, así que no ha subido. Total hasta ahora 1,1 L, incluidos dos bolos de 10 mL/kg. Transporte avisado.',
      },
      labs: [
        { name: { en: 'Sodium', es: 'Sodio' }, value: '132', unit: 'mmol/L', range: '135–145', flag: 'low' },
        { name: { en: 'Glucose', es: 'Glucosa' }, value: '14.8', unit: 'mmol/L', range: '4.0–7.8', flag: 'high' },
        { name: { en: 'pH, venous', es: 'pH venoso' }, value: '7.14', unit: '', range: '7.32–7.42', flag: 'low' },
      ],
    },
    {
      id: 'fluids-and-insulin',
      at: 17,
      by: 'endocrinology-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Slow the fluid, not to zero: half maintenance, the deficit over 72 h. Keep the insulin, 0.05 units/kg/h, and add glucose 5% to the saline. No bicarbonate. No intubation unless the airway goes; if it does, keep her CO₂ where her own breathing had it.',
        es: 'Baje los líquidos sin llegar a cero: mitad del mantenimiento, déficit en 72 h. Mantenga la insulina, 0,05 unidades/kg/h, y añada glucosa 5 % al salino. Sin bicarbonato. No intubar salvo que pierda la vía aérea; si ocurre, mantenga el CO₂ que ella tenía con su propia respiración.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'awake',
      at: 58,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'GCS 15, asks for water. Heart rate 98, pressure 112/66. Headache 2 out of 10. Retrieval team here in 20 min.',
        es: 'Glasgow 15, pide agua. FC 98, tensión 112/66. Cefalea 2 de 10. El equipo de transporte llega en 20 min.',
      },
      labs: [
        { name: { en: 'Sodium', es: 'Sodio' }, value: '137', unit: 'mmol/L', range: '135–145' },
        { name: { en: 'Glucose', es: 'Glucosa' }, value: '13.2', unit: 'mmol/L', range: '4.0–7.8', flag: 'high' },
      ],
    },
    {
      id: 'scan-now',
      at: 66,
      by: 'radiology-canada',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Now a scan makes sense, on arrival and with venous phase if anything focal stays: thrombosis and haemorrhage are what you are looking for, not oedema.',
        es: 'Ahora sí tiene sentido la imagen, al llegar y con fase venosa si persiste algo focal: se busca trombosis y hemorragia, no edema.',
      },
    },
  ],
  outcome: {
    at: 6900,
    finalDiagnosis: {
      en: 'Cerebral oedema in new ketoacidosis, reversed by hypertonic saline. Home on day 5, neurology normal.',
      es: 'Edema cerebral en cetoacidosis de debut, revertido con salino hipertónico. Alta el día 5, exploración neurológica normal.',
    },
    confirmedBy: 'clinical-course',
    course: {
      en: 'A second dose of 3% saline on the road. Not intubated. CT on arrival normal. Insulin under the skin on day 2.',
      es: 'Segunda dosis de salino 3 % en el traslado. Sin intubación. TC al llegar, normal. Insulina subcutánea el día 2.',
    },
    learningPoint: {
      en: 'Headache with a falling pulse in ketoacidosis is treated at the bedside; the scan comes later.',
      es: 'Cefalea con pulso que baja en una cetoacidosis se trata a pie de cama; la TC viene después.',
    },
    helped: ['treat-first', 'fluids-and-insulin'],
  },
  seenBy: { doctors: 132, views: 322 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** Raised pressure and epigastric pain at 31 weeks: what to give before the road. */
export const preeclampsiaBeforeTransfer = {
  slug: 'preeclampsia-before-transfer',
  language: 'es',
  mode: 'ask',
  hoursAgo: 312,
  asker: { key: 'asker', specialty: 'general-practice', country: 'MX' },
  doctors: [
    { key: 'obstetrics-ireland', specialty: 'obstetrics-gynecology', country: 'IE' },
    { key: 'obstetrics-south-africa', specialty: 'obstetrics-gynecology', country: 'ZA' },
    { key: 'anaesthesia-canada', specialty: 'anesthesiology', country: 'CA' },
    { key: 'obstetrics-mexico', specialty: 'obstetrics-gynecology', country: 'MX' },
  ],
  question: {
    en: '31 weeks, BP 168/112 and epigastric pain in a rural hospital, 2 h 30 from the next centre: what do I do before transfer?',
    es: '31 semanas, TA 168/112 y dolor en epigastrio en hospital rural, a 2 h 30 del centro: ¿qué hago antes del traslado?',
  },
  questionTypes: ['what-next', 'how-to-treat'],
  specialties: ['obstetrics-gynecology', 'anesthesiology'],
  urgency: 'minutes',
  patient: { ageBand: '25-29', sex: 'female', pregnant: true },
  sections: {
    chiefComplaint: {
      en: 'Epigastric pain for 4 h, headache since this morning, sees sparks of light. Vomited twice.',
      es: 'Dolor en epigastrio desde hace 4 h, cefalea desde la mañana, fosfenos. Vomitó dos veces.',
    },
    history: {
      en: 'First pregnancy, 31 weeks by early scan. Normal pressures until two weeks ago. No kidney disease.',
      es: 'Primigesta, 31 semanas por ultrasonido temprano. Presiones normales hasta hace dos semanas. Sin enfermedad renal.',
    },
    medicines: { en: 'Folic acid and iron.', es: 'Ácido fólico y hierro.' },
    allergies: { en: 'None known.', es: 'Negadas.' },
    examination: {
      en: 'Pain on the right upper side. Oedema of face and hands. Soft uterus, no bleeding. Fetal heart 144/min. Urine protein 3+.',
      es: 'Dolor en hipocondrio derecho. Edema de cara y manos. Útero blando, sin sangrado. Foco fetal 144/min. Proteinuria 3+ en tira.',
    },
    doneSoFar: {
      en: 'Two lines, left side, bladder catheter. Pressure repeated after 15 min: the same.',
      es: 'Dos vías, decúbito lateral izquierdo, sonda vesical. TA repetida a los 15 min: igual.',
    },
    resources: {
      en: 'Magnesium sulphate, hydralazine, oral nifedipine, betamethasone. Basic laboratory, result in 1 h. Ambulance with a nurse.',
      es: 'Sulfato de magnesio, hidralazina, nifedipino oral, betametasona. Laboratorio básico, resultado en 1 h. Ambulancia con enfermera.',
    },
    constraints: {
      en: 'No obstetrician, no neonatal unit, no blood bank.',
      es: 'Sin ginecólogo, sin unidad neonatal, sin banco de sangre.',
    },
  },
  vitals: [
    { code: 'systolic', value: '168' },
    { code: 'diastolic', value: '112' },
    { code: 'heart-rate', value: '92' },
    { code: 'respiratory-rate', value: '20' },
    { code: 'spo2', value: '97' },
    { code: 'temperature', value: '36.7' },
  ],
  labs: [],
  suspicions: [
    { en: 'Pre-eclampsia with severe features', es: 'Preeclampsia con datos de severidad' },
    { en: 'HELLP syndrome', es: 'Síndrome de HELLP' },
    { en: 'Acute fatty liver of pregnancy', es: 'Hígado graso agudo del embarazo' },
    { en: 'Gallstone disease', es: 'Patología biliar' },
  ],
  images: [],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'magnesium-first',
      at: 5,
      by: 'obstetrics-ireland',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Severe pre-eclampsia, probably HELLP. Magnesium now: 4 g intravenously over 20 min, then 1 g/h. Hydralazine 5 mg slowly, repeat after 20 min; aim for 140–150/90–100, not lower. Betamethasone 12 mg. Then go, with the infusion running.',
        es: 'Preeclampsia grave, probable HELLP. Magnesio ya: 4 g intravenosos en 20 min y después 1 g/h. Hidralazina 5 mg lenta, repetir a los 20 min; objetivo 140–150/90–100, no menos. Betametasona 12 mg. Después, traslado con la perfusión en marcha.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'reflexes',
      at: 8,
      by: 'obstetrics-south-africa',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Reflexes and urine output? And is there calcium gluconate in the ambulance?',
        es: '¿Reflejos y diuresis? ¿Y hay gluconato de calcio en la ambulancia?',
      },
    },
    {
      id: 'brisk',
      at: 12,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Brisk, two beats of clonus. 60 mL in the bag in 1 h. Calcium gluconate, yes: 1 g drawn up.',
        es: 'Aumentados, clonus de dos sacudidas. 60 mL en la bolsa en 1 h. Gluconato de calcio sí: 1 g cargado.',
      },
      replyTo: 'reflexes',
    },
    {
      id: 'on-the-road',
      at: 17,
      by: 'obstetrics-south-africa',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Every 15 min on the road: pressure, breathing rate, knee jerk. Jerk gone or fewer than 12 breaths: stop magnesium, give the calcium. Total fluid 80 mL/h, no boluses for low urine. Phone the receiving team before you leave.',
        es: 'Cada 15 min en ruta: tensión, frecuencia respiratoria, reflejo rotuliano. Si desaparece o respira menos de 12: pare el magnesio y dé el calcio. Líquidos totales 80 mL/h, sin bolos por oliguria. Llame al equipo receptor antes de salir.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'laboratory',
      at: 58,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Magnesium running, hydralazine twice, betamethasone given. Pressure 148/96, pain less. Laboratory just in; leaving now.',
        es: 'Magnesio en curso, hidralazina dos veces, betametasona puesta. TA 148/96, menos dolor. Llega el laboratorio; salimos ahora.',
      },
      labs: [
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '78', unit: '×10⁹/L', range: '150–400', flag: 'low' },
        { name: { en: 'AST', es: 'AST' }, value: '212', unit: 'U/L', range: '<35', flag: 'high' },
        { name: { en: 'LDH', es: 'DHL' }, value: '742', unit: 'U/L', range: '<250', flag: 'high' },
        { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '10.6', unit: 'g/dL', range: '11.0–14.0', flag: 'low' },
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '0.9', unit: 'mg/dL', range: '0.4–0.8', flag: 'high' },
      ],
    },
    {
      id: 'hellp',
      at: 63,
      by: 'obstetrics-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'That is HELLP. Delivery is decided at the centre, not on the road. Ask them for blood and platelets ready on arrival. Sudden shoulder pain or a fall in pressure: think of liver haematoma.',
        es: 'Es HELLP. La interrupción se decide en el centro, no en el camino. Pida sangre y plaquetas listas al llegar. Dolor súbito de hombro o caída de la presión: piense en hematoma hepático.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'spinal',
      at: 71,
      by: 'anaesthesia-canada',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'For the receiving team: count platelets again within 6 h of any spinal; in HELLP they fall fast. Magnesium prolongs muscle relaxants.',
        es: 'Para el equipo receptor: repitan plaquetas en las 6 h previas a cualquier raquídea; en HELLP bajan rápido. El magnesio prolonga los relajantes musculares.',
      },
    },
  ],
  outcome: {
    at: 9120,
    finalDiagnosis: { en: 'Severe pre-eclampsia with HELLP syndrome', es: 'Preeclampsia con datos de severidad y síndrome de HELLP' },
    confirmedBy: 'laboratory',
    course: {
      en: 'Arrived with 144/94, no seizure. Platelets fell to 54; caesarean at 21 h under general anaesthesia. Mother home on day 6. Baby 1480 g, breathing without support.',
      es: 'Llegó con 144/94, sin convulsiones. Plaquetas bajaron a 54; cesárea a las 21 h con anestesia general. Madre en casa al día 6. Recién nacida de 1480 g, respira sin apoyo.',
    },
    learningPoint: {
      en: 'Magnesium, pressure control and betamethasone go in before the ambulance leaves; epigastric pain in pregnancy is HELLP until the platelets say otherwise.',
      es: 'Magnesio, control de la presión y betametasona van antes de que salga la ambulancia; epigastralgia en el embarazo es HELLP hasta que las plaquetas digan otra cosa.',
    },
    helped: ['magnesium-first', 'on-the-road'],
  },
  seenBy: { doctors: 212, views: 534 },
} as const satisfies DemoCase

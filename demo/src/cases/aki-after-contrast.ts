import type { DemoCase } from '#demo/DemoCase.ts'

/** Everybody blames the contrast; the drug chart knows better. */
export const akiAfterContrast = {
  slug: 'aki-after-contrast',
  language: 'en',
  mode: 'ask',
  hoursAgo: 560,
  asker: { key: 'asker', specialty: 'internal-medicine', country: 'GB' },
  doctors: [
    { key: 'nephrology-spain', specialty: 'nephrology', country: 'ES', name: 'Dra. Amaranta Quiñonero' },
    { key: 'nephrology-us', specialty: 'nephrology', country: 'US' },
    { key: 'pharmacology-ireland', specialty: 'clinical-pharmacology', country: 'IE' },
    { key: 'intensive-south-africa', specialty: 'critical-care-medicine', country: 'ZA' },
    { key: 'radiology-mexico', specialty: 'radiology', country: 'MX' },
  ],
  question: {
    en: 'Creatinine 98 to 412 µmol/L 3 days after contrast CT, on ibuprofen and ramipril: the contrast or the tablets?',
    es: 'Creatinina de 98 a 412 µmol/L 3 días tras TC con contraste, con ibuprofeno y ramipril: ¿el contraste o las pastillas?',
  },
  questionTypes: ['what-is-it', 'what-next'],
  specialties: ['nephrology', 'internal-medicine'],
  urgency: 'hours',
  patient: { ageBand: '65-69', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Tired, nauseated, little urine for 2 days. CT for renal colic 3 days ago: 5 mm stone, already passed.',
      es: 'Cansancio, náuseas y poca orina desde hace 2 días. TC por cólico renal hace 3 días: cálculo de 5 mm, ya expulsado.',
    },
    history: {
      en: 'Hypertension, type 2 diabetes. Vomited all through the colic.',
      es: 'Hipertensión, diabetes tipo 2. Vomitó durante todo el cólico.',
    },
    medicines: {
      en: 'Ramipril 10 mg, indapamide 2.5 mg, metformin 1 g twice a day. Ibuprofen 600 mg three times a day since the colic. None missed.',
      es: 'Ramipril 10 mg, indapamida 2,5 mg, metformina 1 g dos veces al día. Ibuprofeno 600 mg tres veces al día desde el cólico. No ha dejado ninguno.',
    },
    allergies: { en: 'Penicillin: rash.', es: 'Penicilina: exantema.' },
    examination: {
      en: 'Dry mouth, pressure falls on standing. No bladder felt, no oedema.',
      es: 'Boca seca, la tensión cae al levantarse. No se palpa vejiga, sin edema.',
    },
    doneSoFar: { en: 'Line in, 500 mL of balanced crystalloid running.', es: 'Vía colocada, 500 mL de cristaloide balanceado en curso.' },
    resources: { en: 'Ultrasound today. Dialysis in the next town.', es: 'Ecografía hoy. Diálisis en la ciudad vecina.' },
  },
  vitals: [
    { code: 'systolic', value: '104' },
    { code: 'diastolic', value: '62' },
    { code: 'heart-rate', value: '96' },
    { code: 'respiratory-rate', value: '20' },
    { code: 'spo2', value: '97' },
    { code: 'glucose', value: '9.1' },
  ],
  labs: [
    { name: { en: 'Creatinine, 3 days ago', es: 'Creatinina, hace 3 días' }, value: '98', unit: 'µmol/L', range: '60–110' },
    { name: { en: 'Creatinine, now', es: 'Creatinina, ahora' }, value: '412', unit: 'µmol/L', range: '60–110', flag: 'high' },
    { name: { en: 'Urea', es: 'Urea' }, value: '27.4', unit: 'mmol/L', range: '2.5–7.8', flag: 'high' },
  ],
  suspicions: [
    { en: 'Contrast nephropathy', es: 'Nefropatía por contraste' },
    { en: 'Dry, with ibuprofen, ramipril and a diuretic', es: 'Depleción de volumen con ibuprofeno, ramipril y diurético' },
    { en: 'Obstruction by a second stone', es: 'Obstrucción por un segundo cálculo' },
  ],
  images: [],
  consent: 'none-needed',
  audience: 'everyone',
  events: [
    {
      id: 'urine',
      at: 12,
      by: 'nephrology-us',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Potassium and gas? Bladder scan, urine output and a dipstick? Obstruction has to leave the room first.',
        es: '¿Potasio y gasometría? ¿Ecografía vesical, diuresis y tira de orina? Lo primero es descartar la obstrucción.',
      },
    },
    {
      id: 'the-tablets',
      at: 21,
      by: 'nephrology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'The tablets, and the vomiting. Ramipril opens the way out of the glomerulus, ibuprofen narrows the way in, the diuretic empties the tank: the contrast was only there at the time. Stop all three and the metformin, refill to normal volume and not beyond, ultrasound today, urine under the microscope.',
        es: 'Las pastillas y los vómitos. El ramipril abre la salida del glomérulo, el ibuprofeno estrecha la entrada, el diurético vacía el depósito: el contraste solo pasaba por allí. Suspenda los tres y la metformina, reponga hasta euvolemia y no más, ecografía hoy, sedimento al microscopio.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'potassium',
      at: 48,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'urine',
      text: {
        en: 'Tented T waves, QRS normal. Bladder 40 mL, catheter in: 15 mL an hour. Ultrasound: no dilatation. Urine: brown granular casts, no blood.',
        es: 'Ondas T picudas, QRS normal. Vejiga 40 mL, sonda puesta: 15 mL por hora. Ecografía: sin dilatación. Orina: cilindros granulosos pardos, sin sangre.',
      },
      labs: [
        { name: { en: 'Potassium', es: 'Potasio' }, value: '6.7', unit: 'mmol/L', range: '3.5–5.0', flag: 'high' },
        { name: { en: 'pH, venous', es: 'pH venoso' }, value: '7.26', unit: '', range: '7.32–7.42', flag: 'low' },
        { name: { en: 'Bicarbonate', es: 'Bicarbonato' }, value: '16', unit: 'mmol/L', range: '22–29', flag: 'low' },
        { name: { en: 'Lactate', es: 'Lactato' }, value: '2.6', unit: 'mmol/L', range: '0.5–2.0', flag: 'high' },
      ],
    },
    {
      id: 'protect-the-heart',
      at: 54,
      by: 'intensive-south-africa',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Monitor. Calcium gluconate 10%, 30 mL over 10 min, repeat if the ECG has not settled. Insulin 10 units with 25 g glucose, then hourly glucose for 6 h. Salbutamol 10 mg nebulised. Potassium again at 1, 2 and 4 h. Ring dialysis now: still above 6.5 after that, or no urine, is a transfer.',
        es: 'Monitor. Gluconato cálcico 10 %, 30 mL en 10 min, repetir si el ECG no mejora. Insulina 10 unidades con 25 g de glucosa, luego glucemia horaria 6 h. Salbutamol 10 mg nebulizado. Potasio a la hora 1, 2 y 4. Llame ya a diálisis: si sigue por encima de 6,5 tras eso, o sin orina, se traslada.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'contrast',
      at: 95,
      by: 'radiology-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'With a normal creatinine before, the risk from intravenous contrast is very small. Please do not write an "allergy to contrast" in his notes: one day he will need it.',
        es: 'Con creatinina previa normal, el riesgo del contraste intravenoso es muy pequeño. Por favor, no anote "alergia al contraste" en su historia: algún día lo necesitará.',
      },
    },
    {
      id: 'what-goes-back',
      at: 260,
      by: 'pharmacology-ireland',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Before he leaves: ibuprofen never again with this pair. Ramipril back once creatinine is steady, potassium below 5.0 and he drinks; metformin once eGFR is above 30, at a lower dose up to 45. Give him a written sick-day rule.',
        es: 'Antes del alta: ibuprofeno nunca más con esta pareja. El ramipril vuelve con creatinina estable, potasio por debajo de 5,0 y buena ingesta; la metformina con FGe por encima de 30, a dosis menor hasta 45. Dele por escrito la regla de los días de enfermedad.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'day-four',
      at: 5800,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'No dialysis. Potassium fell within 4 h. Day 4: passing 2.9 L a day, replacing part of it.',
        es: 'Sin diálisis. El potasio bajó en 4 h. Día 4: orina 2,9 L al día, reponemos una parte.',
      },
      labs: [
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '236', unit: 'µmol/L', range: '60–110', flag: 'high' },
        { name: { en: 'Potassium', es: 'Potasio' }, value: '4.3', unit: 'mmol/L', range: '3.5–5.0' },
        { name: { en: 'Bicarbonate', es: 'Bicarbonato' }, value: '23', unit: 'mmol/L', range: '22–29' },
      ],
    },
  ],
  outcome: {
    at: 30600,
    finalDiagnosis: {
      en: 'Acute tubular injury: volume loss with ibuprofen, ramipril and a diuretic. Creatinine 108 µmol/L at 3 weeks.',
      es: 'Lesión tubular aguda: depleción de volumen con ibuprofeno, ramipril y diurético. Creatinina 108 µmol/L a las 3 semanas.',
    },
    confirmedBy: 'clinical-course',
    course: {
      en: 'Peak creatinine 430 µmol/L on day 1. No dialysis. Ramipril 5 mg restarted in week 2, diuretic left off.',
      es: 'Creatinina máxima 430 µmol/L el día 1. Sin diálisis. Ramipril 5 mg reiniciado en la semana 2, diurético suspendido.',
    },
    learningPoint: {
      en: 'Read the drug chart before blaming the contrast, and give the sick-day rule with the ramipril.',
      es: 'Lea la medicación antes de culpar al contraste, y dé la regla de los días de enfermedad junto con el ramipril.',
    },
    helped: ['the-tablets', 'protect-the-heart', 'what-goes-back'],
  },
  seenBy: { doctors: 143, views: 372 },
} as const satisfies DemoCase

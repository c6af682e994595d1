import type { DemoCase } from '#demo/DemoCase.ts'

/** A flap in the aorta, an ECG that tempts towards thrombolysis, and surgery 60 km away. */
export const typeADissection = {
  slug: 'type-a-dissection',
  language: 'en',
  mode: 'ask',
  hoursAgo: 310,
  asker: { key: 'asker', specialty: 'emergency-medicine', country: 'ZA', name: 'Dr Thandeka Mbovane' },
  doctors: [
    { key: 'emergency-spain', specialty: 'emergency-medicine', country: 'ES' },
    { key: 'cardiology-uk', specialty: 'cardiology', country: 'GB' },
    { key: 'surgery-australia', specialty: 'cardiothoracic-surgery', country: 'AU' },
    { key: 'intensive-mexico', specialty: 'critical-care-medicine', country: 'MX' },
    { key: 'radiology-ireland', specialty: 'radiology', country: 'IE' },
  ],
  question: {
    en: 'Flap in the ascending aorta, weak right arm pulse, inferior ST elevation, surgery 60 km away: what before he travels?',
    es: 'Colgajo en aorta ascendente, pulso débil en brazo derecho, ST elevado inferior, cirugía a 60 km: ¿qué hago antes del traslado?',
  },
  questionTypes: ['what-next', 'how-to-treat'],
  specialties: ['emergency-medicine', 'cardiothoracic-surgery', 'cardiology'],
  urgency: 'minutes',
  patient: { ageBand: '55-59', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Sudden tearing pain 90 min ago, worst at the start, chest then between the shoulder blades. Sweating.',
      es: 'Dolor súbito y desgarrador hace 90 min, máximo al inicio, en tórax y luego interescapular. Sudoroso.',
    },
    history: { en: 'Hypertension, tablets stopped a year ago. Smoker.', es: 'Hipertensión, abandonó el tratamiento hace un año. Fumador.' },
    medicines: { en: 'None. No cocaine.', es: 'Ninguno. No cocaína.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Right radial weak. Soft diastolic murmur at the left sternal edge. Chest clear, no focal weakness.',
      es: 'Radial derecho débil. Soplo diastólico suave en borde esternal izquierdo. Tórax limpio, sin focalidad.',
    },
    doneSoFar: {
      en: 'ECG: 1.5 mm ST elevation in II, III and aVF. CT because of the arm: flap from the root down. Two lines, morphine 5 mg. No antiplatelet.',
      es: 'ECG: elevación del ST de 1,5 mm en II, III y aVF. TC por lo del brazo: colgajo desde la raíz. Dos vías, morfina 5 mg. Sin antiagregante.',
    },
    resources: {
      en: 'Monitor, labetalol, esmolol, nitrate pump. Heart surgery 60 km away, ambulance in 40 min.',
      es: 'Monitor, labetalol, esmolol, nitratos en bomba. Cirugía cardíaca a 60 km, ambulancia en 40 min.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '104' },
    { code: 'systolic', value: '178' },
    { code: 'diastolic', value: '92' },
    { code: 'spo2', value: '96' },
    { code: 'respiratory-rate', value: '22' },
    { code: 'gcs', value: '15' },
  ],
  labs: [],
  suspicions: [
    { en: 'Type A dissection closing the right coronary', es: 'Disección tipo A que ocluye la coronaria derecha' },
    { en: 'Dissection with an unrelated infarct', es: 'Disección con infarto independiente' },
  ],
  images: [
    {
      file: 'type-a-dissection-ct.svg',
      caption: {
        en: 'CT angiogram, drawn: flap in the ascending and in the descending aorta.',
        es: 'AngioTC, dibujo: colgajo en aorta ascendente y en aorta descendente.',
      },
      kind: 'radiology',
    },
  ],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'no-lysis',
      at: 3,
      by: 'emergency-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Do not let the ST tempt you: no thrombolysis, no heparin, no antiplatelet. The flap is pinching the right coronary, and the cure is the operation. The surgeon on the phone now, before any other test.',
        es: 'Que el ST no le tiente: ni trombólisis, ni heparina, ni antiagregante. El colgajo está pinzando la coronaria derecha y la cura es la operación. El cirujano al teléfono ya, antes de cualquier otra prueba.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'both-arms',
      at: 5,
      by: 'cardiology-uk',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Pressure in both arms? And is there fluid round the heart on a quick look with the probe?',
        es: '¿Tensión en ambos brazos? ¿Y hay líquido pericárdico en un vistazo con la sonda?',
      },
    },
    {
      id: 'arms-and-probe',
      at: 11,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'both-arms',
      text: {
        en: 'Left arm 178/92, right arm 126/70. Probe: thin rim of fluid, no collapse, aortic root wide, some regurgitation.',
        es: 'Brazo izquierdo 178/92, derecho 126/70. Sonda: lámina fina de líquido, sin colapso, raíz aórtica ancha, algo de insuficiencia.',
      },
      labs: [
        { name: { en: 'Troponin T', es: 'Troponina T' }, value: '28', unit: 'ng/L', range: '<14', flag: 'high' },
        { name: { en: 'Lactate', es: 'Lactato' }, value: '2.9', unit: 'mmol/L', range: '0.5–2.0', flag: 'high' },
        { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '138', unit: 'g/L', range: '130–170' },
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '118', unit: 'µmol/L', range: '60–110', flag: 'high' },
      ],
    },
    {
      id: 'impulse',
      at: 14,
      by: 'intensive-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Pain first: fentanyl. Then rate before pressure: labetalol 20 mg slowly, repeat, or esmolol; aim below 60 a minute and systolic 100 to 120, measured in the left arm, the higher one. Watch the murmur: with severe regurgitation go gently. Vasodilator only after the beta-blocker.',
        es: 'Primero el dolor: fentanilo. Luego frecuencia antes que tensión: labetalol 20 mg lento, repetir, o esmolol; objetivo menos de 60 por minuto y sistólica de 100 a 120, medida en el brazo izquierdo, el más alto. Cuidado con el soplo: si la insuficiencia es grave, con suavidad. Vasodilatador solo después del betabloqueante.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'accepted',
      at: 34,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'Fentanyl and two doses of labetalol: rate 62, left arm 118 systolic, pain 2 out of 10. Surgeons have accepted. ST unchanged.',
        es: 'Fentanilo y dos dosis de labetalol: frecuencia 62, sistólica 118 en brazo izquierdo, dolor 2 de 10. Cirugía ha aceptado. ST sin cambios.',
      },
    },
    {
      id: 'do-not-drain',
      at: 38,
      by: 'surgery-australia',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Go now, with a doctor. Leave the effusion alone: draining it can restart the bleed, so only a few mL at a time if he is about to arrest. Send the images ahead and cross-match on arrival.',
        es: 'Salgan ya, con médico. No toque el derrame: drenarlo puede reiniciar el sangrado; solo unos pocos mL cada vez si está a punto de pararse. Envíe las imágenes por delante y pruebas cruzadas al llegar.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'branches',
      at: 45,
      by: 'radiology-ireland',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Tell them which branches come off the false lumen: the carotids and the left kidney change the plan.',
        es: 'Dígales qué ramas salen de la falsa luz: las carótidas y el riñón izquierdo cambian el plan.',
      },
    },
  ],
  outcome: {
    at: 17400,
    finalDiagnosis: {
      en: 'Acute type A aortic dissection with malperfusion of the right coronary. Repaired; home on day 11.',
      es: 'Disección aórtica aguda tipo A con hipoperfusión de la coronaria derecha. Reparada; alta el día 11.',
    },
    confirmedBy: 'imaging',
    course: {
      en: 'On the table 3 h after the question. Root and ascending aorta replaced, coronary reimplanted. No stroke. Creatinine peaked at 190 µmol/L and fell.',
      es: 'En quirófano 3 h después de la pregunta. Sustitución de raíz y aorta ascendente, coronaria reimplantada. Sin ictus. Creatinina máxima 190 µmol/L, luego descendió.',
    },
    learningPoint: {
      en: 'Feel both radials before thrombolysis: ST elevation can be the aorta.',
      es: 'Palpe ambos radiales antes de trombolizar: un ST elevado puede ser la aorta.',
    },
    helped: ['no-lysis', 'impulse', 'do-not-drain'],
  },
  seenBy: { doctors: 176, views: 448 },
} as const satisfies DemoCase

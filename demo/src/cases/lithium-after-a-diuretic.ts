import type { DemoCase } from '#demo/DemoCase.ts'

/** Tremor and confusion after a thiazide was added to lithium: a level that means more than it says. */
export const lithiumAfterADiuretic = {
  slug: 'lithium-after-a-diuretic',
  language: 'es',
  mode: 'ask',
  hoursAgo: 132,
  asker: { key: 'asker', specialty: 'family-medicine', country: 'US' },
  doctors: [
    { key: 'toxicology-uk', specialty: 'medical-toxicology', country: 'GB' },
    { key: 'nephrology-canada', specialty: 'nephrology', country: 'CA' },
    { key: 'pharmacology-spain', specialty: 'clinical-pharmacology', country: 'ES' },
    { key: 'psychiatry-ireland', specialty: 'psychiatry', country: 'IE' },
  ],
  question: {
    en: 'Tremor and confusion 10 days after hydrochlorothiazide was added to lithium, level 2.4 mmol/L: fluids or dialysis?',
    es: 'Temblor y confusión 10 días después de añadir hidroclorotiazida al litio, litemia 2,4 mmol/L: ¿líquidos o diálisis?',
  },
  questionTypes: ['how-to-treat'],
  specialties: ['psychiatry', 'medical-toxicology', 'nephrology'],
  urgency: 'hours',
  patient: { ageBand: '60-64', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Coarse tremor for 4 days, unsteady gait, diarrhoea; muddled since yesterday.',
      es: 'Temblor grueso de 4 días, marcha inestable, diarrea; desorientada desde ayer.',
    },
    history: {
      en: 'Bipolar disorder, stable on lithium for 18 years. Hypertension. Knee pain.',
      es: 'Trastorno bipolar, estable con litio desde hace 18 años. Hipertensión. Gonalgia.',
    },
    medicines: {
      en: 'Lithium carbonate 900 mg daily, hydrochlorothiazide 25 mg for 10 days, ibuprofen when in pain.',
      es: 'Carbonato de litio 900 mg al día, hidroclorotiazida 25 mg desde hace 10 días, ibuprofeno a demanda.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Dry. Disoriented in time, coarse tremor, brisk reflexes, ataxia. No rigidity, no fever.',
      es: 'Mucosas secas. Desorientada en tiempo, temblor grueso, reflejos vivos, ataxia. Sin rigidez ni fiebre.',
    },
    doneSoFar: {
      en: 'Lithium, thiazide and ibuprofen stopped. ECG: flat T waves, QTc 458 ms.',
      es: 'Suspendidos litio, tiazida e ibuprofeno. ECG: ondas T aplanadas, QTc 458 ms.',
    },
    resources: {
      en: 'Small community hospital, lithium level in 2 h. Dialysis at 1 h.',
      es: 'Hospital comunitario pequeño, litemia en 2 h. Diálisis a 1 h.',
    },
  },
  vitals: [
    { code: 'systolic', value: '108' },
    { code: 'diastolic', value: '62' },
    { code: 'heart-rate', value: '58' },
    { code: 'spo2', value: '96' },
    { code: 'temperature', value: '36.9' },
    { code: 'gcs', value: '14' },
    { code: 'weight', value: '68' },
  ],
  labs: [
    { name: { en: 'Lithium', es: 'Litemia' }, value: '2.4', unit: 'mmol/L', range: '0.6–1.0', flag: 'high' },
    { name: { en: 'Creatinine', es: 'Creatinina' }, value: '1.8', unit: 'mg/dL', range: '0.5–1.0', flag: 'high' },
    { name: { en: 'Sodium', es: 'Sodio' }, value: '144', unit: 'mmol/L', range: '135–145' },
    { name: { en: 'Potassium', es: 'Potasio' }, value: '3.6', unit: 'mmol/L', range: '3.5–5.0' },
  ],
  suspicions: [
    { en: 'Chronic lithium toxicity', es: 'Intoxicación crónica por litio' },
    { en: 'Gastroenteritis with kidney injury', es: 'Gastroenteritis con daño renal' },
  ],
  images: [],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'brain-not-blood',
      at: 16,
      by: 'toxicology-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'In chronic toxicity treat the brain, not the number. Isotonic saline to restore volume; no forced diuresis, no loop diuretic; charcoal does not bind lithium. Confusion with a failing kidney is reason enough to speak to the dialysis team now.',
        es: 'En la intoxicación crónica trate el cerebro, no el número. Suero salino isotónico para reponer volumen; sin diuresis forzada ni diurético de asa; el carbón no adsorbe litio. Confusión con riñón fallando basta para hablar ya con diálisis.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'sample',
      at: 23,
      by: 'nephrology-canada',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Hours since her last tablet? Slow-release? And was the tube free of lithium heparin?',
        es: '¿Horas desde el último comprimido? ¿Liberación prolongada? ¿El tubo no era de heparina de litio?',
      },
    },
    {
      id: 'last-tablet',
      at: 30,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: '14 h, ordinary tablets, serum tube. She passes 180 mL/h of pale urine.',
        es: '14 h, comprimidos normales, tubo de suero. Orina 180 mL/h, clara.',
      },
      replyTo: 'sample',
    },
    {
      id: 'sodium',
      at: 41,
      by: 'nephrology-canada',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Pale urine after 18 years of lithium: nephrogenic diabetes insipidus. Saline may push sodium up; check sodium and lithium every 6 h and change to hypotonic fluid if it rises. If lithium will not be below 1.0 within 36 h, dialyse.',
        es: 'Orina clara tras 18 años de litio: diabetes insípida nefrogénica. El salino puede subir el sodio; sodio y litemia cada 6 h y cambie a suero hipotónico si sube. Si la litemia no va a bajar de 1,0 en 36 h, dialice.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'six-hours',
      at: 395,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'After 2 L of saline: drowsier, level hardly moves, sodium up. Changed to glucose 5 %; transfer for dialysis agreed.',
        es: 'Tras 2 L de salino: más somnolienta, la litemia apenas baja, sodio en ascenso. Cambiado a glucosado 5 %; traslado a diálisis aceptado.',
      },
      labs: [
        { name: { en: 'Lithium', es: 'Litemia' }, value: '2.3', unit: 'mmol/L', range: '0.6–1.0', flag: 'high' },
        { name: { en: 'Sodium', es: 'Sodio' }, value: '150', unit: 'mmol/L', range: '135–145', flag: 'high' },
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '1.7', unit: 'mg/dL', range: '0.5–1.0', flag: 'high' },
      ],
    },
    {
      id: 'rebound',
      at: 412,
      by: 'pharmacology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Right decision. Expect a rebound: repeat the level 6 h after the session, and dialyse again if it is above 1.0 with symptoms. Thiazide plus ibuprofen both cut lithium clearance.',
        es: 'Decisión correcta. Espere rebote: litemia 6 h después de la sesión y nueva diálisis si está por encima de 1,0 con síntomas. Tiazida e ibuprofeno reducen ambos la eliminación del litio.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'mood',
      at: 530,
      by: 'psychiatry-ireland',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Stopping after 18 years risks early mania: ask psychiatry to choose cover before she goes home. Follow the gait; cerebellar signs may remain.',
        es: 'Suspenderlo tras 18 años expone a manía precoz: que psiquiatría elija cobertura antes del alta. Vigile la marcha; pueden quedar signos cerebelosos.',
      },
    },
  ],
  outcome: {
    at: 6700,
    finalDiagnosis: {
      en: 'Chronic lithium toxicity from thiazide and ibuprofen, with nephrogenic diabetes insipidus',
      es: 'Intoxicación crónica por litio por tiazida e ibuprofeno, con diabetes insípida nefrogénica',
    },
    confirmedBy: 'laboratory',
    course: {
      en: 'One session of 6 h: 0.8 mmol/L, rebound to 1.0, then falling. Oriented on day 3, walks alone on day 4. Quetiapine for now; creatinine 1.3.',
      es: 'Una sesión de 6 h: 0,8 mmol/L, rebote a 1,0 y descenso. Orientada al día 3, camina sola al día 4. Quetiapina de momento; creatinina 1,3.',
    },
    learningPoint: {
      en: 'Lithium and a thiazide: choose another drug, or check the level within a week and say no to ibuprofen. Watch sodium when giving saline.',
      es: 'Litio y tiazida: elija otro fármaco, o litemia en una semana y nada de ibuprofeno. Vigile el sodio al dar salino.',
    },
    helped: ['brain-not-blood', 'sodium', 'rebound'],
  },
  seenBy: { doctors: 87, views: 219 },
} as const satisfies DemoCase

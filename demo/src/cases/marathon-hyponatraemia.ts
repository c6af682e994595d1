import type { DemoCase } from '#demo/DemoCase.ts'

/** A runner who drank at every table: small boluses of strong saline, and no bag of the ordinary kind. */
export const marathonHyponatraemia = {
  slug: 'marathon-hyponatraemia',
  language: 'en',
  mode: 'ask',
  hoursAgo: 74,
  asker: { key: 'asker', specialty: 'emergency-medicine', country: 'NZ' },
  doctors: [
    { key: 'intensive-us', specialty: 'critical-care-medicine', country: 'US' },
    { key: 'nephrology-spain', specialty: 'nephrology', country: 'ES' },
    { key: 'internal-mexico', specialty: 'internal-medicine', country: 'MX' },
    { key: 'intensive-australia', specialty: 'critical-care-medicine', country: 'AU' },
  ],
  question: {
    en: 'Collapsed after a marathon, sodium 119 mmol/L, one seizure: how much 3% saline, how fast, and where do I stop?',
    es: 'Colapso tras un maratón, sodio 119 mmol/L, una convulsión: ¿cuánto salino 3 %, a qué ritmo y dónde paro?',
  },
  questionTypes: ['how-to-treat'],
  specialties: ['internal-medicine', 'critical-care-medicine'],
  urgency: 'minutes',
  patient: { ageBand: '30-34', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Vomiting and confused at the finish, seizure of 1 min in the tent. First marathon, 5 h 20 min.',
      es: 'Vómitos y confusión en la meta, convulsión de 1 min en la carpa. Primer maratón, 5 h 20 min.',
    },
    history: {
      en: 'Drank at every table. Ring tight on her finger. Healthy.',
      es: 'Bebió en todos los puestos. El anillo le aprieta. Sana.',
    },
    medicines: {
      en: 'Ibuprofen 400 mg before and during the race. Escitalopram 10 mg.',
      es: 'Ibuprofeno 400 mg antes y durante la carrera. Escitalopram 10 mg.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Opens eyes to voice, confused, no focal signs. Lungs clear. Rectal temperature 37.6 °C.',
      es: 'Abre los ojos a la voz, confusa, sin focalidad. Pulmones limpios. Temperatura rectal 37,6 °C.',
    },
    doneSoFar: {
      en: 'Oxygen, midazolam 2 mg. A litre of 0.9% saline was hung; I have clamped it.',
      es: 'Oxígeno, midazolam 2 mg. Habían colgado un litro de salino 0,9 %; lo he pinzado.',
    },
    resources: {
      en: 'Race tent with bedside analyser. Hospital 15 min away.',
      es: 'Carpa de carrera con analizador portátil. Hospital a 15 min.',
    },
  },
  vitals: [
    { code: 'gcs', value: '12' },
    { code: 'heart-rate', value: '94' },
    { code: 'systolic', value: '126' },
    { code: 'diastolic', value: '74' },
    { code: 'spo2', value: '96' },
    { code: 'glucose', value: '6.1' },
    { code: 'weight', value: '57' },
  ],
  labs: [
    { name: { en: 'Sodium', es: 'Sodio' }, value: '119', unit: 'mmol/L', range: '135–145', flag: 'low' },
    { name: { en: 'Potassium', es: 'Potasio' }, value: '3.7', unit: 'mmol/L', range: '3.5–5.0' },
  ],
  suspicions: [
    { en: 'Exercise-associated hyponatraemia with brain swelling', es: 'Hiponatremia asociada al ejercicio con edema cerebral' },
    { en: 'Heat stroke', es: 'Golpe de calor' },
    { en: 'Epilepsy', es: 'Epilepsia' },
  ],
  images: [],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'bolus',
      at: 2,
      by: 'intensive-us',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Saline 3%, 100 mL over 10 min through any good vein. Not better: again, up to three times. 4 to 6 mmol/L up is enough to stop the swelling; then stop. No more 0.9% saline: she will keep the water and pass the salt.',
        es: 'Salino 3 %, 100 mL en 10 min por cualquier vena buena. Si no mejora, repita, hasta tres veces. Subir de 4 a 6 mmol/L basta para frenar el edema; ahí pare. No más salino 0,9 %: retendrá el agua y eliminará la sal.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'how-long',
      at: 5,
      by: 'internal-mexico',
      kind: 'question-back',
      language: 'es',
      text: {
        en: 'Any earlier sodium? With escitalopram, might part of it be older than today?',
        es: '¿Algún sodio previo? Con escitalopram, ¿podría parte ser anterior a hoy?',
      },
    },
    {
      id: 'acute',
      at: 9,
      by: 'nephrology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Hours old, so the brain tolerates a quick rise; the danger is doing too little. But as the hormone switches off she will pass litres of clear urine: catheter, sodium every hour, and do not go past 8 to 10 mmol/L in 24 h while you do not know an earlier value.',
        es: 'Lleva horas, así que el cerebro tolera una subida rápida; el peligro es quedarse corto. Pero al apagarse la hormona orinará litros de orina clara: sonda, sodio cada hora, y no pase de 8 a 10 mmol/L en 24 h mientras no conozca un valor previo.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'two-boluses',
      at: 26,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'how-long',
      text: {
        en: 'Two boluses in. GCS 15, vomiting stopped, headache left. Her partner found a sodium of 139 from a check-up 3 weeks ago. Going to hospital.',
        es: 'Dos bolos puestos. Glasgow 15, ya no vomita, queda cefalea. Su pareja encontró un sodio de 139 en una revisión de hace 3 semanas. Vamos al hospital.',
      },
      labs: [{ name: { en: 'Sodium', es: 'Sodio' }, value: '123', unit: 'mmol/L', range: '135–145', flag: 'low' }],
    },
    {
      id: 'nothing-to-drink',
      at: 31,
      by: 'intensive-australia',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Good: that is a proven acute fall. Now nothing but salty broth until she passes water, and no ibuprofen. Chest listened to again on arrival: lung oedema can follow.',
        es: 'Bien: queda demostrada una caída aguda. Ahora solo caldo salado hasta que orine, y nada de ibuprofeno. Ausculte otra vez al llegar: puede seguir un edema de pulmón.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'hour-six',
      at: 370,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'Hour 6: 2.3 L of clear urine by herself, no symptoms. No more saline since the tent. CT not done.',
        es: 'Hora 6: 2,3 L de orina clara espontánea, sin síntomas. Sin más salino desde la carpa. No se hizo TC.',
      },
      labs: [
        { name: { en: 'Sodium', es: 'Sodio' }, value: '130', unit: 'mmol/L', range: '135–145', flag: 'low' },
        { name: { en: 'Creatine kinase', es: 'Creatina cinasa' }, value: '1840', unit: 'U/L', range: '<200', flag: 'high' },
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '81', unit: 'µmol/L', range: '45–90' },
      ],
    },
  ],
  outcome: {
    at: 2700,
    finalDiagnosis: {
      en: 'Exercise-associated hyponatraemia with seizure. Sodium 137 mmol/L the next day, home well.',
      es: 'Hiponatremia asociada al ejercicio con convulsión. Sodio 137 mmol/L al día siguiente, alta sin secuelas.',
    },
    confirmedBy: 'laboratory',
    course: {
      en: '200 mL of 3% saline in all. No second seizure. The acute fall was proven, so the fast rise was let be.',
      es: '200 mL de salino 3 % en total. Sin segunda convulsión. Como la caída aguda estaba demostrada, no se frenó la subida rápida.',
    },
    learningPoint: {
      en: 'Measure sodium before hanging a bag on a collapsed runner; drink to thirst.',
      es: 'Mida el sodio antes de colgar un suero a un corredor colapsado; beber según la sed.',
    },
    helped: ['bolus', 'acute'],
  },
  seenBy: { doctors: 74, views: 188 },
} as const satisfies DemoCase

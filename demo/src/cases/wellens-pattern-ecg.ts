import type { DemoCase } from '#demo/DemoCase.ts'

/** Biphasic T waves once the pain has gone: open, and the second troponin is in. */
export const wellensPatternEcg = {
  slug: 'wellens-pattern-ecg',
  language: 'en',
  mode: 'ask',
  hoursAgo: 1.1,
  asker: { key: 'asker', specialty: 'general-practice', country: 'NZ', name: 'Dr Aroha Ngata' },
  doctors: [
    { key: 'cardiology-uk', specialty: 'cardiology', country: 'GB' },
    { key: 'cardiology-spain', specialty: 'cardiology', country: 'ES' },
    { key: 'emergency-australia', specialty: 'emergency-medicine', country: 'AU' },
    { key: 'internal-mexico', specialty: 'internal-medicine', country: 'MX' },
    { key: 'cardiology-us', specialty: 'cardiology', country: 'US' },
  ],
  question: {
    en: 'Wellens or a benign pattern? Runner, 38, chest pain gone an hour ago, troponin 9 ng/L',
    es: '¿Wellens o patrón benigno? Corredor, 38 años, dolor torácico resuelto hace una hora, troponina 9 ng/L',
  },
  questionTypes: ['interpret-this'],
  specialties: ['cardiology', 'emergency-medicine'],
  urgency: 'hours',
  patient: { ageBand: '35-39', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Central tightness for 25 min after a hill run, into the jaw. Gone by itself an hour ago. A shorter spell last week.',
      es: 'Opresión central de 25 min tras correr cuesta arriba, irradiada a mandíbula. Cedió sola hace una hora. Otro episodio más corto la semana pasada.',
    },
    history: {
      en: 'Runs 50 km a week. Never smoked. Father had a stent at 49. LDL never measured.',
      es: 'Corre 50 km por semana. Nunca fumó. Padre con stent a los 49. LDL nunca medido.',
    },
    medicines: { en: 'None. No stimulants, he says.', es: 'Ninguno. Niega estimulantes.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Well, pain-free, warm. No murmur, clear chest, equal pulses.',
      es: 'Buen aspecto, sin dolor, bien perfundido. Sin soplos, tórax limpio, pulsos iguales.',
    },
    doneSoFar: {
      en: 'ECG recorded pain-free. Aspirin 300 mg. First troponin (high-sensitivity T) 40 min after the pain stopped.',
      es: 'ECG registrado sin dolor. Aspirina 300 mg. Primera troponina (T de alta sensibilidad) 40 min después de ceder el dolor.',
    },
    resources: {
      en: 'Rural clinic with monitor, defibrillator and bedside troponin. Nearest catheter laboratory: 2 h by road.',
      es: 'Centro rural con monitor, desfibrilador y troponina a pie de cama. Hemodinámica más cercana: 2 h por carretera.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '58' },
    { code: 'systolic', value: '134' },
    { code: 'diastolic', value: '80' },
    { code: 'spo2', value: '98' },
    { code: 'respiratory-rate', value: '14' },
    { code: 'temperature', value: '36.5' },
  ],
  labs: [
    { name: { en: 'Troponin T, first', es: 'Troponina T, primera' }, value: '9', unit: 'ng/L', range: '<14' },
    { name: { en: 'Potassium', es: 'Potasio' }, value: '4.2', unit: 'mmol/L', range: '3.5–5.0' },
  ],
  suspicions: [
    { en: 'Wellens pattern, critical proximal LAD stenosis', es: 'Patrón de Wellens, estenosis crítica de la DA proximal' },
    { en: 'Benign T-wave inversion of an athlete', es: 'Inversión benigna de la onda T del deportista' },
    { en: 'Hypertrophic cardiomyopathy', es: 'Miocardiopatía hipertrófica' },
  ],
  images: [
    {
      file: 'wellens-pattern-ecg.svg',
      caption: {
        en: 'Chest leads, pain-free, drawn from the tracing. T waves up then down in V2 and V3.',
        es: 'Precordiales, sin dolor, dibujadas a partir del trazado. Ondas T positivas y luego negativas en V2 y V3.',
      },
      kind: 'ecg',
    },
  ],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'earlier-ecg',
      at: 6,
      by: 'cardiology-uk',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Is there an earlier ECG? And was he truly free of pain when this one was taken?',
        es: '¿Hay un ECG previo? ¿Y estaba realmente sin dolor cuando se hizo este?',
      },
    },
    {
      id: 'as-wellens',
      at: 11,
      by: 'cardiology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Treat it as Wellens until the coronaries are seen. Pain that went, then biphasic T waves in V2 and V3 with R waves kept: the LAD has been closed and has opened. A normal troponin does not argue against it. No stress test and no treadmill: they can close it again.',
        es: 'Trátelo como Wellens hasta ver las coronarias. Dolor que cede y después T bifásicas en V2 y V3 con R conservada: la DA estuvo cerrada y se ha abierto. Una troponina normal no va en contra. Ni prueba de esfuerzo ni cinta: pueden volver a cerrarla.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'no-earlier-ecg',
      at: 14,
      by: 'asker',
      kind: 'comment',
      language: 'en',
      replyTo: 'earlier-ecg',
      text: {
        en: 'No earlier ECG anywhere. Yes: no pain at all for 20 min before it.',
        es: 'Ningún ECG previo. Sí: sin dolor alguno desde 20 min antes.',
      },
    },
    {
      id: 'move-him',
      at: 19,
      by: 'emergency-australia',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Ring the catheter centre now and move him on a monitor, pads within reach. ECG every 15 min and at once if pain comes back: T waves that turn upright with pain mean it has closed again, and that is a STEMI call.',
        es: 'Llame ya al centro con hemodinámica y trasládelo monitorizado, con los parches a mano. ECG cada 15 min y de inmediato si vuelve el dolor: si las T se hacen positivas con dolor, se ha vuelto a cerrar y hay que activar código infarto.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'athlete',
      at: 27,
      by: 'internal-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'I would not lean on "athlete": benign repolarisation usually brings a raised J point before the negative T wave, and no story of pain.',
        es: 'No me apoyaría en "deportista": la repolarización benigna suele traer el punto J elevado antes de la T negativa, y ninguna historia de dolor.',
      },
    },
    {
      id: 'second-troponin',
      at: 38,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'Second troponin up. Still no pain, ECG unchanged. Ambulance with a paramedic crew 25 min away.',
        es: 'Segunda troponina elevada. Sigue sin dolor, ECG sin cambios. Ambulancia con paramédicos a 25 min.',
      },
      labs: [{ name: { en: 'Troponin T, second', es: 'Troponina T, segunda' }, value: '31', unit: 'ng/L', range: '<14', flag: 'high' }],
    },
    {
      id: 'nstemi',
      at: 47,
      by: 'cardiology-us',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'From 9 to 31 with this ECG: an infarct without ST elevation, high risk, angiography within 24 h and sooner if pain returns. Anticoagulate as the receiving team says; leave the second antiplatelet to them. Send the tracings ahead.',
        es: 'De 9 a 31 con este ECG: infarto sin elevación del ST de alto riesgo, coronariografía en menos de 24 h y antes si vuelve el dolor. Anticoagule según indique el equipo receptor; el segundo antiagregante, que lo decidan ellos. Envíe los trazados por delante.',
      },
      confidence: 'likely',
      seen: 'many',
    },
  ],
  seenBy: { doctors: 40, views: 96 },
} as const satisfies DemoCase

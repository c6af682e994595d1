import type { DemoCase } from '#demo/DemoCase.ts'

/** A knee that hurts because of the hip. */
export const limpKneePain = {
  slug: 'limp-knee-pain',
  language: 'en',
  mode: 'ask',
  hoursAgo: 236,
  asker: { key: 'asker', specialty: 'general-practice', country: 'GB' },
  doctors: [
    { key: 'orthopaedics-us', specialty: 'pediatric-orthopedics', country: 'US' },
    { key: 'orthopaedics-spain', specialty: 'orthopedic-surgery', country: 'ES' },
    { key: 'radiology-new-zealand', specialty: 'radiology', country: 'NZ' },
    { key: 'endocrinology-mexico', specialty: 'pediatric-endocrinology', country: 'MX' },
  ],
  question: {
    en: 'Boy of 12, knee pain and a limp for 4 weeks, knee film normal: what do the hips show, and may he walk home?',
    es: 'Niño de 12 años, dolor de rodilla y cojera 4 semanas, rodilla normal en la placa: ¿qué muestran las caderas y puede irse andando?',
  },
  questionTypes: ['interpret-this', 'what-next'],
  specialties: ['pediatric-orthopedics', 'radiology'],
  urgency: 'hours',
  patient: { ageBand: '10-14', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Left knee ache, worse after football. Limps, foot points outwards. No fall, no fever.',
      es: 'Dolor en rodilla izquierda, peor tras el fútbol. Cojea, con el pie hacia fuera. Sin caída ni fiebre.',
    },
    history: {
      en: 'Seen twice: "growing pains". Healthy, growing well.',
      es: 'Visto dos veces: "dolores de crecimiento". Sano, crece bien.',
    },
    medicines: { en: 'Ibuprofen now and then.', es: 'Ibuprofeno ocasional.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Knee normal. Left hip: internal rotation lost, and bending the hip turns the leg out. Walks in, with a limp.',
      es: 'Rodilla normal. Cadera izquierda: rotación interna perdida, y al flexionarla la pierna gira hacia fuera. Entra andando, cojea.',
    },
    doneSoFar: {
      en: 'Film of both hips from the front, not yet reported.',
      es: 'Radiografía anteroposterior de ambas caderas, aún sin informe.',
    },
    resources: {
      en: 'Surgery with X-ray next door. Children’s orthopaedics 35 km away.',
      es: 'Consulta con radiología al lado. Ortopedia infantil a 35 km.',
    },
  },
  vitals: [
    { code: 'weight', value: '71' },
    { code: 'temperature', value: '36.6' },
    { code: 'heart-rate', value: '82' },
  ],
  labs: [],
  suspicions: [
    { en: 'Slipped upper femoral epiphysis', es: 'Epifisiólisis femoral proximal' },
    { en: 'Perthes disease', es: 'Enfermedad de Perthes' },
    { en: 'Osteochondritis of the knee', es: 'Osteocondritis de rodilla' },
  ],
  images: [
    {
      file: 'limp-knee-pain-hips.svg',
      caption: { en: 'Both hips from the front, drawn. L marks his left.', es: 'Ambas caderas de frente, dibujo. L marca su izquierda.' },
      kind: 'radiology',
    },
  ],
  consent: 'written',
  audience: 'everyone',
  events: [
    {
      id: 'slipped',
      at: 8,
      by: 'radiology-new-zealand',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'The left growth plate is wide, and a line along the top of the neck misses the head, while on the right it cuts it. That is a slip. A lateral view would show it better, but only if moving him does not hurt; no forced frog position.',
        es: 'La fisis izquierda está ensanchada, y una línea por el borde superior del cuello no corta la cabeza, mientras que en el lado derecho sí. Es un deslizamiento. La proyección lateral lo mostraría mejor, pero solo si moverlo no duele; nada de forzar la posición de rana.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'no-steps',
      at: 13,
      by: 'orthopaedics-us',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'He does not take another step. Wheelchair, nothing to eat, and orthopaedics by phone now: it is fixed within a day. Walking on it can turn a stable slip into an unstable one, and then the head may die.',
        es: 'Que no dé un paso más. Silla de ruedas, en ayunas y ortopedia al teléfono ya: se fija en menos de un día. Caminar puede convertir un deslizamiento estable en inestable, y entonces la cabeza puede necrosarse.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'other-hip',
      at: 19,
      by: 'orthopaedics-spain',
      kind: 'question-back',
      language: 'es',
      text: {
        en: 'Does the right hip rotate inwards freely and without pain? It slips too in one child of every 5.',
        es: '¿La cadera derecha rota hacia dentro libre y sin dolor? También se desliza en uno de cada 5 niños.',
      },
    },
    {
      id: 'right-is-fine',
      at: 27,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'other-hip',
      text: {
        en: 'Right hip turns in 35 degrees, no pain. He is in a wheelchair, fasting; orthopaedics expect him. Bloods from this morning are back.',
        es: 'La cadera derecha rota 35 grados hacia dentro, sin dolor. Está en silla de ruedas y en ayunas; ortopedia lo espera. Llegó la analítica de esta mañana.',
      },
      labs: [
        { name: { en: 'CRP', es: 'PCR' }, value: '3', unit: 'mg/L', range: '<5' },
        { name: { en: 'White cells', es: 'Leucocitos' }, value: '8.1', unit: '×10⁹/L', range: '4.5–13.0' },
      ],
    },
    {
      id: 'hormones',
      at: 160,
      by: 'endocrinology-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'At 12 and heavy, this is the usual story. TSH and vitamin D once is fair; a wider hormone search only if he is under 10, short, or thin.',
        es: 'A los 12 y con sobrepeso, es la historia habitual. TSH y vitamina D una vez es razonable; estudio hormonal amplio solo si tuviera menos de 10, talla baja o fuera delgado.',
      },
    },
    {
      id: 'pinned',
      at: 1500,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'One screw in the left hip last night, fixed where it lay. Home on crutches. The family were told what pain on the right would mean.',
        es: 'Un tornillo en la cadera izquierda anoche, fijada donde estaba. A casa con muletas. La familia sabe qué significaría un dolor en el lado derecho.',
      },
      labs: [
        { name: { en: 'TSH', es: 'TSH' }, value: '2.4', unit: 'mIU/L', range: '0.5–4.5' },
        { name: { en: 'Vitamin D', es: 'Vitamina D' }, value: '31', unit: 'nmol/L', range: '50–125', flag: 'low' },
      ],
    },
  ],
  outcome: {
    at: 11600,
    finalDiagnosis: {
      en: 'Stable slipped upper femoral epiphysis, left. One screw the same day.',
      es: 'Epifisiólisis femoral proximal estable izquierda. Un tornillo el mismo día.',
    },
    confirmedBy: 'imaging',
    course: {
      en: 'Pain gone at 1 week, on crutches for 6 weeks. Right hip watched with films every 3 months.',
      es: 'Sin dolor a la semana 1, muletas 6 semanas. Cadera derecha en vigilancia con radiografías cada 3 meses.',
    },
    learningPoint: {
      en: 'A child with knee pain has a hip until you have turned it inwards.',
      es: 'Un niño con dolor de rodilla tiene una cadera hasta que usted la haya rotado hacia dentro.',
    },
    helped: ['slipped', 'no-steps'],
  },
  seenBy: { doctors: 87, views: 214 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** Thunderclap headache, late normal CT: the vessels, not only the cisterns. */
export const thunderclapHeadache = {
  slug: 'thunderclap-headache',
  language: 'es',
  mode: 'ask',
  hoursAgo: 455,
  asker: { key: 'asker', specialty: 'emergency-medicine', country: 'MX' },
  doctors: [
    { key: 'neurosurgery-new-zealand', specialty: 'neurosurgery', country: 'NZ' },
    { key: 'neurology-uk', specialty: 'neurology', country: 'GB' },
    { key: 'neurology-spain', specialty: 'neurology', country: 'ES' },
    { key: 'radiology-us', specialty: 'radiology', country: 'US' },
  ],
  question: {
    en: 'Thunderclap headache 8 h ago, plain CT normal: lumbar puncture, CT angiogram or home?',
    es: 'Cefalea en trueno hace 8 h, TAC simple normal: ¿punción lumbar, angiotomografía o a casa?',
  },
  questionTypes: ['what-next', 'interpret-this'],
  specialties: ['neurology', 'neurosurgery', 'radiology'],
  urgency: 'hours',
  patient: { ageBand: '35-39', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Explosive headache, worst in under 1 min, in a hot shower. Vomited once. Now 5 out of 10.',
      es: 'Cefalea explosiva, máxima en menos de 1 min, durante una ducha caliente. Un vómito. Ahora 5 de 10.',
    },
    history: {
      en: 'Migraine since her teens; says this is different. No loss of consciousness. Not pregnant.',
      es: 'Migraña desde la adolescencia; dice que esto es distinto. Sin pérdida del estado de alerta. No está embarazada.',
    },
    medicines: {
      en: 'A cold remedy for the last week. Sumatriptan now and then.',
      es: 'Un antigripal desde hace una semana. Sumatriptán ocasional.',
    },
    allergies: { en: 'None known.', es: 'Negadas.' },
    examination: {
      en: 'Alert. No neck stiffness, normal pupils and fundi, no focal signs.',
      es: 'Alerta. Sin rigidez de nuca, pupilas y fondo de ojo normales, sin focalidad.',
    },
    doneSoFar: {
      en: 'Plain CT 8 h after onset, read as normal by the on-call radiologist. Paracetamol 1 g.',
      es: 'TAC simple a las 8 h del inicio, normal según el radiólogo de guardia. Paracetamol 1 g.',
    },
    resources: { en: 'CT angiography until 22 h. MRI in the morning.', es: 'Angiotomografía hasta las 22 h. Resonancia por la mañana.' },
  },
  vitals: [
    { code: 'systolic', value: '156' },
    { code: 'diastolic', value: '94' },
    { code: 'heart-rate', value: '88' },
    { code: 'temperature', value: '36.6' },
    { code: 'spo2', value: '98' },
    { code: 'gcs', value: '15' },
  ],
  labs: [],
  suspicions: [
    { en: 'Subarachnoid haemorrhage', es: 'Hemorragia subaracnoidea' },
    { en: 'Reversible cerebral vasoconstriction', es: 'Vasoconstricción cerebral reversible' },
    { en: 'Cerebral venous thrombosis', es: 'Trombosis venosa cerebral' },
    { en: 'Cervical artery dissection', es: 'Disección de arteria cervical' },
  ],
  images: [
    {
      file: 'thunderclap-headache-ct.svg',
      caption: { en: 'Plain CT at 8 h, drawn: basal cisterns dark.', es: 'TAC simple a las 8 h, dibujada: cisternas basales oscuras.' },
      kind: 'radiology',
    },
    {
      file: 'thunderclap-headache-head.dcm',
      caption: {
        en: 'The same CT to scroll through: a computed phantom, no patient.',
        es: 'La misma TAC para recorrerla: un maniquí calculado, no un paciente.',
      },
      kind: 'radiology',
    },
  ],
  consent: 'none-needed',
  audience: 'everyone',
  events: [
    {
      id: 'after-six-hours',
      at: 12,
      by: 'neurosurgery-new-zealand',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Not home. A normal CT is enough only within 6 h of onset, on a good scanner, read well. At 8 h she needs a lumbar puncture, at 12 h or later for xanthochromia, measuring the opening pressure; or CT angiography now, and both if in doubt.',
        es: 'A casa no. Una TC normal solo basta dentro de las 6 h del inicio, con buen equipo y bien leída. A las 8 h necesita punción lumbar, a las 12 h o más para ver xantocromía y midiendo la presión de apertura; o angioTC ahora, y ambas si hay duda.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'how-many',
      at: 20,
      by: 'neurology-uk',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Is this the first? Any shorter ones this week? And what exactly is in the cold remedy?',
        es: '¿Es la primera? ¿Alguna más breve esta semana? ¿Y qué lleva exactamente el antigripal?',
      },
    },
    {
      id: 'third-one',
      at: 29,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'The third in 5 days; the other two lasted 20 min, one during sex. The remedy has pseudoephedrine 60 mg, three times a day.',
        es: 'La tercera en 5 días; las otras dos duraron 20 min, una durante el coito. El antigripal lleva pseudoefedrina 60 mg, tres veces al día.',
      },
      replyTo: 'how-many',
    },
    {
      id: 'rcvs',
      at: 36,
      by: 'neurology-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Repeated thunderclaps with triggers and a vasoconstrictor: reversible cerebral vasoconstriction until shown otherwise. Stop pseudoephedrine and triptans, for good. Still exclude an aneurysm: angiography of head and neck, with a venous phase. No steroids.',
        es: 'Truenos repetidos con desencadenantes y un vasoconstrictor: vasoconstricción cerebral reversible hasta que se demuestre otra cosa. Suspenda pseudoefedrina y triptanes, para siempre. Descarte igualmente un aneurisma: angiografía de cabeza y cuello, con fase venosa. Sin corticoides.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'results',
      at: 310,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'CT angiogram: no aneurysm, no dissection, veins open; several short narrowings in middle and posterior cerebral arteries. Fluid at 12 h clear, no xanthochromia.',
        es: 'Angiotomografía: sin aneurisma ni disección, venas permeables; varias estenosis cortas en cerebrales medias y posteriores. Líquido a las 12 h claro, sin xantocromía.',
      },
      labs: [
        { name: { en: 'CSF red cells', es: 'Eritrocitos en LCR' }, value: '3', unit: '/µL', range: '<5' },
        { name: { en: 'CSF white cells', es: 'Leucocitos en LCR' }, value: '2', unit: '/µL', range: '<5' },
        { name: { en: 'CSF protein', es: 'Proteínas en LCR' }, value: '38', unit: 'mg/dL', range: '15–45' },
        { name: { en: 'Opening pressure', es: 'Presión de apertura' }, value: '17', unit: 'cmH₂O', range: '6–25' },
      ],
    },
    {
      id: 'beads',
      at: 338,
      by: 'radiology-us',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Beading fits. The first scan is often normal in week 1, so a clean one would not have excluded it. MRI tomorrow: look for sulcal blood, posterior oedema, infarct.',
        es: 'El aspecto arrosariado encaja. El primer estudio es a menudo normal en la semana 1: uno limpio no lo habría descartado. RM mañana: busque sangre en surcos, edema posterior, infarto.',
      },
    },
    {
      id: 'nimodipine',
      at: 352,
      by: 'neurology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Admit for several days. Nimodipine is usual for the pain, with weak evidence; avoid low pressures. No exertion, no Valsalva. Any new deficit: image again at once.',
        es: 'Ingreso varios días. Nimodipino es habitual para el dolor, con evidencia débil; evite tensiones bajas. Sin esfuerzos ni Valsalva. Cualquier déficit nuevo: repita imagen de inmediato.',
      },
      confidence: 'likely',
      seen: 'few',
    },
  ],
  outcome: {
    at: 8400,
    finalDiagnosis: {
      en: 'Reversible cerebral vasoconstriction syndrome, with pseudoephedrine and triptan',
      es: 'Síndrome de vasoconstricción cerebral reversible, con pseudoefedrina y triptán',
    },
    confirmedBy: 'imaging',
    course: {
      en: 'MRI without infarct or blood. Nimodipine. One milder thunderclap on day 2, none after. Home on day 5; angiogram again in 12 weeks.',
      es: 'Resonancia sin infarto ni sangre. Nimodipino. Un trueno más leve al día 2, ninguno después. A casa al día 5; nueva angiotomografía en 12 semanas.',
    },
    learningPoint: {
      en: 'Beyond 6 h a normal CT is not the end; ask how many thunderclaps there were and what was in the cold remedy.',
      es: 'Pasadas 6 h una TAC normal no es el final; pregunte cuántos truenos hubo y qué llevaba el antigripal.',
    },
    helped: ['after-six-hours', 'rcvs'],
  },
  seenBy: { doctors: 176, views: 447 },
} as const satisfies DemoCase

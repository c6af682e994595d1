import type { DemoCase } from '#demo/DemoCase.ts'

/** Scorpion sting in a small child, asked minutes ago: still waiting for its first answer. */
export const scorpionSting = {
  slug: 'scorpion-sting',
  language: 'es',
  mode: 'ask',
  hoursAgo: 0.2,
  asker: { key: 'asker', specialty: 'general-practice', country: 'MX' },
  doctors: [{ key: 'toxicology-us', specialty: 'medical-toxicology', country: 'US' }],
  question: {
    en: 'Small child stung by a scorpion 50 min ago, drooling and roving eyes, 2 vials of antivenom given: how many more, and when?',
    es: 'Niña pequeña picada por alacrán hace 50 min, sialorrea y nistagmo, 2 frascos de faboterápico: ¿cuántos más y cuándo?',
  },
  questionTypes: ['how-to-treat'],
  specialties: ['medical-toxicology', 'pediatric-emergency-medicine'],
  urgency: 'minutes',
  patient: { ageBand: '2-4', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Stung on the foot 50 min ago. Crying, drooling, thrashing; then eyes moving from side to side.',
      es: 'Picadura en el pie hace 50 min. Llanto, sialorrea, agitación; después movimientos oculares de lado a lado.',
    },
    history: {
      en: 'Well before. Family brought the scorpion: pale yellow, thin claws.',
      es: 'Previamente sana. La familia trajo el alacrán: amarillo claro, pinzas delgadas.',
    },
    allergies: { en: 'None known, no previous antivenom.', es: 'Negadas, sin faboterápico previo.' },
    examination: {
      en: 'Agitated, nystagmus, tongue twitching, much saliva, no stridor. Chest clear. No fever.',
      es: 'Agitada, nistagmo, fasciculaciones de lengua, mucha saliva, sin estridor. Campos pulmonares limpios. Sin fiebre.',
    },
    doneSoFar: {
      en: 'Line in, 2 vials of antivenom intravenously, suction, saline at maintenance.',
      es: 'Vía venosa, 2 frascos de faboterápico intravenosos, aspiración, salina a mantenimiento.',
    },
    resources: {
      en: 'Rural clinic, 4 more vials, bag and mask, oxygen. Hospital with paediatric intensive care at 1 h 40.',
      es: 'Clínica rural, 4 frascos más, bolsa y mascarilla, oxígeno. Hospital con terapia intensiva pediátrica a 1 h 40.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '168' },
    { code: 'respiratory-rate', value: '38' },
    { code: 'spo2', value: '94' },
    { code: 'systolic', value: '112' },
    { code: 'diastolic', value: '74' },
    { code: 'temperature', value: '37.3' },
    { code: 'weight', value: '14' },
  ],
  labs: [],
  suspicions: [{ en: 'Severe Centruroides envenomation', es: 'Intoxicación grave por picadura de alacrán (Centruroides)' }],
  images: [],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'airway',
      at: 4,
      by: 'toxicology-us',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'How long since the second vial, and is she managing her saliva? Any sedative given?',
        es: '¿Cuánto hace del segundo frasco, y maneja la saliva? ¿Le han dado algún sedante?',
      },
    },
    {
      id: 'suction',
      at: 6,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Second vial ended 15 min ago. Needs suction every 5 min. No sedative, no opioid.',
        es: 'Terminó el segundo frasco hace 15 min. Requiere aspiración cada 5 min. Sin sedantes ni opioides.',
      },
      replyTo: 'airway',
    },
    {
      id: 'calmer',
      at: 10,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'A little less agitated, nystagmus the same. SpO₂ 97 % with oxygen, heart rate 152. Ambulance asked for.',
        es: 'Algo menos agitada, nistagmo igual. SpO₂ 97 % con oxígeno, FC 152. Ambulancia solicitada.',
      },
    },
  ],
  seenBy: { doctors: 9, views: 9 },
} as const satisfies DemoCase

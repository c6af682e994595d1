import type { DemoCase } from '#demo/DemoCase.ts'

/** Five hours of testicular pain, theatre 90 minutes away: turn it by hand, and go. */
export const acuteScrotum = {
  slug: 'acute-scrotum',
  language: 'es',
  mode: 'ask',
  hoursAgo: 0.9,
  asker: { key: 'asker', specialty: 'general-practice', country: 'MX' },
  doctors: [
    { key: 'urology-ireland', specialty: 'urology', country: 'IE' },
    { key: 'paediatric-emergency-australia', specialty: 'pediatric-emergency-medicine', country: 'AU' },
    { key: 'surgery-spain', specialty: 'general-surgery', country: 'ES' },
  ],
  question: {
    en: 'Acute scrotum for 5 h in a teenager, no ultrasound, theatre 90 min away: manual detorsion now or straight to transfer?',
    es: 'Escroto agudo de 5 h en un adolescente, sin ultrasonido, quirófano a 90 min: ¿detorsión manual ahora o traslado directo?',
  },
  questionTypes: ['what-next'],
  specialties: ['urology', 'pediatric-emergency-medicine', 'general-surgery'],
  urgency: 'minutes',
  patient: { ageBand: '15-19', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Sudden left testicular pain for 5 h, woke him. Vomited twice. No trauma, no urinary symptoms.',
      es: 'Dolor testicular izquierdo súbito de 5 h, lo despertó. Dos vómitos. Sin trauma ni síntomas urinarios.',
    },
    history: {
      en: 'Two short similar pains last year, gone by themselves.',
      es: 'Dos dolores breves parecidos el año pasado, cedieron solos.',
    },
    medicines: { en: 'None.', es: 'Ninguno.' },
    allergies: { en: 'None known.', es: 'Negadas.' },
    examination: {
      en: 'Left testis high, hard, lying across. Scrotum swollen. Pain 9 out of 10. Right side normal.',
      es: 'Testículo izquierdo elevado, duro, horizontal. Escroto edematoso. Dolor 9 de 10. Lado derecho normal.',
    },
    resources: {
      en: 'Health centre at night, fentanyl and ketorolac, ambulance at the door. Surgeon told by phone.',
      es: 'Centro de salud de noche, fentanilo y ketorolaco, ambulancia en la puerta. Cirujano avisado por teléfono.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '112' },
    { code: 'systolic', value: '126' },
    { code: 'diastolic', value: '74' },
    { code: 'temperature', value: '36.9' },
    { code: 'weight', value: '58' },
  ],
  labs: [],
  suspicions: [
    { en: 'Testicular torsion', es: 'Torsión testicular' },
    { en: 'Torsion of an appendage', es: 'Torsión de apéndice testicular' },
    { en: 'Epididymitis', es: 'Epididimitis' },
  ],
  images: [],
  consent: 'emergency',
  audience: 'everyone',
  events: [
    {
      id: 'cremaster',
      at: 3,
      by: 'paediatric-emergency-australia',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Cremasteric reflex on that side? When did he last eat?',
        es: '¿Reflejo cremastérico en ese lado? ¿Cuándo comió por última vez?',
      },
    },
    {
      id: 'absent',
      at: 5,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Absent on the left, present on the right. Ate 8 h ago.',
        es: 'Ausente a la izquierda, presente a la derecha. Comió hace 8 h.',
      },
      replyTo: 'cremaster',
    },
    {
      id: 'both',
      at: 8,
      by: 'urology-ireland',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Both. Torsion: no ultrasound needed. Fentanyl, then one try of 2 min: turn the left testis outwards, like opening a book, 1–2 full turns. Worse pain: stop and try the other way once. Leave within 10 min, whatever happens. Relief is not cure: theatre today, both sides fixed.',
        es: 'Las dos cosas. Es torsión: no hace falta ecografía. Fentanilo y un intento de 2 min: gire el testículo izquierdo hacia fuera, como abriendo un libro, 1–2 vueltas completas. Si duele más: pare y pruebe una vez al revés. Salga en 10 min, pase lo que pase. El alivio no es curación: quirófano hoy, fijar ambos lados.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'twist',
      at: 14,
      by: 'paediatric-emergency-australia',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'TWIST score 7 of 7. Nothing by mouth, fentanyl 1 microgram/kg, ondansetron. Tell the family now that the testis may already be lost: every hour counts.',
        es: 'Escala TWIST 7 de 7. Ayuno, fentanilo 1 microgramo/kg, ondansetrón. Diga ya a la familia que el testículo puede estar perdido: cada hora cuenta.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'turned',
      at: 27,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'One and a half turns outwards: pain from 9 to 3, the testis came down. In the ambulance now.',
        es: 'Vuelta y media hacia fuera: dolor de 9 a 3, el testículo descendió. Ya en la ambulancia.',
      },
    },
    {
      id: 'still-theatre',
      at: 35,
      by: 'surgery-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Well done. Do not let it become a scan tomorrow: part of the twist often remains. Ask for theatre on arrival; write down the time of detorsion.',
        es: 'Bien hecho. Que no acabe en una ecografía mañana: a menudo queda torsión residual. Pida quirófano a la llegada; anote la hora de la detorsión.',
      },
      confidence: 'likely',
      seen: 'few',
    },
  ],
  seenBy: { doctors: 27, views: 46 },
} as const satisfies DemoCase

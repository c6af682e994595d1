import type { DemoCase } from '#demo/DemoCase.ts'

/** A 4 cm axillary node that amoxicillin did not touch, and a new kitten at home. */
export const lymphNodeAndAKitten = {
  slug: 'lymph-node-and-a-kitten',
  language: 'es',
  mode: 'ask',
  hoursAgo: 692,
  asker: { key: 'asker', specialty: 'general-practice', country: 'ES' },
  doctors: [
    { key: 'infectious-us', specialty: 'infectious-disease', country: 'US' },
    { key: 'infectious-spain', specialty: 'infectious-disease', country: 'ES', persona: 'specialist-spain' },
    { key: 'paediatrics-ireland', specialty: 'pediatrics', country: 'IE' },
    { key: 'surgery-mexico', specialty: 'general-surgery', country: 'MX' },
  ],
  question: {
    en: 'Painful 4 cm axillary node for 3 weeks, no change with co-amoxiclav, a kitten at home: drain it, treat or wait?',
    es: 'Adenopatía axilar dolorosa de 4 cm, 3 semanas, igual con amoxicilina-clavulánico, gatito en casa: ¿drenar, tratar o esperar?',
  },
  questionTypes: ['what-is-it', 'how-to-treat'],
  specialties: ['infectious-disease', 'pediatrics'],
  urgency: 'days',
  patient: { ageBand: '10-14', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Right axillary lump for 3 weeks, growing, tender. Low fever the first days.',
      es: 'Bulto axilar derecho de 3 semanas, crece, duele. Febrícula los primeros días.',
    },
    history: {
      en: 'Well, vaccinated. Kitten since 2 months ago, scratches on both hands. No travel, no contact with tuberculosis.',
      es: 'Sana, vacunada. Gatito desde hace 2 meses, arañazos en ambas manos. Sin viajes ni contacto con tuberculosis.',
    },
    medicines: { en: 'Co-amoxiclav for 7 days, finished.', es: 'Amoxicilina-clavulánico 7 días, terminado.' },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Single mobile node of 4 cm, warm, slightly red, not fluctuant. Dry papule on the thumb. No liver or spleen felt.',
      es: 'Adenopatía única móvil de 4 cm, caliente, algo roja, no fluctuante. Pápula seca en el pulgar. Sin hepatoesplenomegalia.',
    },
    resources: {
      en: 'Bloods and ultrasound in 2 days. Paediatric surgery on request.',
      es: 'Analítica y ecografía en 2 días. Cirugía pediátrica a demanda.',
    },
  },
  vitals: [
    { code: 'temperature', value: '37.2' },
    { code: 'heart-rate', value: '82' },
    { code: 'weight', value: '41' },
  ],
  labs: [],
  suspicions: [
    { en: 'Cat-scratch disease', es: 'Enfermedad por arañazo de gato' },
    { en: 'Bacterial lymphadenitis', es: 'Adenitis bacteriana' },
    { en: 'Mycobacterial infection', es: 'Infección por micobacterias' },
    { en: 'Lymphoma', es: 'Linfoma' },
  ],
  images: [],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'eyes-and-bones',
      at: 35,
      by: 'infectious-us',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Night sweats, weight loss, red eye, bone pain, headache? Anyone at home with weak immunity?',
        es: '¿Sudores nocturnos, pérdida de peso, ojo rojo, dolor óseo, cefalea? ¿Alguien inmunodeprimido en casa?',
      },
    },
    {
      id: 'none-of-those',
      at: 58,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: { en: 'None of those. Nobody at home is immunosuppressed.', es: 'Nada de eso. Nadie inmunodeprimido en casa.' },
      replyTo: 'eyes-and-bones',
    },
    {
      id: 'bartonella',
      at: 74,
      by: 'infectious-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Papule, node upstream, kitten: Bartonella henselae. Ask for serology. Do not open it: it can drain for months. If it softens, aspirate with a needle and send PCR. Azithromycin 10 mg/kg the first day and 5 mg/kg for 4 more shrinks it sooner; waiting is also right.',
        es: 'Pápula, adenopatía en su territorio, gatito: Bartonella henselae. Pida serología. No la abra: puede fistulizar meses. Si se ablanda, aspire con aguja y mande PCR. Azitromicina 10 mg/kg el primer día y 5 mg/kg otros 4 la reduce antes; esperar también es correcto.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'not-only-cats',
      at: 160,
      by: 'paediatrics-ireland',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Agree, with a safety net: film, LDH, chest X-ray, tuberculin or IGRA. Node growing after 6 weeks, above the collarbone, or with systemic symptoms: excise for histology.',
        es: 'De acuerdo, con red de seguridad: frotis, LDH, radiografía de tórax, tuberculina o IGRA. Si crece pasadas 6 semanas, es supraclavicular o hay síntomas sistémicos: exéresis para histología.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'serology',
      at: 7260,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Bartonella IgM positive and IgG 1:512. IGRA negative, chest X-ray and film normal. Ultrasound: one large node with a soft centre, no abscess. Azithromycin started.',
        es: 'Bartonella IgM positiva e IgG 1:512. IGRA negativo, radiografía y frotis normales. Ecografía: adenopatía grande con centro blando, sin absceso. Iniciada azitromicina.',
      },
      labs: [
        { name: { en: 'C-reactive protein', es: 'Proteína C reactiva' }, value: '12', unit: 'mg/L', range: '<5', flag: 'high' },
        { name: { en: 'White cells', es: 'Leucocitos' }, value: '8.4', unit: '×10⁹/L', range: '4.5–13.0' },
        { name: { en: 'LDH', es: 'LDH' }, value: '214', unit: 'U/L', range: '<300' },
      ],
    },
    {
      id: 'needle',
      at: 7420,
      by: 'surgery-mexico',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'If you must aspirate, enter through healthy skin a little away from the node, and not over the reddest point.',
        es: 'Si hay que puncionar, entre por piel sana algo alejada del ganglio, no sobre el punto más rojo.',
      },
    },
  ],
  outcome: {
    at: 38900,
    finalDiagnosis: { en: 'Cat-scratch disease (Bartonella henselae)', es: 'Enfermedad por arañazo de gato (Bartonella henselae)' },
    confirmedBy: 'laboratory',
    course: {
      en: 'Azithromycin for 5 days. No puncture needed. Node 1 cm and painless at 4 weeks. The kitten stays, with flea treatment and short nails.',
      es: 'Azitromicina 5 días. No hizo falta puncionar. Adenopatía de 1 cm e indolora a las 4 semanas. El gatito se queda, desparasitado y con las uñas cortas.',
    },
    learningPoint: {
      en: 'Ask about kittens before asking for a scalpel; look for the papule upstream; set a date after which histology is due.',
      es: 'Pregunte por gatitos antes de pedir bisturí; busque la pápula en el territorio; ponga fecha a partir de la cual toca histología.',
    },
    helped: ['bartonella', 'not-only-cats'],
  },
  seenBy: { doctors: 66, views: 154 },
} as const satisfies DemoCase

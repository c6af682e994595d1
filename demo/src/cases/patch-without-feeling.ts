import type { DemoCase } from '#demo/DemoCase.ts'

/** A pale patch treated as tinea for eight months, shared solved: nobody had touched it with cotton. */
export const patchWithoutFeeling = {
  slug: 'patch-without-feeling',
  language: 'es',
  mode: 'share',
  hoursAgo: 640,
  asker: { key: 'asker', specialty: 'dermatology', country: 'MX', name: 'Dra. Ximena Olvarrieta' },
  doctors: [
    { key: 'infectious-spain', specialty: 'infectious-disease', country: 'ES', persona: 'specialist-spain' },
    { key: 'family-us', specialty: 'family-medicine', country: 'US' },
    { key: 'dermatology-south-africa', specialty: 'dermatology', country: 'ZA' },
    { key: 'neurology-spain', specialty: 'neurology', country: 'ES' },
  ],
  question: {
    en: 'A pale patch treated as tinea for 8 months: which one-minute test changes the diagnosis?',
    es: 'Mancha clara tratada como tiña durante 8 meses: ¿qué exploración de un minuto cambia el diagnóstico?',
  },
  questionTypes: ['what-is-it'],
  specialties: ['dermatology', 'infectious-disease', 'neurology'],
  urgency: 'no-hurry',
  patient: { ageBand: '30-34', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Single pale patch on the forearm for 8 months, slowly growing. No itch.',
      es: 'Mancha clara única en el antebrazo, 8 meses, crece despacio. Sin prurito.',
    },
    history: {
      en: 'Farm worker. Well. An uncle had "patches" treated for a year long ago.',
      es: 'Jornalero. Sano. Un tío tuvo «manchas» tratadas durante un año hace tiempo.',
    },
    medicines: {
      en: 'Clotrimazole for 6 weeks, terbinafine for 4 weeks, betamethasone cream: no change.',
      es: 'Clotrimazol 6 semanas, terbinafina 4 semanas, betametasona en crema: sin cambio.',
    },
    examination: {
      en: 'Patch of 6 cm, raised copper edge, dry, few hairs. Cotton and pin not felt inside. Ulnar nerve thick at the elbow; strength 5/5.',
      es: 'Mancha de 6 cm, borde cobrizo elevado, seca, con poco vello. Dentro no siente algodón ni alfiler. Nervio cubital grueso en el codo; fuerza 5/5.',
    },
    doneSoFar: {
      en: 'Scraping without fungi. Slit-skin smears negative. Skin biopsy from the edge.',
      es: 'Raspado sin hongos. Baciloscopias negativas. Biopsia de piel del borde.',
    },
  },
  vitals: [],
  labs: [
    { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '14.6', unit: 'g/dL', range: '13.5–17.5' },
    { name: { en: 'G6PD', es: 'G6PD' }, value: '9.8', unit: 'U/g Hb', range: '7.0–20.5' },
  ],
  suspicions: [
    { en: 'Paucibacillary leprosy', es: 'Lepra paucibacilar' },
    { en: 'Tinea corporis', es: 'Tiña del cuerpo' },
    { en: 'Pityriasis alba', es: 'Pitiriasis alba' },
    { en: 'Vitiligo', es: 'Vitíligo' },
  ],
  images: [
    {
      file: 'patch-without-feeling-forearm.svg',
      caption: {
        en: 'Forearm, drawn: pale centre, copper edge, hair lost.',
        es: 'Antebrazo, dibujo: centro claro, borde cobrizo, sin vello.',
      },
      kind: 'drawing',
    },
  ],
  consent: 'written',
  audience: 'everyone',
  events: [
    {
      id: 'contacts',
      at: 95,
      by: 'infectious-spain',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'A fine reminder. Examine everybody at home, feet and earlobes too, and notify. Where the programme offers it, contacts without signs get one dose of rifampicin, tuberculosis excluded first.',
        es: 'Buen recordatorio. Explore a todos los convivientes, también pies y lóbulos de la oreja, y notifique. Donde el programa lo ofrece, los contactos sin signos reciben una dosis de rifampicina, tras descartar tuberculosis.',
      },
    },
    {
      id: 'not-scaly',
      at: 260,
      by: 'dermatology-south-africa',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Dry, hairless and without sweat is the clue by eye; tinea scales and itches. Draw round the numb area with a pen: it often runs wider than the colour.',
        es: 'Seca, sin vello y sin sudor es la pista a simple vista; la tiña descama y pica. Dibuje con bolígrafo la zona dormida: suele ser mayor que el color.',
      },
    },
    {
      id: 'how-to-test',
      at: 1510,
      by: 'family-us',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'I have never seen one. How do you test touch with what a clinic has?',
        es: 'No he visto ninguna. ¿Cómo se explora el tacto con lo que hay en una consulta?',
      },
    },
    {
      id: 'cotton',
      at: 1622,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Wisp of cotton, eyes closed, first on healthy skin: "point to where I touch". Then inside the patch. Three misses and it is done. A 2 g monofilament is better if you have one.',
        es: 'Hilo de algodón, ojos cerrados, primero en piel sana: «señale dónde le toco». Después dentro de la mancha. Tres fallos y está hecho. Mejor un monofilamento de 2 g, si lo tiene.',
      },
      replyTo: 'how-to-test',
    },
    {
      id: 'reaction',
      at: 2980,
      by: 'neurology-spain',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Test strength and feeling of hand and foot every month during treatment: a new deficit is a reaction, and prednisolone within days saves the nerve.',
        es: 'Fuerza y sensibilidad de mano y pie cada mes durante el tratamiento: un déficit nuevo es una reacción, y la prednisona en los primeros días salva el nervio.',
      },
    },
  ],
  outcome: {
    at: 0,
    finalDiagnosis: { en: 'Tuberculoid leprosy, paucibacillary', es: 'Lepra tuberculoide, paucibacilar' },
    confirmedBy: 'pathology',
    course: {
      en: 'Granulomas around skin nerves, no bacilli. Multidrug therapy for 6 months from the national programme. Patch paler and flat at month 4; hand strong, feeling partly back.',
      es: 'Granulomas alrededor de los nervios cutáneos, sin bacilos. Poliquimioterapia 6 meses por el programa nacional. Mancha plana y menos visible al mes 4; mano con fuerza, sensibilidad recuperada en parte.',
    },
    learningPoint: {
      en: 'Any pale patch that an antifungal does not clear: touch it with cotton and feel the nerves. Numb is leprosy until proven otherwise.',
      es: 'Toda mancha clara que no cede con antimicótico: tóquela con algodón y palpe los nervios. Si está dormida, es lepra hasta demostrar lo contrario.',
    },
    helped: [],
  },
  seenBy: { doctors: 244, views: 581 },
} as const satisfies DemoCase

import type { DemoCase } from '#demo/DemoCase.ts'

/** Six days of fever in an infant with three criteria: incomplete Kawasaki disease is treated, not counted. */
export const incompleteKawasaki = {
  slug: 'incomplete-kawasaki',
  language: 'es',
  mode: 'ask',
  hoursAgo: 402,
  asker: { key: 'asker', specialty: 'pediatrics', country: 'ES', name: 'Dr. Íñigo Berrozpe Salduero' },
  doctors: [
    { key: 'paediatric-cardiology-canada', specialty: 'pediatric-cardiology', country: 'CA' },
    { key: 'paediatrics-australia', specialty: 'pediatrics', country: 'AU' },
    { key: 'infectious-spain', specialty: 'infectious-disease', country: 'ES', persona: 'specialist-spain' },
    { key: 'rheumatology-uk', specialty: 'rheumatology', country: 'GB', name: 'Dr Morwenna Tresillick' },
  ],
  question: {
    en: 'Infant, day 6 of fever, only three Kawasaki criteria, urine culture negative: immunoglobulin today or wait for the echo?',
    es: 'Lactante, día 6 de fiebre, solo tres criterios de Kawasaki, urocultivo negativo: ¿inmunoglobulina hoy o espero al eco?',
  },
  questionTypes: ['what-is-it', 'how-to-treat'],
  specialties: ['pediatrics', 'pediatric-cardiology', 'rheumatology'],
  urgency: 'hours',
  patient: { ageBand: 'm7', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Fever above 39 °C for 6 days, very irritable. Rash on day 2, gone by day 4.',
      es: 'Fiebre de más de 39 °C, 6 días, muy irritable. Exantema al día 2, desaparecido al día 4.',
    },
    history: {
      en: 'Born at term, vaccines up to date. Brother with a cold.',
      es: 'Nacido a término, vacunas al día. Hermano con catarro.',
    },
    medicines: {
      en: 'Paracetamol; cefixime since day 3 for leucocytes in urine.',
      es: 'Paracetamol; cefixima desde el día 3 por leucocituria.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Red eyes without discharge, cracked red lips. No node, hands and feet normal. Fontanelle flat.',
      es: 'Ojos rojos sin secreción, labios rojos y fisurados. Sin adenopatía, manos y pies normales. Fontanela normotensa.',
    },
    doneSoFar: {
      en: 'Lumbar puncture: 14 cells/µL. Urine and blood cultures negative. Adenovirus PCR pending.',
      es: 'Punción lumbar: 14 células/µL. Urocultivo y hemocultivo negativos. PCR de adenovirus pendiente.',
    },
    resources: {
      en: 'Immunoglobulin in the pharmacy. Echo tomorrow at 9 h.',
      es: 'Inmunoglobulina en farmacia. Ecocardiograma mañana a las 9 h.',
    },
  },
  vitals: [
    { code: 'temperature', value: '39.3' },
    { code: 'heart-rate', value: '164' },
    { code: 'respiratory-rate', value: '38' },
    { code: 'spo2', value: '98' },
    { code: 'systolic', value: '88' },
    { code: 'diastolic', value: '52' },
    { code: 'weight', value: '8.1' },
  ],
  labs: [
    { name: { en: 'C-reactive protein', es: 'Proteína C reactiva' }, value: '104', unit: 'mg/L', range: '<5', flag: 'high' },
    { name: { en: 'White cells', es: 'Leucocitos' }, value: '18.2', unit: '×10⁹/L', range: '6.0–15.0', flag: 'high' },
    { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '9.4', unit: 'g/dL', range: '10.5–13.5', flag: 'low' },
    { name: { en: 'ALT', es: 'ALT' }, value: '78', unit: 'U/L', range: '<45', flag: 'high' },
    { name: { en: 'Albumin', es: 'Albúmina' }, value: '29', unit: 'g/L', range: '35–50', flag: 'low' },
    { name: { en: 'Platelets', es: 'Plaquetas' }, value: '398', unit: '×10⁹/L', range: '200–450' },
  ],
  suspicions: [
    { en: 'Incomplete Kawasaki disease', es: 'Enfermedad de Kawasaki incompleta' },
    { en: 'Adenovirus infection', es: 'Infección por adenovirus' },
    { en: 'Multisystem inflammatory syndrome', es: 'Síndrome inflamatorio multisistémico' },
    { en: 'Urinary infection, partly treated', es: 'Infección urinaria parcialmente tratada' },
  ],
  images: [],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'today',
      at: 13,
      by: 'paediatric-cardiology-canada',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Today. CRP above 30 with anaemia, ALT, albumin, white cells and sterile pyuria is enough without the echo. Immunoglobulin 2 g/kg over 12 h. A normal echo on day 6 would not change that. Ask cardiology tonight: infants carry the highest coronary risk.',
        es: 'Hoy. PCR por encima de 30 con anemia, ALT, albúmina, leucocitos y piuria estéril basta sin ecocardiograma. Inmunoglobulina 2 g/kg en 12 h. Un ecocardiograma normal al día 6 no lo cambiaría. Consulte a cardiología esta noche: los lactantes tienen el mayor riesgo coronario.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'blood-pressure',
      at: 22,
      by: 'paediatrics-australia',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Capillary refill, liver, gallop? Known contact with COVID in the last 6 weeks?',
        es: '¿Relleno capilar, hígado, galope? ¿Contacto conocido con COVID en las últimas 6 semanas?',
      },
    },
    {
      id: 'stable',
      at: 31,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'Refill 2 s, liver 1 cm, no gallop. No known contact. Immunoglobulin ordered.',
        es: 'Relleno 2 s, hígado 1 cm, sin galope. Sin contacto conocido. Inmunoglobulina pedida.',
      },
      replyTo: 'blood-pressure',
    },
    {
      id: 'adenovirus',
      at: 44,
      by: 'infectious-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'A positive adenovirus PCR would not exclude Kawasaki: shedding lasts for weeks. Take serology before the immunoglobulin. Stop cefixime: both cultures are negative.',
        es: 'Una PCR de adenovirus positiva no excluiría Kawasaki: se elimina durante semanas. Saque serologías antes de la inmunoglobulina. Suspenda cefixima: ambos cultivos son negativos.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'echo',
      at: 1050,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Immunoglobulin finished. Echo: left anterior descending z 2.8, function normal. Adenovirus negative. Still 38.4 °C.',
        es: 'Inmunoglobulina terminada. Ecocardiograma: descendente anterior z 2,8, función normal. Adenovirus negativo. Sigue con 38,4 °C.',
      },
      labs: [
        { name: { en: 'C-reactive protein', es: 'Proteína C reactiva' }, value: '81', unit: 'mg/L', range: '<5', flag: 'high' },
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '512', unit: '×10⁹/L', range: '200–450', flag: 'high' },
        { name: { en: 'NT-proBNP', es: 'NT-proBNP' }, value: '640', unit: 'ng/L', range: '<320', flag: 'high' },
      ],
    },
    {
      id: 'steroid',
      at: 1082,
      by: 'rheumatology-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Under a year with z above 2.5: add prednisolone 2 mg/kg daily, tapering once CRP is normal, agreed with cardiology. Fever 36 h after the end of the infusion: a second immunoglobulin or infliximab.',
        es: 'Menor de un año con z por encima de 2,5: añada prednisolona 2 mg/kg al día, con descenso cuando la PCR sea normal, acordado con cardiología. Fiebre 36 h después de terminar la infusión: segunda inmunoglobulina o infliximab.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'afterwards',
      at: 1120,
      by: 'paediatrics-australia',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Aspirin 3–5 mg/kg daily once the fever is gone. Measles and varicella vaccines 11 months after immunoglobulin; influenza vaccine for the household while on aspirin.',
        es: 'Ácido acetilsalicílico 3–5 mg/kg al día cuando ceda la fiebre. Vacunas de sarampión y varicela 11 meses después de la inmunoglobulina; gripe a los convivientes mientras tome aspirina.',
      },
    },
  ],
  outcome: {
    at: 21900,
    finalDiagnosis: {
      en: 'Incomplete Kawasaki disease with a small coronary aneurysm, shrinking',
      es: 'Enfermedad de Kawasaki incompleta con aneurisma coronario pequeño, en regresión',
    },
    confirmedBy: 'imaging',
    course: {
      en: 'Prednisolone added; no fever from 20 h later. Skin of the fingers peeled on day 12. z 1.7 at two weeks. Home, aspirin, echo at 6 weeks.',
      es: 'Añadida prednisolona; sin fiebre desde 20 h después. Descamación de los dedos al día 12. z 1,7 a las dos semanas. En casa, aspirina, ecocardiograma a las 6 semanas.',
    },
    learningPoint: {
      en: 'An infant with fever for 5 days and no source: count the laboratory, not only the criteria, and treat before day 10.',
      es: 'Lactante con fiebre de 5 días sin foco: cuente el laboratorio, no solo los criterios, y trate antes del día 10.',
    },
    helped: ['today', 'adenovirus', 'steroid'],
  },
  seenBy: { doctors: 163, views: 402 },
} as const satisfies DemoCase

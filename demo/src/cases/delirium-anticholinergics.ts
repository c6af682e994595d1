import type { DemoCase } from '#demo/DemoCase.ts'

/** A positive dipstick that explains nothing, and four tablets that explain it all. */
export const deliriumAnticholinergics = {
  slug: 'delirium-anticholinergics',
  language: 'en',
  mode: 'ask',
  hoursAgo: 366,
  asker: { key: 'asker', specialty: 'general-practice', country: 'IE', name: 'Dr Fionnuala Mac Raghnaill' },
  doctors: [
    { key: 'geriatrics-south-africa', specialty: 'geriatrics', country: 'ZA' },
    { key: 'geriatrics-spain', specialty: 'geriatrics', country: 'ES' },
    { key: 'pharmacology-new-zealand', specialty: 'clinical-pharmacology', country: 'NZ' },
    { key: 'psychiatry-uk', specialty: 'psychiatry', country: 'GB' },
    { key: 'urology-mexico', specialty: 'urology', country: 'MX' },
  ],
  question: {
    en: 'Woman of 84, confused for 5 days, plucking at the air, dipstick positive: urine infection, or her tablets?',
    es: 'Mujer de 84 años, confusa desde hace 5 días, coge cosas del aire, tira de orina positiva: ¿infección o su medicación?',
  },
  questionTypes: ['what-is-it', 'what-next'],
  specialties: ['geriatrics', 'general-practice'],
  urgency: 'days',
  patient: { ageBand: '80-84', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Awake at night, drowsy by day, sees cats. Two falls, no head injury. Eats little.',
      es: 'Despierta de noche, somnolienta de día, ve gatos. Dos caídas sin golpe en la cabeza. Come poco.',
    },
    history: {
      en: 'Mild forgetfulness for a year. Lives with her daughter, was doing crosswords.',
      es: 'Olvidos leves desde hace un año. Vive con su hija, hacía crucigramas.',
    },
    medicines: {
      en: 'Oxybutynin 5 mg twice a day, doubled 3 weeks ago. Amitriptyline 25 mg at night. Hydroxyzine 25 mg twice a day for itch, new. Bisoprolol 2.5 mg. Codeine as needed.',
      es: 'Oxibutinina 5 mg dos veces al día, duplicada hace 3 semanas. Amitriptilina 25 mg por la noche. Hidroxizina 25 mg dos veces al día por prurito, nueva. Bisoprolol 2,5 mg. Codeína a demanda.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Cannot say the months backwards. Dry mouth, pupils 6 mm, skin warm and dry. Lower abdomen full.',
      es: 'No dice los meses al revés. Boca seca, pupilas de 6 mm, piel caliente y seca. Hipogastrio abombado.',
    },
    constraints: { en: 'Family would rather keep her at home.', es: 'La familia prefiere mantenerla en casa.' },
    resources: {
      en: 'Community nurse with bladder scanner. Bloods back the same day.',
      es: 'Enfermera comunitaria con ecógrafo vesical. Analítica en el día.',
    },
  },
  vitals: [
    { code: 'heart-rate', value: '98' },
    { code: 'systolic', value: '146' },
    { code: 'diastolic', value: '78' },
    { code: 'temperature', value: '37.3' },
    { code: 'spo2', value: '96' },
    { code: 'glucose', value: '6.8' },
  ],
  labs: [],
  suspicions: [
    { en: 'Delirium from anticholinergic drugs', es: 'Delirium por anticolinérgicos' },
    { en: 'Urinary infection', es: 'Infección urinaria' },
    { en: 'Lewy body dementia', es: 'Demencia con cuerpos de Lewy' },
  ],
  images: [],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'bladder-and-bowel',
      at: 18,
      by: 'geriatrics-south-africa',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'What is in the bladder and the rectum? Any cough, burning, flank pain? And the QTc, with hydroxyzine and amitriptyline together?',
        es: '¿Qué hay en la vejiga y en el recto? ¿Tos, escozor, dolor lumbar? ¿Y el QTc, con hidroxizina y amitriptilina juntas?',
      },
    },
    {
      id: 'not-the-dipstick',
      at: 40,
      by: 'geriatrics-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Her tablets. At her age many dipsticks are positive with no infection: without fever or urinary symptoms, no antibiotic. Wide pupils, dry skin and a full bladder are one picture. Stop oxybutynin and hydroxyzine today, scan the bladder, glasses and hearing aids on, daughter beside her, light by day.',
        es: 'Su medicación. A su edad, muchas tiras son positivas sin infección: sin fiebre ni síntomas urinarios, sin antibiótico. Midriasis, piel seca y vejiga llena son un mismo cuadro. Suspenda hoy oxibutinina e hidroxizina, ecografía vesical, gafas y audífonos puestos, la hija al lado, luz de día.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'scan-result',
      at: 185,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'bladder-and-bowel',
      text: {
        en: 'Bladder 780 mL, catheter in: calmer within the hour. Rectum loaded. No urinary symptoms before this. QTc 468 ms.',
        es: 'Vejiga 780 mL, sonda puesta: más tranquila en una hora. Recto ocupado. Sin síntomas urinarios previos. QTc 468 ms.',
      },
      labs: [
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '138', unit: 'µmol/L', range: '45–90', flag: 'high' },
        { name: { en: 'Sodium', es: 'Sodio' }, value: '134', unit: 'mmol/L', range: '135–145', flag: 'low' },
        { name: { en: 'White cells', es: 'Leucocitos' }, value: '7.9', unit: '×10⁹/L', range: '4.0–11.0' },
        { name: { en: 'CRP', es: 'PCR' }, value: '6', unit: 'mg/L', range: '<5', flag: 'high' },
        { name: { en: 'Calcium, corrected', es: 'Calcio corregido' }, value: '2.38', unit: 'mmol/L', range: '2.20–2.60' },
      ],
    },
    {
      id: 'taper',
      at: 230,
      by: 'pharmacology-new-zealand',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Oxybutynin and hydroxyzine can stop dead. Amitriptyline: 10 mg for 2 weeks, then off. Codeine out, paracetamol in. For the itch, an emollient. Expect clear days by day 3 and full clearing in 1 to 2 weeks.',
        es: 'Oxibutinina e hidroxizina se pueden cortar en seco. Amitriptilina: 10 mg 2 semanas y fuera. Quite la codeína, ponga paracetamol. Para el prurito, emoliente. Espere ratos lúcidos hacia el día 3 y recuperación completa en 1 a 2 semanas.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'no-haloperidol',
      at: 410,
      by: 'psychiatry-uk',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Until Lewy body dementia is off the table, no haloperidol: she may stiffen badly, and her QTc is already long. If she is in danger, ask first; company usually does more.',
        es: 'Mientras no se descarte la demencia con cuerpos de Lewy, nada de haloperidol: puede quedarse muy rígida, y el QTc ya es largo. Si corre peligro, pregunte antes; la compañía suele hacer más.',
      },
    },
    {
      id: 'catheter-out',
      at: 1300,
      by: 'urology-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Empty the bowel first. Catheter out after 3 to 5 days with the drugs gone, in the morning, and scan after she passes water: under 200 mL, leave it out. If urgency comes back, mirabegron, watching the pressure, and not another anticholinergic.',
        es: 'Primero vacíe el intestino. Retire la sonda a los 3 a 5 días, ya sin los fármacos, por la mañana, y mida el residuo tras orinar: menos de 200 mL, no la reponga. Si vuelve la urgencia, mirabegrón vigilando la tensión, y no otro anticolinérgico.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'day-five',
      at: 7400,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'Day 5: months backwards with one slip, no cats. Catheter out, residual 90 mL. No antibiotic given.',
        es: 'Día 5: los meses al revés con un fallo, sin gatos. Sonda retirada, residuo 90 mL. Sin antibiótico.',
      },
      labs: [
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '86', unit: 'µmol/L', range: '45–90' },
        { name: { en: 'Sodium', es: 'Sodio' }, value: '138', unit: 'mmol/L', range: '135–145' },
      ],
    },
  ],
  outcome: {
    at: 20300,
    finalDiagnosis: {
      en: 'Delirium from anticholinergic drugs, with retention of urine. Back at her crosswords in 2 weeks.',
      es: 'Delirium por anticolinérgicos, con retención urinaria. De vuelta a sus crucigramas en 2 semanas.',
    },
    confirmedBy: 'clinical-course',
    course: {
      en: 'Stayed at home. Three drugs stopped, amitriptyline tapered. Urine culture: mixed growth, not treated. Memory test booked for 3 months.',
      es: 'Siguió en casa. Tres fármacos suspendidos, amitriptilina en descenso. Urocultivo: flora mixta, no tratado. Test de memoria citado a los 3 meses.',
    },
    learningPoint: {
      en: 'Add up the anticholinergics and scan the bladder before treating a dipstick.',
      es: 'Sume los anticolinérgicos y mire la vejiga antes de tratar una tira de orina.',
    },
    helped: ['not-the-dipstick', 'taper', 'catheter-out'],
  },
  seenBy: { doctors: 98, views: 247 },
} as const satisfies DemoCase

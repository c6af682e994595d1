import type { DemoCase } from '#demo/DemoCase.ts'

/** Nine days after birth she cannot lie flat: look at the heart as well as for the clot. */
export const postpartumBreathlessness = {
  slug: 'postpartum-breathlessness',
  language: 'en',
  mode: 'ask',
  hoursAgo: 648,
  asker: { key: 'asker', specialty: 'obstetrics-gynecology', country: 'ZA' },
  doctors: [
    { key: 'cardiology-mexico', specialty: 'cardiology', country: 'MX' },
    { key: 'intensive-uk', specialty: 'critical-care-medicine', country: 'GB' },
    { key: 'cardiology-spain', specialty: 'cardiology', country: 'ES' },
    { key: 'obstetrics-australia', specialty: 'obstetrics-gynecology', country: 'AU' },
    { key: 'pulmonology-us', specialty: 'pulmonology', country: 'US' },
  ],
  question: {
    en: 'Day 9 after birth, cannot lie flat, SpO₂ 91%, D-dimer raised: embolism, or is this her heart?',
    es: 'Día 9 posparto, no tolera el decúbito, SpO₂ 91 %, dímero D elevado: ¿embolia o es el corazón?',
  },
  questionTypes: ['what-is-it', 'what-next'],
  specialties: ['cardiology', 'obstetrics-gynecology'],
  urgency: 'hours',
  patient: { ageBand: '30-34', sex: 'female' },
  sections: {
    chiefComplaint: {
      en: 'Breathless for 4 days, now three pillows. Dry cough at night, ankles swollen again.',
      es: 'Disnea desde hace 4 días, ahora duerme con tres almohadas. Tos seca nocturna, tobillos hinchados otra vez.',
    },
    history: {
      en: 'Third child, caesarean at 38 weeks for breech, pressure 140/90 in the last week. Breastfeeding.',
      es: 'Tercer hijo, cesárea a las 38 semanas por nalgas, tensión 140/90 la última semana. Lactancia materna.',
    },
    medicines: {
      en: 'Iron, ibuprofen, enoxaparin 40 mg until 2 days ago.',
      es: 'Hierro, ibuprofeno, enoxaparina 40 mg hasta hace 2 días.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Sitting up. Gallop, fine crackles to mid-zones, neck veins up, both calves soft and equal. Wound clean.',
      es: 'Sentada. Galope, crepitantes finos hasta campos medios, yugulares ingurgitadas, pantorrillas blandas e iguales. Herida limpia.',
    },
    doneSoFar: {
      en: 'Oxygen 4 L. ECG: sinus tachycardia. CT angiogram in 2 h.',
      es: 'Oxígeno 4 L. ECG: taquicardia sinusal. AngioTC en 2 h.',
    },
    resources: {
      en: 'Chest film, CT, one echo probe. Cardiology by phone.',
      es: 'Radiografía, TC, una sonda de ecografía. Cardiología por teléfono.',
    },
  },
  vitals: [
    { code: 'spo2', value: '91' },
    { code: 'heart-rate', value: '118' },
    { code: 'respiratory-rate', value: '28' },
    { code: 'systolic', value: '112' },
    { code: 'diastolic', value: '78' },
    { code: 'temperature', value: '36.9' },
  ],
  labs: [
    { name: { en: 'D-dimer', es: 'Dímero D' }, value: '1.9', unit: 'mg/L', range: '<0.5', flag: 'high' },
    { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '104', unit: 'g/L', range: '115–155', flag: 'low' },
  ],
  suspicions: [
    { en: 'Pulmonary embolism', es: 'Embolia pulmonar' },
    { en: 'Peripartum cardiomyopathy', es: 'Miocardiopatía periparto' },
    { en: 'Late pre-eclampsia with lung oedema', es: 'Preeclampsia tardía con edema pulmonar' },
    { en: 'Pneumonia', es: 'Neumonía' },
  ],
  images: [
    {
      file: 'postpartum-breathlessness-chest.svg',
      caption: {
        en: 'Chest film, drawn. Large heart, full hila, both angles blunted.',
        es: 'Radiografía de tórax, dibujo. Corazón grande, hilios cargados, ambos senos borrados.',
      },
      kind: 'radiology',
    },
  ],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'her-heart',
      at: 7,
      by: 'cardiology-mexico',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Her heart, until an echo says otherwise: orthopnoea, gallop, large heart. A D-dimer after a caesarean tells you nothing. Furosemide 40 mg intravenous now, oxygen, sitting. Probe on the chest before the scanner: can she lie flat for it at all?',
        es: 'El corazón, hasta que un eco diga lo contrario: ortopnea, galope, cardiomegalia. Un dímero D tras cesárea no dice nada. Furosemida 40 mg intravenosa ya, oxígeno, sentada. Sonda en el tórax antes que el escáner: ¿acaso puede tumbarse para hacerlo?',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'pressure-and-protein',
      at: 13,
      by: 'intensive-uk',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Protein in the urine, platelets, ALT? Lactate and cool hands? And please stop the ibuprofen.',
        es: '¿Proteínas en orina, plaquetas, ALT? ¿Lactato, manos frías? Y suspenda el ibuprofeno, por favor.',
      },
    },
    {
      id: 'clot-too',
      at: 22,
      by: 'pulmonology-us',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Do not drop embolism: both can live in one patient. If the left ventricle is poor on echo, treat that; if the right one is large, scan. No full anticoagulation on the D-dimer alone 9 days after surgery.',
        es: 'No descarte la embolia: pueden convivir. Si el eco muestra mal el ventrículo izquierdo, trate eso; si el derecho está dilatado, TC. Sin anticoagulación plena solo por el dímero D a 9 días de la cirugía.',
      },
      confidence: 'possible',
      seen: 'many',
    },
    {
      id: 'echo',
      at: 64,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'pressure-and-protein',
      text: {
        en: 'Echo: left ventricle dilated, ejection fraction about 28%, right ventricle normal, no thrombus. No protein. Hands warm. 1.2 L of urine since furosemide, saturation 95% on 2 L.',
        es: 'Eco: ventrículo izquierdo dilatado, fracción de eyección cerca del 28 %, derecho normal, sin trombo. Sin proteinuria. Manos calientes. 1,2 L de orina desde la furosemida, saturación 95 % con 2 L.',
      },
      labs: [
        { name: { en: 'NT-proBNP', es: 'NT-proBNP' }, value: '4120', unit: 'ng/L', range: '<125', flag: 'high' },
        { name: { en: 'Troponin T', es: 'Troponina T' }, value: '22', unit: 'ng/L', range: '<14', flag: 'high' },
        { name: { en: 'Lactate', es: 'Lactato' }, value: '1.6', unit: 'mmol/L', range: '0.5–2.0' },
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '268', unit: '×10⁹/L', range: '150–400' },
        { name: { en: 'ALT', es: 'ALT' }, value: '38', unit: 'U/L', range: '<45' },
      ],
    },
    {
      id: 'heart-failure-drugs',
      at: 81,
      by: 'cardiology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Peripartum cardiomyopathy. Enalapril 2.5 mg twice a day now, compatible with the breast; spironolactone; bisoprolol only once she is dry. Heparin while the fraction is below 35%, and certainly if you give bromocriptine. Bromocriptine ends breastfeeding and its evidence is small: decide it with her.',
        es: 'Miocardiopatía periparto. Enalapril 2,5 mg dos veces al día ya, compatible con la lactancia; espironolactona; bisoprolol solo cuando esté sin congestión. Heparina mientras la fracción esté por debajo del 35 %, y sin duda si da bromocriptina. La bromocriptina acaba con la lactancia y su evidencia es escasa: decídalo con ella.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'contraception',
      at: 300,
      by: 'obstetrics-australia',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Before she leaves: contraception without oestrogen, an implant or a coil. And the talk about another pregnancy, with cardiology in the room.',
        es: 'Antes del alta: anticoncepción sin estrógenos, implante o DIU. Y la conversación sobre otro embarazo, con cardiología presente.',
      },
    },
    {
      id: 'day-six',
      at: 8700,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'Day 6: sleeps flat, 5 kg lighter, going home. She chose to keep breastfeeding, so no bromocriptine.',
        es: 'Día 6: duerme en decúbito, 5 kg menos, se va a casa. Ha elegido seguir con la lactancia, así que sin bromocriptina.',
      },
      labs: [
        { name: { en: 'NT-proBNP', es: 'NT-proBNP' }, value: '1380', unit: 'ng/L', range: '<125', flag: 'high' },
        { name: { en: 'Potassium', es: 'Potasio' }, value: '4.6', unit: 'mmol/L', range: '3.5–5.0' },
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '72', unit: 'µmol/L', range: '45–90' },
      ],
    },
  ],
  outcome: {
    at: 34600,
    finalDiagnosis: {
      en: 'Peripartum cardiomyopathy, no embolism. Ejection fraction 28% to 46% in 3 weeks.',
      es: 'Miocardiopatía periparto, sin embolia. Fracción de eyección del 28 % al 46 % en 3 semanas.',
    },
    confirmedBy: 'imaging',
    course: {
      en: 'CT angiogram on day 1, when she could lie flat: no clot. Enalapril, spironolactone, bisoprolol, heparin for 3 weeks. Still breastfeeding.',
      es: 'AngioTC el día 1, cuando pudo tumbarse: sin trombos. Enalapril, espironolactona, bisoprolol, heparina 3 semanas. Sigue con lactancia.',
    },
    learningPoint: {
      en: 'Orthopnoea after birth: echo before D-dimer.',
      es: 'Ortopnea tras el parto: eco antes que dímero D.',
    },
    helped: ['her-heart', 'heart-failure-drugs', 'contraception'],
  },
  seenBy: { doctors: 240, views: 631 },
} as const satisfies DemoCase

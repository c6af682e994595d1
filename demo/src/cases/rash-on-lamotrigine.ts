import type { DemoCase } from '#demo/DemoCase.ts'

/** Fever before the rash, in the third week of lamotrigine on top of valproate. */
export const rashOnLamotrigine = {
  slug: 'rash-on-lamotrigine',
  language: 'en',
  mode: 'ask',
  hoursAgo: 418,
  asker: { key: 'asker', specialty: 'family-medicine', country: 'CA' },
  doctors: [
    { key: 'dermatology-uk', specialty: 'dermatology', country: 'GB' },
    { key: 'neurology-spain', specialty: 'neurology', country: 'ES' },
    { key: 'ophthalmology-us', specialty: 'ophthalmology', country: 'US' },
    { key: 'pharmacology-new-zealand', specialty: 'clinical-pharmacology', country: 'NZ' },
    { key: 'dermatology-mexico', specialty: 'dermatology', country: 'MX' },
  ],
  question: {
    en: 'Fever, sore mouth and a dusky rash in week 3 of lamotrigine, on valproate too: stop today, and what instead?',
    es: 'Fiebre, boca dolorida y exantema violáceo en la semana 3 de lamotrigina, con valproato: ¿la suspendo hoy y qué pongo?',
  },
  questionTypes: ['what-is-it', 'how-to-treat'],
  specialties: ['dermatology', 'neurology'],
  urgency: 'hours',
  patient: { ageBand: '20-24', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Fever and burning eyes for 3 days, then a rash on the trunk since yesterday. Swallowing hurts.',
      es: 'Fiebre y escozor ocular 3 días, después exantema en tronco desde ayer. Le duele al tragar.',
    },
    history: {
      en: 'Juvenile myoclonic epilepsy, last seizure 5 weeks ago.',
      es: 'Epilepsia mioclónica juvenil, última crisis hace 5 semanas.',
    },
    medicines: {
      en: 'Valproate 500 mg twice a day for years. Lamotrigine 25 mg a day at first, 100 mg a day since last week.',
      es: 'Valproato 500 mg dos veces al día desde hace años. Lamotrigina 25 mg al día al inicio, 100 mg al día desde la semana pasada.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Dusky flat spots on chest and face, two small blisters. Lips crusted, mouth ulcers, red eyes.',
      es: 'Máculas violáceas en tórax y cara, dos ampollas pequeñas. Labios con costras, úlceras orales, ojos rojos.',
    },
    resources: {
      en: 'Clinic. Teaching hospital with a burns unit 40 min away.',
      es: 'Consultorio. Hospital universitario con unidad de quemados a 40 min.',
    },
  },
  vitals: [
    { code: 'temperature', value: '38.9' },
    { code: 'heart-rate', value: '112' },
    { code: 'systolic', value: '116' },
    { code: 'diastolic', value: '68' },
    { code: 'spo2', value: '97' },
    { code: 'weight', value: '70' },
  ],
  labs: [],
  suspicions: [
    { en: 'Stevens-Johnson syndrome', es: 'Síndrome de Stevens-Johnson' },
    { en: 'DRESS', es: 'DRESS' },
    { en: 'Mycoplasma with mucositis', es: 'Mycoplasma con mucositis' },
    { en: 'Measles', es: 'Sarampión' },
  ],
  images: [],
  consent: 'in-app',
  audience: 'everyone',
  events: [
    {
      id: 'stop-now',
      at: 9,
      by: 'dermatology-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Stop lamotrigine now, not tomorrow, and never give it again. Fever, two mucosae, dusky spots and blisters: Stevens-Johnson until shown otherwise. Admit him today to where burns, eyes and intensive care are under one roof.',
        es: 'Suspenda la lamotrigina ahora, no mañana, y no la reintroduzca nunca. Fiebre, dos mucosas, máculas violáceas y ampollas: Stevens-Johnson mientras no se demuestre otra cosa. Ingrese hoy donde haya quemados, oftalmología y cuidados intensivos bajo un mismo techo.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'how-much-skin',
      at: 16,
      by: 'dermatology-mexico',
      kind: 'question-back',
      language: 'es',
      text: {
        en: 'Does the skin slip when rubbed beside a blister? What share of the body is detached or about to be? Genital mucosa?',
        es: '¿Se desprende la piel al frotar junto a una ampolla? ¿Qué porcentaje del cuerpo está despegado o por despegarse? ¿Mucosa genital?',
      },
    },
    {
      id: 'bridge',
      at: 24,
      by: 'neurology-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Lamotrigine stops at once, with no taper. Keep the valproate: he must not lose both. Bridge with levetiracetam 500 mg twice a day, more if he jerks. No carbamazepine, oxcarbazepine, phenytoin or phenobarbital: they cross-react, and some worsen myoclonus.',
        es: 'La lamotrigina se retira de golpe, sin descenso gradual. Mantenga el valproato: no puede perder los dos. Puente con levetiracetam 500 mg dos veces al día, más si hay sacudidas. Ni carbamazepina, ni oxcarbazepina, ni fenitoína, ni fenobarbital: hay reacción cruzada y algunos empeoran las mioclonías.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'admitted',
      at: 190,
      by: 'asker',
      kind: 'update',
      language: 'en',
      replyTo: 'how-much-skin',
      text: {
        en: 'Admitted. Skin slips on the chest, about 4% detached, glans eroded. Chest film clear. First bloods here; measles and mycoplasma sent.',
        es: 'Ingresado. La piel se desprende en tórax, cerca del 4 % despegado, glande erosionado. Radiografía de tórax limpia. Primera analítica; sarampión y mycoplasma enviados.',
      },
      labs: [
        { name: { en: 'Eosinophils', es: 'Eosinófilos' }, value: '0.3', unit: '×10⁹/L', range: '0.0–0.5' },
        { name: { en: 'ALT', es: 'ALT' }, value: '62', unit: 'U/L', range: '<45', flag: 'high' },
        { name: { en: 'Urea', es: 'Urea' }, value: '6.8', unit: 'mmol/L', range: '2.5–7.8' },
        { name: { en: 'Bicarbonate', es: 'Bicarbonato' }, value: '23', unit: 'mmol/L', range: '22–29' },
        { name: { en: 'CRP', es: 'PCR' }, value: '74', unit: 'mg/L', range: '<5', flag: 'high' },
      ],
    },
    {
      id: 'eyes-today',
      at: 214,
      by: 'ophthalmology-us',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'Eyes within 24 h, then daily. Fluorescein, lids everted. Lubricant without preservative every 1 to 2 h, steroid drops if the surface is inflamed. If the surface has broken down, amniotic membrane early: in the first 5 days it saves sight, later it does not.',
        es: 'Oftalmología en menos de 24 h, luego a diario. Fluoresceína y párpados evertidos. Lubricante sin conservantes cada 1 a 2 h, corticoide tópico si la superficie está inflamada. Si el epitelio está roto, membrana amniótica pronto: en los primeros 5 días salva visión, más tarde no.',
      },
      confidence: 'likely',
      seen: 'few',
    },
    {
      id: 'dose',
      at: 300,
      by: 'pharmacology-new-zealand',
      kind: 'comment',
      language: 'en',
      text: {
        en: 'Valproate halves the clearance of lamotrigine. With it, the start is 25 mg every other day for 2 weeks. He began at twice that and reached 100 mg in under 3. Please report it.',
        es: 'El valproato reduce a la mitad el aclaramiento de la lamotrigina. Juntos, se empieza con 25 mg en días alternos durante 2 semanas. Él empezó con el doble y llegó a 100 mg en menos de 3. Notifíquelo, por favor.',
      },
    },
    {
      id: 'day-three',
      at: 4400,
      by: 'asker',
      kind: 'update',
      language: 'en',
      text: {
        en: 'Day 3: 6% detached, no new blisters since last night. Biopsy: full-thickness necrosis of the epidermis. No seizure on levetiracetam. Measles and mycoplasma negative.',
        es: 'Día 3: 6 % despegado, sin ampollas nuevas desde anoche. Biopsia: necrosis de todo el espesor de la epidermis. Sin crisis con levetiracetam. Sarampión y mycoplasma negativos.',
      },
      labs: [
        { name: { en: 'Eosinophils', es: 'Eosinófilos' }, value: '0.2', unit: '×10⁹/L', range: '0.0–0.5' },
        { name: { en: 'ALT', es: 'ALT' }, value: '48', unit: 'U/L', range: '<45', flag: 'high' },
        { name: { en: 'CRP', es: 'PCR' }, value: '41', unit: 'mg/L', range: '<5', flag: 'high' },
      ],
    },
  ],
  outcome: {
    at: 23500,
    finalDiagnosis: {
      en: 'Stevens-Johnson syndrome from lamotrigine, 6% of skin. Home on day 15, sight normal.',
      es: 'Síndrome de Stevens-Johnson por lamotrigina, 6 % de la piel. Alta el día 15, visión normal.',
    },
    confirmedBy: 'pathology',
    course: {
      en: 'Supportive care in the burns unit, eyes seen daily, no infection. Ciclosporin for 10 days. Seizure-free on valproate and levetiracetam.',
      es: 'Soporte en la unidad de quemados, ojos vistos a diario, sin infección. Ciclosporina 10 días. Sin crisis con valproato y levetiracetam.',
    },
    learningPoint: {
      en: 'With valproate, lamotrigine starts at half and climbs slowly; fever and a sore mouth mean stop the same hour.',
      es: 'Con valproato, la lamotrigina empieza a la mitad y sube despacio; fiebre y boca dolorida obligan a suspender en la misma hora.',
    },
    helped: ['stop-now', 'bridge', 'eyes-today'],
  },
  seenBy: { doctors: 121, views: 305 },
} as const satisfies DemoCase

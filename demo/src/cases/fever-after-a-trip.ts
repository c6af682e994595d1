import type { DemoCase } from '#demo/DemoCase.ts'

/** Fever after a trip: the first film is read as negative, and one is not enough. */
export const feverAfterATrip = {
  slug: 'fever-after-a-trip',
  language: 'es',
  mode: 'ask',
  hoursAgo: 97,
  asker: { key: 'asker', specialty: 'emergency-medicine', country: 'ES' },
  doctors: [
    { key: 'infectious-spain', specialty: 'infectious-disease', country: 'ES', persona: 'specialist-spain' },
    { key: 'travel-uk', specialty: 'tropical-travel-medicine', country: 'GB' },
    { key: 'microbiology-south-africa', specialty: 'medical-microbiology', country: 'ZA' },
    { key: 'infectious-south-africa', specialty: 'infectious-disease', country: 'ZA' },
  ],
  question: {
    en: 'Fever 9 days after returning from Equatorial Guinea, first film negative: can I rule out malaria and send him home?',
    es: 'Fiebre 9 días después de volver de Guinea Ecuatorial, primera gota gruesa negativa: ¿descarto malaria y le doy el alta?',
  },
  questionTypes: ['what-next'],
  specialties: ['tropical-travel-medicine', 'infectious-disease'],
  urgency: 'hours',
  patient: { ageBand: '40-44', sex: 'male' },
  sections: {
    chiefComplaint: {
      en: 'Fever up to 39.6 °C for 3 days, rigors, headache, myalgia. Two loose stools yesterday.',
      es: 'Fiebre de hasta 39,6 °C desde hace 3 días, tiritona, cefalea, mialgias. Dos deposiciones blandas ayer.',
    },
    history: {
      en: 'Five weeks visiting family in a rural area. Born there, lives in Europe since childhood. Previously well.',
      es: 'Cinco semanas de visita familiar en zona rural. Nació allí, vive en Europa desde niño. Previamente sano.',
    },
    medicines: {
      en: 'Atovaquone-proguanil as prophylaxis, missed about half the doses; stopped on the day he came back.',
      es: 'Atovacuona-proguanil como profilaxis; olvidó cerca de la mitad y la dejó el día de la vuelta.',
    },
    allergies: { en: 'None known.', es: 'No conocidas.' },
    examination: {
      en: 'Looks well. No rash, no eschar, no neck stiffness. Spleen just palpable. Sclerae slightly yellow.',
      es: 'Buen estado general. Sin exantema, escara ni rigidez de nuca. Polo de bazo palpable. Ictericia conjuntival leve.',
    },
    doneSoFar: {
      en: 'Thick and thin film read as negative. Paracetamol 1 g. Blood taken, no cultures yet.',
      es: 'Gota gruesa y extensión informadas como negativas. Paracetamol 1 g. Analítica; aún sin hemocultivos.',
    },
    resources: {
      en: 'District hospital. Rapid antigen test available. No microscopist from midnight to 8 h.',
      es: 'Hospital comarcal. Hay test rápido de antígeno. Sin microscopista de medianoche a 8 h.',
    },
  },
  vitals: [
    { code: 'temperature', value: '39.1' },
    { code: 'heart-rate', value: '108' },
    { code: 'systolic', value: '118' },
    { code: 'diastolic', value: '70' },
    { code: 'respiratory-rate', value: '18' },
    { code: 'spo2', value: '97' },
    { code: 'gcs', value: '15' },
  ],
  labs: [
    { name: { en: 'Platelets', es: 'Plaquetas' }, value: '96', unit: '×10⁹/L', range: '150–400', flag: 'low' },
    { name: { en: 'Haemoglobin', es: 'Hemoglobina' }, value: '12.8', unit: 'g/dL', range: '13.5–17.5', flag: 'low' },
    { name: { en: 'Total bilirubin', es: 'Bilirrubina total' }, value: '1.9', unit: 'mg/dL', range: '0.2–1.2', flag: 'high' },
    { name: { en: 'C-reactive protein', es: 'Proteína C reactiva' }, value: '118', unit: 'mg/L', range: '<5', flag: 'high' },
    { name: { en: 'Creatinine', es: 'Creatinina' }, value: '1.0', unit: 'mg/dL', range: '0.7–1.2' },
  ],
  suspicions: [
    { en: 'Malaria, film falsely negative', es: 'Malaria con gota gruesa falsamente negativa' },
    { en: 'Dengue', es: 'Dengue' },
    { en: 'Enteric fever', es: 'Fiebre tifoidea' },
  ],
  images: [
    {
      file: 'fever-after-a-trip-film.svg',
      caption: {
        en: 'Thin film, first sample. The laboratory sees no parasites.',
        es: 'Extensión fina, primera muestra. El laboratorio no ve parásitos.',
      },
      kind: 'pathology',
    },
  ],
  consent: 'none-needed',
  audience: 'everyone',
  events: [
    {
      id: 'not-ruled-out',
      at: 14,
      by: 'infectious-spain',
      kind: 'answer',
      language: 'es',
      text: {
        en: 'One negative film rules nothing out. Do the rapid antigen test now and repeat the films every 12–24 h, three in all. Low platelets, bilirubin and a spleen: malaria until proven otherwise. Admit him.',
        es: 'Una gota gruesa negativa no descarta nada. Haga ya el test rápido de antígeno y repita las extensiones cada 12–24 h, tres en total. Plaquetas bajas, bilirrubina y bazo: malaria hasta que se demuestre lo contrario. Ingréselo.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'antibiotic',
      at: 21,
      by: 'travel-uk',
      kind: 'question-back',
      language: 'en',
      text: {
        en: 'Any antibiotic during the trip? Doxycycline, co-trimoxazole and azithromycin can all hold parasites down.',
        es: '¿Algún antibiótico durante el viaje? Doxiciclina, cotrimoxazol y azitromicina pueden frenar a los parásitos.',
      },
    },
    {
      id: 'no-antibiotic',
      at: 26,
      by: 'asker',
      kind: 'comment',
      language: 'es',
      text: {
        en: 'None. The last tablet of prophylaxis was 9 days ago. Antigen test negative just now.',
        es: 'Ninguno. El último comprimido de profilaxis fue hace 9 días. Test de antígeno negativo ahora mismo.',
      },
      replyTo: 'antibiotic',
    },
    {
      id: 'look-again',
      at: 38,
      by: 'microbiology-south-africa',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Look again at the cell in the upper right third of your picture: a fine ring with a dot. It may be a platelet on top of a cell; it may be falciparum. Ask a second reader for 200 fields, and send PCR or LAMP.',
        es: 'Mire otra vez el hematíe del tercio superior derecho de su imagen: un anillo fino con un punto. Puede ser una plaqueta sobre la célula; puede ser falciparum. Pida a un segundo lector 200 campos, y envíe PCR o LAMP.',
      },
      confidence: 'possible',
      seen: 'many',
    },
    {
      id: 'meanwhile',
      at: 52,
      by: 'travel-uk',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Half a prophylaxis keeps parasitaemia under what film and antigen test can show. Two sets of blood cultures before any antibiotic, dengue NS1 and PCR, HIV test. No ibuprofen or aspirin until dengue is excluded.',
        es: 'Una profilaxis a medias mantiene la parasitemia por debajo de lo que muestran la extensión y el antígeno. Dos tandas de hemocultivos antes de cualquier antibiótico, NS1 y PCR de dengue, serología VIH. Ni ibuprofeno ni aspirina hasta descartar dengue.',
      },
      confidence: 'likely',
      seen: 'many',
    },
    {
      id: 'second-film',
      at: 765,
      by: 'asker',
      kind: 'update',
      language: 'es',
      text: {
        en: 'Second film positive: Plasmodium falciparum, fine rings, some cells with two. The ring in the first picture was real. Alert, drinking, no vomiting.',
        es: 'Segunda extensión positiva: Plasmodium falciparum, anillos finos, alguna célula con dos. El anillo de la primera imagen era de verdad. Consciente, bebe, no vomita.',
      },
      labs: [
        { name: { en: 'Parasitaemia', es: 'Parasitemia' }, value: '1.4', unit: '%', flag: 'high' },
        { name: { en: 'Platelets', es: 'Plaquetas' }, value: '71', unit: '×10⁹/L', range: '150–400', flag: 'low' },
        { name: { en: 'Lactate', es: 'Lactato' }, value: '1.6', unit: 'mmol/L', range: '0.5–2.0' },
        { name: { en: 'Creatinine', es: 'Creatinina' }, value: '1.1', unit: 'mg/dL', range: '0.7–1.2' },
      ],
    },
    {
      id: 'treatment',
      at: 781,
      by: 'infectious-south-africa',
      kind: 'answer',
      language: 'en',
      text: {
        en: 'Uncomplicated so far: artemether-lumefantrine, six doses over 60 h, each with fatty food. Not atovaquone-proguanil, he was on it. Film every 24 h until negative. Vomiting, drowsiness, rising lactate or parasitaemia above 2 %: intravenous artesunate.',
        es: 'De momento no complicada: arteméter-lumefantrina, seis dosis en 60 h, cada una con comida grasa. No atovacuona-proguanil: la estaba tomando. Extensión cada 24 h hasta que sea negativa. Vómitos, somnolencia, lactato en ascenso o parasitemia por encima del 2 %: artesunato intravenoso.',
      },
      confidence: 'likely',
      seen: 'many',
    },
  ],
  outcome: {
    at: 4980,
    finalDiagnosis: {
      en: 'Uncomplicated Plasmodium falciparum malaria, missed on the first film',
      es: 'Malaria por Plasmodium falciparum no complicada, no vista en la primera extensión',
    },
    confirmedBy: 'laboratory',
    course: {
      en: 'Artemether-lumefantrine, six doses. No fever from 40 h of treatment, films negative from 48 h. Home today, blood count in 14 days.',
      es: 'Arteméter-lumefantrina, seis dosis. Sin fiebre desde las 40 h de tratamiento, extensiones negativas desde las 48 h. Alta hoy, hemograma en 14 días.',
    },
    learningPoint: {
      en: 'One negative film does not exclude malaria: three in 48 h, and a second reader, above all after half-taken prophylaxis.',
      es: 'Una gota gruesa negativa no descarta malaria: tres en 48 h y un segundo lector, sobre todo tras una profilaxis a medias.',
    },
    helped: ['not-ruled-out', 'look-again', 'treatment'],
  },
  seenBy: { doctors: 148, views: 371 },
} as const satisfies DemoCase

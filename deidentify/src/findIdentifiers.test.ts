import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from './findIdentifiers.ts'
import type { Language } from './Identifier.ts'

const found = (text: string, language: Language): string[] =>
  findIdentifiers(text, { language })
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe('what names a patient is found', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'pt john mcallister, 54m, came w/ wife brenda after syncope', ['name: john mcallister', 'name: brenda']],
    ['en', 'Mrs. Parkinson (68F) has Wilson disease, not Parkinson disease.', ['name: Parkinson']],
    ['en', 'Our 103-year-old patient and his sister, aged ninety-four.', ['age: 103-year-old', 'age: ninety-four']],
    ['es', 'Nació el doce de octubre de mil novecientos cuarenta y seis.', ['date: doce de octubre de mil novecientos cuarenta y seis']],
    ['es', 'Debutó el día de Reyes de 2021.', ['date: día de Reyes de 2021']],
    ['es', 'Su DNI es 12345678Z.', ['id: 12345678Z']],
    ['en', 'Write to jane dot roe at example dot org.', ['email: jane dot roe at example dot org']],
  ])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))
})

describe('medicine stays untouched', () => {
  test.each<[Language, string]>([
    ['en', 'Parkinson disease, Hoehn and Yahr stage 3, on levodopa/carbidopa 100/25 mg TID.'],
    ['en', 'BP 120/80 mmHg, HR 72, RR 16, SpO2 98% RA, T 36.8, GCS 15/15, Apgar 8/9.'],
    ['es', 'Síndrome de Down con tetralogía de Fallot e intervención de Blalock-Taussig.'],
    ['es', 'TA 130/85 mmHg, PIO 16/18 mmHg, EVA 7/10, AV 0,5, leucocitos 12.700/mm3, plaquetas 345.000, glucosa 169 mg/dl.'],
  ])('%s: %s', (language, text) => expect(found(text, language)).toEqual([]))
})

describe('the line that says who sends a letter is read to its end', () => {
  test.each<[Language, string, string]>([
    [
      'es',
      'Remitido por: Dra. Ona Llull Prim. Servicio de Urología. Hospital Dr. Bru. Los Fresnos, 12, esc. B, 3o D. 17888 Vilaseca de Mar (Gerona). E-mail: ona@llull.cat',
      'Remitido por Dra Servicio de Urología mail',
    ],
    [
      'es',
      'Responsable clínico: Iker Otxoa. Sección de Nefrología, Fundació Matacàs, Paraje Lo Blanco, s/n. Tel.: 950 111 222',
      'Responsable clínico Sección de Nefrología Tel',
    ],
    [
      'en',
      'Referred by: Ms Ivy Thorne, Department of Pathology, Quillmere Trust, 4 Weir Bank, Stapleford. Tel: 01632 960011',
      'Referred by Department of Pathology Tel',
    ],
  ])('%s: %s', (language, text, left) => {
    const spans = findIdentifiers(text, { language })
    const rest = spans.reduceRight((said, { start, end }) => said.slice(0, start) + said.slice(end), text)
    expect(rest.match(/\p{L}{2,}|\d/gu)?.join(' ')).toBe(left)
  })

  test('no figure of it is left', () => {
    const piece = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.constantFrom('Xoubas', 'de', 'Arriba', 's/n', 'esc.', 'Meiral,', '(Ourense)', 'Apartado', '-', 'C/', 'y', 'Tel.:'),
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = `Remitido por: Dra. Ona Llull. ${pieces.join(' ')}`
        const rest = findIdentifiers(text, { language: 'es' }).reduceRight(
          (said, { start, end }) => said.slice(0, start) + said.slice(end),
          text,
        )
        expect(rest).not.toMatch(/\d/)
      }),
      { numRuns: 100 },
    )
  })

  test('prose with the same words is prose', () => {
    expect(found('Remitido por su médico por dolor abdominal y melenas.', 'es')).toEqual([])
    expect(found('Referred by her GP with Crohn disease.', 'en')).toEqual([])
  })
})

describe('what a form says is taken as it stands', () => {
  test.each<[Language, string, string[]]>([
    ['es', 'Fecha de ingreso: 41/007/2019.', ['date: 41/007/2019']],
    ['es', 'Nombre: Marina.\nApellidos: Puig Roman.\nPaís: España.', ['name: Marina', 'name: Puig Roman']],
    ['es', 'CP: B1640.', ['place: B1640']],
    ['en', 'DOB: 3.11.968', ['date: 3.11.968']],
    ['es', 'Médico: M.a Rosa Grau Pons NºCol: 28 28 12345.', ['name: M.a Rosa Grau Pons', 'id: 28 28 12345']],
  ])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))
})

test('who made a drug or a device, and where, is found', () => {
  expect(
    found('Se trató con colirio (Optilux®, Laboratorios Sol) y láser (modelo 20, Lumen Instruments, Lübeck, Alemania).', 'es'),
  ).toEqual(['facility: Laboratorios Sol', 'facility: Lumen Instruments, Lübeck'])
  expect(found('Estadio I (pT1a, Nx, Mx) según la UICC.', 'es')).toEqual([])
})

describe('names that no list has are found by what stands around them', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'Tyvell Quillridge presented with fever.', ['name: Tyvell Quillridge']],
    ['en', 'A 61-year-old man, Lorvin Q., was admitted.', ['name: Lorvin Q.']],
    ['en', 'Pt lorvin ashlund, 44m, w/ palpitations.', ['name: lorvin ashlund']],
    ['en', 'We discussed it with Braden Okonforth (consultant surgeon).', ['name: Braden Okonforth']],
    ['en', 'Quillridge, Tyvell was seen in clinic.', ['name: Quillridge, Tyvell']],
    ['en', 'Zanelle said the pain woke her.', ['name: Zanelle']],
    ['es', 'Según Nazaret Etxegorri, nada había cambiado.', ['name: Nazaret Etxegorri']],
    ['es', 'Revisamos de nuevo a D. Zaldondo.', ['name: Zaldondo']],
    ['es', 'Le atendió la enfermera Yulimar Arateguieta.', ['name: Yulimar Arateguieta']],
    ['en', 'consented by R. Nkemelu, witnessed by sister Agnew', ['name: R. Nkemelu', 'name: Agnew']],
    ['en', "Ffionwen's mum is worried.", ['name: Ffionwen']],
    ['en', 'My patient Zanelle is a keen swimmer.', ['name: Zanelle']],
    ['en', 'Yesterday Tyvell Quillridge walked unaided; her sister-in-law Lorvin came.', ['name: Tyvell Quillridge', 'name: Lorvin']],
    ['en', 'patient J.D., 45M', ['name: J.D.']],
    ['en', 'Reviewed in clinic by SpR Nadarajah.', ['name: Nadarajah']],
    ['en', 'Joanne (carer) reports poor intake; gdaughter Tilly agrees.', ['name: Joanne', 'name: Tilly']],
    ['en', 'Full name: Ng, Wei Jie', ['name: Ng, Wei Jie']],
    ['es', 'Valorado por el MIR Otxoa.', ['name: Otxoa']],
    ['es', 'RE: D. Tunde Bakare', ['name: Tunde Bakare']],
    ['es', 'Estimada Yulimar: ya tenemos sus resultados.', ['name: Yulimar']],
    ['es', 'Nazaret Etxegorri, profesora de 54 años, consulta.', ['name: Nazaret Etxegorri']],
    ['es', 'A los señores Zaldondo se les explicó.', ['name: Zaldondo']],
    ['es', 'La madre de Iraia está preocupada.', ['name: Iraia']],
    ['es', 'Osvanel refiere que el dolor la despierta.', ['name: Osvanel']],
  ])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))

  test.each<[Language, string]>([
    ['en', 'Cultures grew Klebsiella Oxytoca and Yersinia Enterocolitica; Systemic Lupus Erythematosus was excluded.'],
    ['en', 'A 40-year-old African-American woman, on Xeljanz, improved.'],
    ['es', 'Tratamiento con Isoniacida y Pirazinamida; Western Blot positivo, Glasgow Coma Scale de 15.'],
    ['en', 'Mrs K was told. However, 6 months ago she was well.'],
    ['en', 'Father had a stent at 49.'],
    ['es', 'Normas del Health Professions Council; Tilt Test y Mini Mental State Examination normales, Reason Code 4.'],
    ['es', 'Hora del este (EE. UU., Canadá).'],
    ['en', 'PA View normal, ST elevation, RN Discharge form.'],
    ['es', 'R2 Campos libres. Paciente: TAC CRANEAL NORMAL'],
    ['es', 'El paciente vive solo y su madre toma Sintrom.'],
    ['en', 'Never smoked. Father had a stent at 49, Sister has lupus.'],
  ])('%s: %s', (language, text) => expect(found(text, language)).toEqual([]))
})

describe('names that are everyday words, and names in small letters', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'Summer Woods, 24, came with a rash.', ['name: Summer Woods']],
    ['en', 'Faith Long presented with jaundice.', ['name: Faith Long']],
    ['en', 'd/w sarah (his wife), happy for dc', ['name: sarah']],
    ['en', 'pls chase mr adeyemi mri', ['name: adeyemi']],
    ['en', 'Amara, 8, swallowed a coin.', ['name: Amara']],
    ['en', 'Interpreter: Hyun-woo Kang.', ['name: Hyun-woo Kang']],
    ['en', 'DE LA CRUZ, Ernesto - bed 4', ['name: DE LA CRUZ, Ernesto']],
    ['en', 'signed, Dr H. van der Merwe', ['name: Dr H. van der Merwe']],
    ['es', 'Vi a Mercedes Cordero en consulta.', ['name: Mercedes Cordero']],
    ['es', 'vi hoy a maria gonzalez en consulta', ['name: maria gonzalez']],
    ['es', 'comentado con el dr herrero la analitica', ['name: herrero']],
    ['es', 'hablado con marta, su mujer', ['name: marta']],
  ])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))
})

test.each<[Language, string, string[]]>([
  [
    'es',
    'Vino el tres de marzo del 22; recayó en Semana Santa y tras Reyes.',
    ['date: tres de marzo del 22', 'date: Semana Santa', 'date: Reyes'],
  ],
  ['es', 'Abuela de 98a, colegiado 28/28/12345.', ['age: 98a', 'id: 28/28/12345']],
  ['en', 'chart # 77-20-91, RAMQ TREM 5212 3456', ['id: 77-20-91', 'id: TREM 5212 3456']],
  ['es', 'CI 1.234.567-8; hematíes 4.860.000 (4.400.000-5.800.000)', ['id: 1.234.567-8']],
  ['es', 'Alta 11.04.23.', ['date: 11.04.23']],
  ['es', 'correo ana guion bajo ruiz arroba gmail punto com', ['email: ana guion bajo ruiz arroba gmail punto com']],
  [
    'en',
    'Lives in a caravan outside Ballyvaughan; inmate of HMP Wandsworth, pupil at Greendale Primary School.',
    ['place: Ballyvaughan', 'facility: HMP Wandsworth', 'facility: Greendale Primary School'],
  ],
  ['es', 'Veranean en Matalascañas; alumna del Colegio San Viator.', ['place: Matalascañas', 'facility: Colegio San Viator']],
  [
    'en',
    'She lives in the Bronx, was sent to UT Southwestern; SSN ending 4432.',
    ['place: Bronx', 'facility: UT Southwestern', 'id: 4432'],
  ],
  ['en', 'Ring 555-0134 for the result.', ['phone: 555-0134']],
  ['en', 'She drove from Whangaroa; bloods at Hillside Surgery.', ['place: Whangaroa', 'facility: Hillside Surgery']],
])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))

describe('places that no list has are found by what stands before them', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'She is from Wexmoor. He was visiting Kurrawonga when the pain began.', ['place: Wexmoor', 'place: Kurrawonga']],
    ['en', 'He lives at Rose Cottage, Thornmere.', ['place: Rose Cottage', 'place: Thornmere']],
    ['es', 'Es de Riomolinos. La farmacia de Valdecornejo llamó.', ['place: Riomolinos', 'place: Valdecornejo']],
    ['en', 'lives in dungarvan with wife', ['place: dungarvan']],
    ['es', 'natural de almendralejo, vive en casa', ['place: almendralejo']],
    ['es', 'Vive en la calle Molino 4, Quintanaseca.', ['address: calle Molino 4', 'place: Quintanaseca']],
  ])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))

  test.each<[Language, string]>([
    ['en', 'A case of Griscelli syndrome; switched from Xarelto to warfarin, seen in Actinomyces.'],
    ['es', 'Signo de Kanavel, aguja de Kischner y tubo de Pezzer; en Topamax 50 mg.'],
  ])('%s: %s', (language, text) => expect(found(text, language)).toEqual([]))
})

test.each<[Language, string, string[]]>([
  ['en', 'A woman in her nineties, on his 99th birthday.', ['age: nineties', 'age: 99th']],
  ['es', 'Una mujer de noventa y tantos; tiene 102 ya.', ['age: noventa y tantos', 'age: 102']],
  ['en', 'His 40th birthday, in the 1990s, temperature 39 in the nineties of the study.', []],
  ['es', 'su busca es el 5512', ['phone: 5512']],
])('%s: %s', (language, text, wanted) => expect(found(text, language)).toEqual(wanted))

test('stages and scores named after towns are no places', () => {
  expect(found('Linfoma de Hodgkin estadio IIB de Ann Arbor.', 'es')).toEqual([])
  expect(found('MELD 22, Na 128, Lille 0.45.', 'en')).toEqual([])
})

test('a name that was found once is found wherever it stands again', () => {
  expect(found("Mr Thackeray came in. Later thackeray was febrile; Thackeray's pain had gone.", 'en')).toEqual([
    'name: Thackeray',
    'name: thackeray',
    'name: Thackeray',
  ])
  expect(found('Ana Ruiz vino sola. Más tarde Ruiz se fue; A.R. no volvió.', 'es')).toEqual(['name: Ana Ruiz', 'name: Ruiz', 'name: A.R.'])
})

test('signs nobody sees and look-alikes hide nothing, and offsets are those of the text as it was written', () => {
  const text = 'Seen on 12\u200B March\u00A02021 by Dr Jоhn Smith.' // The o of John is Cyrillic.
  expect(found(text, 'en')).toEqual(['date: 12\u200B March\u00A02021', 'name: Dr Jоhn Smith'])
})

test('findings are sorted, lie in the text and do not overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.constantFrom('en' as const, 'es' as const), (text, language) => {
      let last = 0
      for (const { start, end } of findIdentifiers(text, { language }).filter(({ kind }) => kind !== 'indirect')) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
    { numRuns: 50 },
  )
})

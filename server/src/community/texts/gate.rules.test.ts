import { describe, expect, it } from 'vitest'
import { findingsIn } from './gate.rules.ts'
import type { Language } from './Translator.ts'

const kinds = (source: string, target: string, [from, to]: readonly [Language, Language], mark: '.' | ',' | null = null) =>
  findingsIn(source, target, { from, to, mark }).map(({ kind }) => kind)

const intoSpanish = ['en', 'es'] as const
const intoEnglish = ['es', 'en'] as const

describe('a translation that keeps the meaning', () => {
  it.each([
    ['No known allergies; takes metformin 850 mg.', 'Sin alergias conocidas; toma metformina 850 mg.'],
    ['Stop the vancomycin and continue the meropenem.', 'Suspender la vancomicina y continuar el meropenem.'],
    ['Platelets 85,000/µL, K 5.9 mmol/L.', 'Plaquetas 85\u00a0000/µL, K 5,9 mmol/L.'],
    ['He has no fever and no cough.', 'No tiene fiebre ni tos, ninguna de las dos.'],
    ['Two patients had HIV and hepatitis B.', '2 pacientes tenían VIH y hepatitis B.'],
    ['The left arm was weak; he left the clinic.', 'El brazo izquierdo estaba débil; se fue de la clínica.'],
    ['Do not stop aspirin.', 'No suspender la aspirina.'],
    ['A drop of 20% to 30%.', 'Una caída del 20-30 %.'],
  ])('%s', (english, spanish) => {
    expect(kinds(english, spanish, intoSpanish)).toEqual([])
    expect(kinds(spanish, english, intoEnglish)).toEqual([])
  })
})

describe('a translation that does not', () => {
  it.each([
    ['Give 0.5 mg.', 'Dar 5 mg.', 'number'],
    ['Give 0.5 mg.', 'Dar 0,5 g.', 'dose'],
    ['A 5 mg and B 10 mg.', 'A 10 mg y B 5 mg.', 'dose'],
    ['About 10~20 doses.', 'Unas 1020 dosis.', 'number'],
    ['SpO2 < 92%.', 'SpO2 92%.', 'sign'],
    ['Platelets 1,500.', 'Plaquetas 1,500.', 'number'],
    ['Hold the kidney medicine.', 'Mantener la medicina del riñón.', 'instruction'],
    ['Hold the kidney medicine.', 'Tomar la medicina del riñón.', 'instruction'],
    ['Stop aspirin for a week.', 'Para la aspirina una semana.', 'instruction'],
    ['Continue insulin.', 'Suspender insulina.', 'instruction'],
    ['Increase the dose.', 'Disminuir la dosis.', 'instruction'],
    ['She has no fever.', 'Tiene fiebre.', 'negation-lost'],
    ['No fever, and cultures were negative.', 'Fiebre, y los cultivos fueron negativos.', 'negation-lost'],
    ['She has fever.', 'No tiene fiebre.', 'negation-invented'],
    ['Left arm weakness.', 'Debilidad del brazo derecho.', 'side'],
    ['Right leg.', 'Pierna correcta.', 'side'],
    ['Hepatitis B and MS.', 'Hepatitis To y SEÑORA.', 'capitals'],
    ['See the guideline.', 'Vea la guía en https://example.org/x.', 'address'],
    ['Chest pain since this morning, with sweating.', 'Dolor.', 'length'],
    ['Fever.', 'Fiebre \uE001.', 'placeholder'],
    ['There was nothing on the scan.', 'Había nada en el escáner.', 'negation-lost'],
    ['He has no wound discharge.', 'Tiene ninguna secreción de herida.', 'negation-lost'],
    ['Do not discharge her today.', 'No la secreción hoy.', 'instruction'],
    ['A titer of 1:320.', 'Un título de :320.', 'number'],
    ['Glucagon 1 mg was injected.', 'Se inyectó 1 mg.', 'drug'],
    ['Avoid contrast.', 'Dar contraste.', 'instruction'],
    ['The pain moved to the left.', 'El dolor pasó al dejado.', 'side'],
    ['Lavage twice a day.', 'Lavado dos veces un día.', 'frequency'],
  ] as const)('%s -> %s', (english, spanish, kind) => expect(kinds(english, spanish, intoSpanish)).toContain(kind))

  it.each([
    ['Ninguno de los pacientes presentó fiebre.', 'Any of the patients presented fever.', 'negation-lost'],
    ['En ningún momento presenta prurito, dolor ni malestar.', 'In any moment presents pruritus, pain neither malaise.', 'negation-lost'],
    ['Dejar de tomar enalapril.', 'Leave to take enalapril.', 'instruction'],
    ['Cr 2,8 mg/dL.', 'Cr 28 mg/dL.', 'number'],
    ['Plaquetas de 85.000/µL.', 'Platelets of 85.000/µL.', 'number'],
    ['Dosis de 1.140 mg.', 'Dose of 1.140 mg.', 'number'],
    ['Lesión izquierda.', 'Injury.', 'side'],
    ['Dé ,5 mg.', 'Give 5 mg.', 'number'],
    ['No bebe ni fuma.', 'She drinks nor smokes.', 'negation-lost'],
    ['Detenga el goteo.', 'Continue the drip.', 'instruction'],
  ] as const)('%s -> %s', (spanish, english, kind) => expect(kinds(spanish, english, intoEnglish)).toContain(kind))

  it('says what it expected and what it found', () => {
    expect(findingsIn('Give 0.5 mg.', 'Dar 5 mg.', { from: 'en', to: 'es', mark: null })[0]).toEqual({
      kind: 'number',
      expected: '0.5',
      found: '5',
    })
  })
})

describe('a translation from or into Catalan', () => {
  it.each([
    ['El pacient no té febre.', 'The patient has no fever.'],
    ['Suspengui la metformina.', 'Stop metformin.'],
    ['Dolor al braç esquerre; K 5,9 mmol/L.', 'Pain in the left arm; K 5.9 mmol/L.'],
  ])('that keeps the meaning passes: %s', (catalan, english) => {
    expect(kinds(catalan, english, ['ca', 'en'])).toEqual([])
    expect(kinds(english, catalan, ['en', 'ca'])).toEqual([])
  })

  it.each([
    ['El pacient no té febre.', 'El paciente tiene fiebre.', 'negation-lost'],
    ['Suspengui la metformina.', 'Mantenga la metformina.', 'instruction'],
    ['Dolor al braç esquerre.', 'Dolor en el brazo derecho.', 'side'],
    ['Doni 0,5 mg.', 'Dé 5 mg.', 'number'],
  ] as const)('that does not is caught: %s', (catalan, spanish, kind) => expect(kinds(catalan, spanish, ['ca', 'es'])).toContain(kind))
})

it('reads three Spanish decimals by the author’s own mark', () => {
  expect(kinds('Dosis de 1.140 mg.', 'Dose of 1.140 mg.', intoEnglish, '.')).toEqual([])
  expect(kinds('Dosis de 1.140 mg.', 'Dose of 1,140 mg.', intoEnglish, ',')).toEqual([])
})

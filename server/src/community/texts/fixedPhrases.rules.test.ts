import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedPhrasesIn } from './fixedPhrases.rules.ts'
import type { TermLanguage as Language } from './glossary.rules.ts'

const shown = (sentence: string, from: Language) =>
  fixedPhrasesIn(sentence, from).reduceRight(
    (text, { start, end, target }) => `${text.slice(0, start)}[${target}]${text.slice(end)}`,
    sentence,
  )

describe('what is said by rule', () => {
  it.each([
    ['Hold the kidney medicine.', '[Suspenda] the kidney medicine.'],
    ["Don't stop aspirin.", '[No suspenda] aspirin.'],
    ['Never give potassium fast.', '[Nunca dé] potassium fast.'],
    ['Plan: hold metformin; start insulin.', 'Plan: [suspenda] metformin; [inicie] insulin.'],
    ['Take one tablet four times a day for 5 days.', '[Tome] one tablet [cuatro veces al día] [durante] 5 days.'],
    ['20 cigarettes a day', '20 cigarettes [al día]'],
    ['Repeat 3 or 4 times.', '[Repita] [3 o 4 veces].'],
    [
      'Born at 32 weeks, died of a stroke at 49, seen at 9 pm.',
      'Born [a las] 32 weeks, [murió] of a stroke [a los 49 años], seen [a las] 9 pm.',
    ],
    ['No fever, no rash. No patient died.', '[Sin] fever, [sin] rash. No patient died.'],
    ['She is on apixaban and on the ward.', 'She is [con] apixaban and on the ward.'],
    ['He wants to stop treatment, so call.', 'He wants to [suspender] treatment, [así que] call.'],
    ['What would you do next?', '[Qué haría usted] next?'],
    ['Platelets below 50, glucose above 200', 'Platelets [por debajo de] 50, glucose [por encima de] 200'],
    ['Group A streptococcus, vitamin B12, T waves', '[grupo A] streptococcus, [vitamina B12], [ondas T]'],
    ['Pin 3: biopsy at pin 2, not the pin 14 (pin 1).', '[marca 3]: biopsy at [la marca 2], not [la marca 14] ([marca 1]).'],
  ])('from English: %s', (sentence, seen) => expect(shown(sentence, 'en')).toBe(seen))

  it.each([
    'Hold on to it.',
    'Increase in creatinine.',
    'Start of symptoms: yesterday.',
    'Stop smoking.',
    'Use of steroids.',
    'He asked to hold the baby.',
    'Grade 2/6 murmur.',
    'It was given once she arrived.',
  ])('leaves what is no order and no rhythm: %s', (sentence) => expect(fixedPhrasesIn(sentence, 'en')).toEqual([]))

  it.each([
    ['Suspenda la metformina.', '[Stop] la metformina.'],
    ['No suspender los corticoides.', '[Do not stop] los corticoides.'],
    ['Dé 0,5 mg, no 5 mg, dos veces al día.', '[Give] 0,5 mg, [not] 5 mg, [twice a day].'],
    ['Ninguno de los niños mejoró.', '[None of] los niños mejoró.'],
    ['Nadie lo vio.', '[Nobody] lo vio.'],
    ['El borde en la marca 2 es liso; marca 3: no.', 'El borde en [pin 2] es liso; [pin 3]: no.'],
    ['Murió a los 49 años, a los 3 días de la cirugía.', 'Murió [at] 49 años, [3 days after] la cirugía.'],
    ['Hasta mañana por la mañana.', 'Hasta [tomorrow] por la mañana.'],
    ['Vino a la mañana siguiente, fiebre desde ayer.', 'Vino a la mañana siguiente, fiebre [since] ayer.'],
    ['Tras el alta, fiebre alta.', 'Tras el [discharge], fiebre alta.'],
    ['Alta mañana. Nada por boca.', '[discharge] [tomorrow]. Nada por boca.'],
    ['No come nada desde ayer, no en casa.', 'No come [anything] [since] ayer, [not] en casa.'],
    ['¿Hay que operar? Dejó de fumar; medio comprimido.', '¿[Should we] operar? [Stopped smoking]; [half a] comprimido.'],
    ['Otra a los 10 minutos, cada 8 horas durante 3 días.', 'Otra [after] 10 minutos, [every] 8 horas [for] 3 días.'],
  ])('from Spanish: %s', (sentence, seen) => expect(shown(sentence, 'es')).toBe(seen))

  it.each(['Suspender la metformina es peligroso.', 'Iniciar o no es la duda.'])('gives no order out of: %s', (sentence) =>
    expect(fixedPhrasesIn(sentence, 'es')).toEqual([]),
  )

  it('never overlaps itself, whatever is written', () => {
    const words = fc.array(
      fc.constantFrom(
        'Hold',
        'no',
        'stop',
        'twice',
        'a day',
        '3',
        'times',
        'for',
        '5 days',
        'type',
        'A',
        ';',
        'Ninguno de',
        'cada',
        'veces',
        'below',
      ),
    )
    fc.assert(
      fc.property(words, fc.constantFrom('en' as const, 'es' as const), (parts, from) => {
        const found = fixedPhrasesIn(parts.join(' '), from)
        for (const [i, { start, end }] of found.entries()) {
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
        }
      }),
    )
  })
})

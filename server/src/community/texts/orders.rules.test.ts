import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { TermLanguage as Language } from './glossary.rules.ts'
import { ordersIn, withPronoun } from './orders.rules.ts'

const shown = (sentence: string, from: Language) =>
  ordersIn(sentence, from).reduceRight((text, { start, end, target }) => `${text.slice(0, start)}[${target}]${text.slice(end)}`, sentence)

describe('an order', () => {
  it.each([
    ['Rule out sepsis and start ceftriaxone.', '[descarte] sepsis and [inicie] ceftriaxone.'],
    ['If she is febrile, hold the infusion.', 'If she is febrile, [suspenda] the infusion.'],
    ['Give 1 L, then recheck the lactate, and stop it.', '[dé] 1 L, then [vuelva a comprobar] the lactate, and [suspéndalo].'],
    ['Call me if it drops.', '[llámeme] if it drops.'],
    ['Give her insulin; keep her fasted.', '[dele] insulin; [manténgala] fasted.'],
    ['Hold her metformin.', '[suspenda] her metformin.'],
    ['Please do not wake him.', 'Please [no lo despierte].'],
    ['Never stop it.', '[nunca lo suspenda].'],
    ['Admit to the ward and refer to neurology.', '[ingrese en] the ward and [derive a] neurology.'],
    ['Discharge home tomorrow.', '[dé de alta a domicilio] tomorrow.'],
    ['Do not discharge until then.', '[no dé de alta] until then.'],
  ])('from English: %s', (sentence, seen) => expect(shown(sentence, 'en')).toBe(seen))

  it.each([
    ['Suspendan la heparina e inicien argatrobán.', '[stop] la heparina e [start] argatrobán.'],
    ['Si no tiene fiebre, no poner antibiótico.', 'Si no tiene fiebre, [do not give] antibiótico.'],
    ['Poner una vía y pasar 1 L.', '[place] una vía y [give] 1 L.'],
    ['Avísenme si baja.', '[notify me] si baja.'],
    ['Suspenderla hoy. Manténgalo en ayunas.', '[stop it] hoy. Manténgalo en ayunas.'],
    ['No administrar AINE, es alérgica.', '[do not administer] AINE, es alérgica.'],
    ['Subir la dosis si sigue bajo.', '[increase] la dosis si sigue bajo.'],
    ['No dar de alta hasta mañana.', '[do not discharge] hasta mañana.'],
    ['Mantener en ayunas.', '[keep] en ayunas.'],
    ['No darla de alta aún.', '[do not discharge the patient] aún.'],
    ['No reanimar, según la familia.', '[do not resuscitate], según la familia.'],
    ['Herida limpia, retirar puntos.', 'Herida limpia, [remove] puntos.'],
  ])('from Spanish: %s', (sentence, seen) => expect(shown(sentence, 'es')).toBe(seen))

  it.each([
    'Drain output was 50 mL.',
    'Discharge from the ear for 3 days.',
    'Discharge with a foul smell.',
    'Discharge summary attached.',
    'Check valve was closed.',
    'The drain and order sets.',
  ])('is not seen in: %s', (sentence) => expect(ordersIn(sentence, 'en')).toEqual([]))

  it('never overlaps another, whatever is written', () => {
    const words = fc.array(
      fc.constantFrom(
        'Hold',
        'it',
        'and',
        'stop',
        'her',
        'If fever,',
        'please',
        'do not',
        'give',
        'the',
        ';',
        'y',
        'no',
        'dar',
        'darle',
        'suspendan',
        'de alta',
        ',',
      ),
    )
    fc.assert(
      fc.property(words, fc.constantFrom('en' as const, 'es' as const), (parts, from) => {
        for (const [i, { start, end }] of ordersIn(parts.join(' '), from).entries()) {
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(ordersIn(parts.join(' '), from)[i - 1]?.end ?? 0)
        }
      }),
    )
  })
})

test('a pronoun behind an order moves its written stress', () => {
  const said = [
    ['suspenda', 'lo'],
    ['inicie', 'lo'],
    ['compruebe', 'la'],
    ['aplique', 'lo'],
    ['envíe', 'la'],
    ['dé', 'le'],
    ['dé de alta', 'le'],
    ['reduzca poco a poco', 'lo'],
    ['vuelva a comprobar', 'lo'],
    ['llame a', 'me'],
  ].map(([order, pronoun]) => withPronoun(order!, pronoun!))
  expect(said).toEqual([
    'suspéndalo',
    'inícielo',
    'compruébela',
    'aplíquelo',
    'envíela',
    'dele',
    'dele de alta',
    'redúzcalo poco a poco',
    'vuelva a comprobarlo',
    'llámeme',
  ])
})

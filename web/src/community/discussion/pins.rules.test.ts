import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ShownComment } from '#contract/community/discussion.ts'
import type { PinForm } from '#contract/community/pins.ts'
import { fitted, namesNone, pinsOf, pinsUnder, saidOf, withoutPin, withPin } from './pins.rules.ts'
import { said } from './said.ts'

const place = { imageId: 'image', frame: 0, x: 3, y: 4 }
const pin = (number: number): PinForm => ({ number, ...place })
const saying = (id: string, body: string, pins: readonly number[] = [], original: string | null = null): ShownComment => {
  const comment = said(id, 1)
  const text = comment.text && {
    ...comment.text,
    body,
    original: original === null ? null : { body: original, language: 'es' as const, spans: [] },
  }
  return { ...comment, text, pins: pins.map((number) => ({ number, place })) }
}

describe('the pins of a case', () => {
  const owner = saying('a', 'Blunt at pin 1. No blood at pin 2.', [1, 2])
  const agrees = saying('b', 'I agree with the needle 2.', [3], 'De acuerdo con la marca 2.')
  const known = pinsOf([owner, agrees, saying('c', 'Nothing of pins.')])

  test('know who brought them and who else names them, in whichever language it was written', () => {
    expect([...known.keys()]).toEqual([1, 2, 3])
    expect(known.get(1)?.namedBy).toEqual([])
    expect(known.get(2)).toMatchObject({ of: { id: 'a' }, namedBy: [{ id: 'b' }], place })
  })

  test('stand under their comment where its words do not lead to them: unnamed, lost in translation, or their image gone', () => {
    expect(pinsUnder(owner, 'Blunt at pin 1. No blood at pin 2.', known)).toEqual([])
    expect(pinsUnder(owner, 'Blunt there. No blood at pin 2.', known).map(({ number }) => number)).toEqual([1])
    const gone = pinsOf([{ ...owner, pins: [{ number: 1, place: null }] }])
    expect(pinsUnder(owner, 'Blunt at pin 1.', gone)).toMatchObject([{ number: 1, place: null }])
    expect(pinsUnder(agrees, 'I agree with the needle 2.', known).map(({ number }) => number)).toEqual([2, 3])
    expect(pinsUnder(agrees, 'I agree with pin 2.', known).map(({ number }) => number)).toEqual([3])
  })

  test('go with a comment that is taken back', () => expect(pinsOf([{ ...owner, text: null, pins: [] }]).size).toBe(0))
})

test('what is said of a pin is the sentence that names it, else the first; a long one ends at a word', () => {
  expect(saidOf('Not pin 4 itself. Blunt end at pin 2: a cast.', 2)).toBe('Blunt end at pin 2: a cast.')
  expect(saidOf('A cast. Pale.', 2)).toBe('A cast.')
  expect(saidOf(`${'branching '.repeat(40)}end`, 2)).toMatch(/branching…$/)
})

describe('a comment that is being written', () => {
  const three = pinsOf([saying('a', 'x', [1, 2, 3])])

  test('numbers its pins after those of the case', () => {
    expect(withPin({ text: '' }, place, new Map()).pins).toEqual([pin(1)])
    expect(withPin({ text: '', pins: [pin(4)] }, place, three).pins).toEqual([pin(4), pin(5)])
  })

  test('still means its own when others have put pins meanwhile', () => {
    expect(fitted({ text: 'Pin 2, not pin 1; 2 cm.', pins: [pin(2), pin(3)] }, three)).toEqual({
      text: 'Pin 4, not pin 1; 2 cm.',
      pins: [pin(4), pin(5)],
    })
    const free = { text: 'Pin 4.', pins: [pin(4)] }
    expect(fitted(free, three)).toBe(free)
    const none = { text: 'I agree with pin 1.' }
    expect(fitted(none, three)).toBe(none)
  })

  test('loses a pin and never says another’s number for it', () => {
    expect(withoutPin({ text: 'Pin 4 and pin 5.', pins: [pin(4), pin(5)] }, 4)).toEqual({ text: 'Pin ? and pin 4.', pins: [pin(4)] })
    const second = withoutPin({ text: 'Pins 4 and 5.', pins: [pin(4), pin(5)] }, 4)
    expect(second.text).toBe('Pins ? and 4.')
    expect(namesNone(second, three)).toBe(true)
    expect(withoutPin(second, 4).text).toBe('Pins ? and ?.')
  })

  test('is told where it names a pin that is not there', () => {
    expect(namesNone({ text: 'Pin 3 and pin 4.', pins: [pin(4)] }, three)).toBe(false)
    expect(namesNone({ text: 'Pin 5.', pins: [pin(4)] }, three)).toBe(true)
    expect(namesNone({ text: 'Marca ?' }, three)).toBe(true)
    // Where no image has any, it is a pin of another kind.
    expect(namesNone({ text: 'Pin 2 of the fixator is loose.' }, new Map())).toBe(false)
  })

  test('fitted twice is fitted once, and no number of its own is one of the case’s', () =>
    fc.assert(
      fc.property(fc.nat(12), fc.nat(9), fc.integer({ min: 1, max: 15 }), (of, own, first) => {
        const known = pinsOf([
          saying(
            'a',
            'x',
            Array.from({ length: of }, (_, at) => at + 1),
          ),
        ])
        const once = fitted({ text: `Pin ${first}.`, pins: Array.from({ length: own }, (_, at) => pin(first + at)) }, known)
        expect(fitted(once, known)).toEqual(once)
        for (const { number } of once.pins ?? []) expect(known.has(number)).toBe(false)
      }),
    ))
})

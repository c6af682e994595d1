import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mend, readHeadline, typingErrors, wordsOf, wordsToMendBy } from './words.rules.ts'

test('words lose accents and punctuation, and keep how they were written', () => {
  expect(wordsOf('¿Infección (Niños)? 7.8 mg')).toEqual([
    { written: 'Infección', plain: 'infeccion' },
    { written: 'Niños', plain: 'ninos' },
    { written: '7', plain: '7' },
    { written: '8', plain: '8' },
    { written: 'mg', plain: 'mg' },
  ])
  expect(wordsToMendBy(['Fiebre y tos, fiebre alta', 'B12 hemoglobina'])).toEqual(['alta', 'fiebre', 'hemoglobina'])
})

test('a swap of neighbours is one error', () => {
  expect(typingErrors('penumonia', 'pneumonia')).toBe(1)
  expect(typingErrors('neumotrax', 'neumotorax')).toBe(1)
  expect(typingErrors('kitten', 'sitting')).toBe(3)
})

test('errors are counted the same from either side, and none means the same word', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-d]{0,8}$/), fc.stringMatching(/^[a-d]{0,8}$/), (one, other) => {
      expect(typingErrors(one, other)).toBe(typingErrors(other, one))
      expect(typingErrors(one, other) === 0).toBe(one === other)
    }),
  ))

test('a mistyped word is mended to the nearest, a short one only by a letter, and a strange one not at all', () => {
  expect(mend('bronquitsi', ['bronquitis', 'bronquial'])).toEqual(['bronquitis'])
  expect(mend('tsos', ['tosa', 'tos'])).toEqual(['tos'])
  expect(mend('abc', ['abd'])).toEqual([])
  expect(mend('zzzzzzzz', ['bronquitis'])).toEqual([])
})

test('marks are offsets into the text as it is shown', () => {
  expect(readHeadline('a  \u0002branching\u0003 \nmass, \u0002coughed\u0003 up')).toEqual({
    text: 'a branching mass, coughed up',
    marks: [
      { start: 2, end: 11 },
      { start: 18, end: 25 },
    ],
  })
})

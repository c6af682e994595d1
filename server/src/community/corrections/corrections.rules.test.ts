import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readsBoth, type Settling, whyNotSettle, whyNoWords } from './corrections.rules.ts'

const settling = fc.record<Settling>({
  state: fc.constantFrom('proposed', 'accepted', 'declined', 'taken-back'),
  isAuthor: fc.boolean(),
  isCorrector: fc.boolean(),
  readsBoth: fc.boolean(),
})

test('nobody accepts their own correction, and nobody but the author declines one', () => {
  fc.assert(fc.property(settling, (who) => !who.isCorrector || whyNotSettle(who, true) !== null))
  fc.assert(fc.property(settling, (who) => who.isAuthor || whyNotSettle(who, false) !== null))
})

test('a colleague accepts only what they can read, and never what the author declined', () => {
  fc.assert(
    fc.property(settling, (who) => {
      const accepted = whyNotSettle(who, true) === null
      return !accepted || who.isAuthor || (who.readsBoth && who.state !== 'declined')
    }),
  )
})

test('what was taken back is settled by nobody', () => {
  fc.assert(fc.property(settling, fc.boolean(), (who, accept) => whyNotSettle({ ...who, state: 'taken-back' }, accept) !== null))
})

test('both languages are needed, and words that are there, short enough and not those that stand', () => {
  expect(readsBoth(['en'], 'en', 'es')).toBe(false)
  expect(readsBoth(['es', 'en'], 'en', 'es')).toBe(true)
  expect(whyNoWords(' ', 'x')).toBe('correction.empty')
  expect(whyNoWords('x'.repeat(2_001), 'y')).toBe('correction.too-long')
  expect(whyNoWords('Duerme. ', 'Duerme.')).toBe('correction.same')
  expect(whyNoWords('Duerme bien.', 'Duerme.')).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packWords, unpackWords } from './packedWords.ts'

test('what is packed is unpacked', () => {
  const word = fc.stringMatching(/^[a-z][a-z ']{0,40}$/)
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const sorted = words.toSorted()
      expect([...unpackWords(packWords(sorted))]).toEqual(sorted)
    }),
  )
})

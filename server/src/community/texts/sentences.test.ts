import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinPieces, splitIntoPieces } from './sentences.ts'

const sentencesOf = (text: string) =>
  splitIntoPieces(text)
    .filter(({ kind }) => kind === 'sentence')
    .map(({ text }) => text)

describe('splitting a text into sentences', () => {
  it('gives back exactly the text it was given', () => {
    const clinical = fc.array(
      fc.constantFrom('Dr. ', 'p. ej. ', 'i.v. ', '2,8', '\n', '\r\n', '- ', '1) ', 'Fever. ', '¿Qué? ', '  ', 'Sí.', '…'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          clinical.map((parts) => parts.join('')),
        ),
        (text) => joinPieces(splitIntoPieces(text)) === text,
      ),
    )
  })

  it('cuts at the ends of sentences and of lines', () => {
    expect(sentencesOf('No fever. BP was low!\n¿Qué opinan? Gracias.')).toEqual(['No fever.', 'BP was low!', '¿Qué opinan?', 'Gracias.'])
  })

  it.each([
    ['Lo vio la Dra. Campos ayer.'],
    ['Antibiótico, p. ej. Ceftriaxona, si hay fiebre.'],
    ['Furosemida i.v. Bolo de 40 mg.'],
    ['Seen by Dr. Smith, e.g. Tuesday.'],
    ['K 6.1 and Cr 2.8 at 10.30 h.'],
    ['Bed no. 4 is free.'],
    ['J. Pérez lo describió.'],
  ])('keeps "%s" whole', (text) => expect(sentencesOf(text)).toEqual([text]))

  it('ends a sentence at a plain "no."', () => expect(sentencesOf('Did she bleed? The answer is no. She did not.')).toHaveLength(3))

  it('keeps the marks of a list out of its sentences', () => {
    expect(sentencesOf('- no fever\n  • Sin tos\n2) Stop aspirin')).toEqual(['no fever', 'Sin tos', 'Stop aspirin'])
  })

  it('asks nobody to translate what has no letter', () => expect(sentencesOf('120/80\n---\n\n38,5')).toEqual([]))
})

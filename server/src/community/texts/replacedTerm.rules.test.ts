import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundledGlossary } from './readGlossary.ts'
import { replacedTerm } from './replacedTerm.rules.ts'

const glossary = await bundledGlossary()
const told = { from: 'en', to: 'es', specialty: null, glossary } as const
const replaced = (source: string, before: string, target: string, more: Partial<Parameters<typeof replacedTerm>[1]> = {}) => {
  const found = replacedTerm({ source, before, target }, { ...told, ...more })
  return found && { ...found.term, replaces: found.replaces && `${found.replaces.en} – ${found.replaces.es}` }
}

describe('a correction that puts one term right', () => {
  test('offers other words for a term of the glossary, with what is known of it', () => {
    expect(replaced('She has a rash.', 'Tiene una erupción.', 'Tiene un exantema.')).toMatchObject({
      class: 'noun',
      en: 'rash',
      es: 'exantema',
      gender: 'm',
      replaces: 'rash – erupción',
    })
    expect(replaced('Tiene el bazo grande.', 'The spleen is big.', 'The milt is big.', { from: 'es', to: 'en' })).toMatchObject({
      en: 'milt',
      es: 'bazo',
      replaces: 'spleen – bazo',
    })
  })

  test('offers a word the engine had left as it was', () => {
    expect(replaced('Uses a rollator at home.', 'Usa rollator en casa.', 'Usa andador en casa.')).toMatchObject({
      class: 'noun',
      en: 'rollator',
      es: 'andador',
      replaces: null,
    })
    expect(replaced('Rollator at home.', 'Rollator en casa.', 'La muleta en casa.')).toMatchObject({
      en: 'rollator',
      es: 'muleta',
      gender: 'f',
    })
    expect(replaced('SCFE on both hips.', 'SCFE en ambas caderas.', 'EFP en ambas caderas.')).toMatchObject({
      class: 'abbreviation',
      en: 'SCFE',
      es: 'EFP',
    })
  })

  test('offers nothing where more was changed, or words that are no term', () => {
    expect(replaced('She has a rash.', 'Tiene una erupción.', 'La paciente presenta un exantema en todo el cuerpo desde ayer.')).toBeNull()
    expect(replaced('She has a rash.', 'Tiene una erupción.', 'Muestra una erupción.')).toBeNull()
    expect(replaced('She has a rash.', 'Tiene una erupción.', 'Tiene una erupción clara.')).toBeNull()
    expect(replaced('She has a rash.', 'Tiene una erupción.', 'Tiene la erupción.')).toBeNull()
    expect(replaced('Two rashes.', 'Dos erupción.', 'Dos erupciones.')).toBeNull()
  })

  test('offers nothing in languages our terms are not in', () => {
    expect(replaced('She has a rash.', 'Té una erupció.', 'Té un exantema.', { to: 'ca' })).toBeNull()
  })

  test('whatever was said, what is offered stood in the original and stands in the correction', () => {
    const words = fc.constantFrom('the', 'a', 'rash', 'rollator', 'SCFE', 'la', 'un', 'erupción', 'exantema', 'andador', '.', ',')
    const passage = fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(passage, passage, passage, (source, before, target) => {
        const found = replacedTerm({ source, before, target }, told)
        return found === null || (source.includes(found.term.en) && target.toLowerCase().includes(found.term.es.toLowerCase()))
      }),
    )
  })
})

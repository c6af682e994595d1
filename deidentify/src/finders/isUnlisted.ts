import { isPlace, isWordOf } from '../dictionaries.ts'
import type { Word } from '../Word.ts'
import { isCountry } from '../words/countries.ts'
import { eponymHeads } from '../words/eponyms.ts'
import { institutions, neverNames } from '../words/notNames.ts'
import { titles } from '../words/titles.ts'
import type { Reading } from './Reading.ts'

/** Whether a word is written as a name and no list has it, be it of names, places, or words of the language and of medicine. */
export const isUnlisted = ({ know, language }: Reading, { shape, text, folded }: Word): boolean => {
  if (shape !== 'title' || text.length < 3 || neverNames.has(folded) || institutions.has(folded) || eponymHeads.has(folded)) return false
  if (titles.en.has(folded) || titles.es.has(folded)) return false
  const { isGiven, isSurname, isEveryday, isEponym } = know(folded)
  // Doctors who write Spanish say much in English.
  if (language === 'es' && isWordOf('en', folded)) return false
  return !isGiven && !isSurname && !isEveryday && !isEponym && !isPlace(folded) && !isCountry(folded)
}

import { know } from './dictionaries.ts'
import { findAddresses } from './finders/addresses.ts'
import { findAges } from './finders/ages.ts'
import { findContacts } from './finders/contacts.ts'
import { findDates } from './finders/dates.ts'
import { findHints } from './finders/hints.ts'
import { findNames } from './finders/names.ts'
import { findNumbers } from './finders/numbers.ts'
import { findFacilities, findPlaces } from './finders/places.ts'
import type { Reading } from './finders/Reading.ts'
import { generalise } from './generalise.ts'
import type { Hit, Identifier, Kind, Language } from './Identifier.ts'
import { readable } from './readableText.ts'
import { wordsOf } from './Word.ts'

/** Where two findings of one certainty overlap, the kind that stands first here is kept. */
const order: readonly Kind[] = ['email', 'web', 'address', 'date', 'id', 'phone', 'age', 'facility', 'name', 'place', 'indirect']

/** Finds what could name a patient, sorted and without overlaps; a hint of kind `indirect` may cover other findings. */
export const findIdentifiers = (original: string, { language }: { language: Language }): readonly Identifier[] => {
  const { text, original: offsetOf } = readable(original)
  const reading: Reading = { text, language, words: wordsOf(text), know: know(language) }
  const hits = [findDates, findAges, findContacts, findNumbers, findAddresses, findFacilities, findNames, findPlaces].flatMap((find) =>
    find(reading),
  )
  const found = [...withoutOverlaps(hits.filter(({ start, end }) => end > start)), ...findHints(reading)]
  return found
    .map((hit) => {
      const [start, end] = [offsetOf(hit.start), offsetOf(hit.end)]
      return { ...hit, start, end, suggestion: generalise(hit, original.slice(start, end), language) }
    })
    .sort((one, other) => one.start - other.start || other.end - one.end)
}

const withoutOverlaps = (hits: readonly Hit[]): Hit[] => {
  const best = hits.toSorted(
    (one, other) =>
      Math.round((other.confidence - one.confidence) * 5) ||
      other.end - other.start - (one.end - one.start) ||
      order.indexOf(one.kind) - order.indexOf(other.kind),
  )
  const kept: Hit[] = []
  for (const hit of best) {
    const clash = kept.find(({ start, end }) => hit.start < end && start < hit.end)
    if (!clash) {
      kept.push(hit)
      continue
    }
    // What sticks out of a surer finding still names somebody.
    if (hit.start >= clash.start && hit.end <= clash.end) continue
    const index = kept.indexOf(clash)
    const joined = { ...clash, start: Math.min(clash.start, hit.start), end: Math.max(clash.end, hit.end) }
    if (!kept.some((other) => other !== clash && joined.start < other.end && other.start < joined.end)) kept[index] = joined
  }
  return kept
}

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
import { findInSignatures } from './finders/signatures.ts'
import { generalise } from './generalise.ts'
import type { Hit, Identifier, Kind, Language } from './Identifier.ts'
import { readable } from './readableText.ts'
import { wordsOf } from './Word.ts'

/** Where two findings of one certainty overlap, the kind that stands first here is kept. */
const order: readonly Kind[] = ['email', 'web', 'address', 'date', 'id', 'phone', 'age', 'facility', 'name', 'place', 'indirect']

/** Finds what could name a patient, sorted and without overlaps; a hint of kind `indirect` may cover other findings. */
export const findIdentifiers = (original: string, { language }: { language: Language }): readonly Identifier[] => {
  const { text, original: offsetOf } = readable(original)
  const words = wordsOf(text)
  const inSmall = new Set(words.filter(({ shape }) => shape === 'lower').map(({ folded }) => folded))
  const reading: Reading = { text, language, words, inSmall, know: know(language) }
  const hits = [findDates, findAges, findContacts, findNumbers, findAddresses, findFacilities, findNames, findPlaces].flatMap((find) =>
    find(reading),
  )
  const said = withoutOverlaps(
    hits.filter(({ start, end }) => end > start),
    text,
  )
  const found = [...said, ...findInSignatures(reading, said), ...findHints(reading)]
  return found
    .map((hit) => {
      const [start, end] = [offsetOf(hit.start), offsetOf(hit.end)]
      return { ...hit, start, end, suggestion: generalise(hit, original.slice(start, end), language) }
    })
    .sort((one, other) => one.start - other.start || other.end - one.end)
}

/** A letter or a figure. */
const holdsSomething = /[\p{L}\d]/u

const withoutOverlaps = (hits: readonly Hit[], text: string): Hit[] => {
  const best = hits.toSorted(
    (one, other) =>
      Math.round((other.confidence - one.confidence) * 5) ||
      other.end - other.start - (one.end - one.start) ||
      order.indexOf(one.kind) - order.indexOf(other.kind),
  )
  const kept: Hit[] = []
  for (const hit of best) {
    const clashes = kept.filter(({ start, end }) => hit.start < end && start < hit.end).toSorted((one, other) => one.start - other.start)
    const [first, ...more] = clashes
    if (!first) {
      kept.push(hit)
      continue
    }
    // What sticks out of surer findings still names somebody: each takes what stands before it, the last also what follows.
    let from = hit.start
    for (const clash of [first, ...more]) {
      const isLast = clash === (more.at(-1) ?? first)
      // Of two the longer one knows what it is: a town's name inside a person's.
      const { kind, reason } =
        more.length === 0 && hit.start <= clash.start && clash.end <= hit.end && hit.end - hit.start > clash.end - clash.start ? hit : clash
      const joined = {
        ...clash,
        kind,
        reason,
        start: holdsSomething.test(text.slice(from, clash.start)) ? Math.min(from, clash.start) : clash.start,
        end: isLast && holdsSomething.test(text.slice(clash.end, hit.end)) ? hit.end : clash.end,
      }
      kept[kept.indexOf(clash)] = joined
      from = clash.end
    }
  }
  return kept
}

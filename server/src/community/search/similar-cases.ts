import type { similarCases as similarCasesPromise } from '#contract/community/search.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { readQuery } from './readQuery.rules.ts'
import { countRows, findAlike, readTerms } from './search.sql.ts'

/** A term in more of the index than this says little about likeness. */
const commonFrom = 2_000
const termsToCompare = 8

/** Resolved cases like the one being asked, the most alike first. */
export const similarCases = async (
  { db }: Pick<Deps, 'db'>,
  member: Member,
  { q }: QueryOf<typeof similarCasesPromise>,
): Promise<JsonText> => {
  const none = new JsonText('{"items":[]}')
  const telling = readQuery(q, false).filter(({ words, concept }) => concept || (words[0]?.length ?? 0) >= 5)
  const terms = await readTerms(
    db,
    telling.map((term) => ({ ...term, others: [] })),
  )
  if (terms.length === 0) return none
  const counts = await countRows(
    db,
    terms.map(({ query }) => query),
    commonFrom,
  )
  const weighed = terms
    .map(({ query }, index) => ({ query, rows: counts[index] ?? 0 }))
    .filter(({ rows }) => rows > 0 && rows < commonFrom)
    .map(({ query, rows }) => ({ query, weight: Math.log((2 * commonFrom) / rows) }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, termsToCompare)
  if (weighed.length === 0) return none
  // One shared word is chance: a likeness needs a second to agree.
  const items = await findAlike(db, { terms: weighed, agreeing: Math.min(2, terms.length), reader: readerOf(member), limit: 3 })
  return new JsonText(`{"items":[${items.join(',')}]}`)
}

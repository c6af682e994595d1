import { coveredBy } from '#atlas/specialties.ts'
import type { searchCases as searchCasesPromise } from '#contract/community/search.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { readQuery, type Term } from './readQuery.rules.ts'
import { findCases, findPassages, lookUpWords, readTerms, type WantedTerm } from './search.sql.ts'
import { headlineOptions, mend, readHeadline, wordsOf } from './words.rules.ts'

type Needs = Pick<Deps, 'db' | 'glossary'>

/** As far as results can be paged through: who has read so many asks for something else. */
const pagedUpTo = 300

/** Completes what is being typed and mends what stands nowhere. */
const complete = async ({ db }: Pick<Deps, 'db'>, terms: readonly Term[]) => {
  const single = terms.flatMap(({ words, concept }) => (concept === null && words.length === 1 ? words : []))
  const known = new Map((single.length > 0 ? await lookUpWords(db, single) : []).map((row) => [row.word, row]))
  const mended: { typed: string; read: string }[] = []
  const wanted = terms.map((term): WantedTerm => {
    const found = known.get(term.words[0] ?? '')
    if (term.concept || !found) return { ...term, others: [] }
    if (term.unfinished && found.longer.length > 0) return { ...term, others: found.longer }
    if (found.stands || /\d/.test(found.word)) return { ...term, others: [] }
    const others = mend(found.word, found.alike)
    if (others[0]) mended.push({ typed: found.word, read: others[0] })
    return { ...term, others }
  })
  return { wanted, mended }
}

/** What the glossary says for the words of a search: in a case found by the one, the reader finds the other marked. */
const inOtherWords = async ({ glossary }: Needs, query: string): Promise<readonly WantedTerm[]> => {
  const terms = await glossary()
  return siteLanguages
    .flatMap((language) => terms.find(query, language, null))
    .map(({ target }) => ({ words: wordsOf(target()).map(({ plain }) => plain), concept: null, others: [] }))
}

/** Where a search goes on: how many cases were shown, and whether they have all of the words or some. */
const readCursor = (after: string | undefined): { offset: number; joined: ' & ' | ' | ' | null } => {
  if (after === undefined) return { offset: 0, joined: null }
  const [, how, offset] = /^(all|some)-(\d{1,4})$/.exec(after) ?? refuse('request.invalid')
  return { offset: Number(offset), joined: how === 'all' ? ' & ' : ' | ' }
}

/** Cases that hold these words, in either language, the best first, each with the passages that do. */
export const searchCases = async (deps: Needs, member: Member, asked: QueryOf<typeof searchCasesPromise>): Promise<JsonText> => {
  const { q, typing = false, specialty, after, limit = 10, ...filters } = asked
  const reader = readerOf(member)
  const { offset, joined } = readCursor(after)
  const { wanted, mended } = await complete(deps, readQuery(q, typing))
  const terms = await readTerms(deps.db, wanted)
  const narrowed = { ...filters, specialties: specialty ? coveredBy(specialty) : null }
  const find = (join: ' & ' | ' | ') =>
    terms.length === 0
      ? []
      : findCases(deps.db, {
          query: terms.map(({ query }) => `(${query})`).join(join),
          filters: narrowed,
          reader,
          offset,
          limit: limit + 1,
        })
  const withAll = joined === ' | ' ? [] : await find(' & ')
  const loosened = joined === ' | ' || (joined === null && withAll.length === 0 && terms.length > 1)
  const rows = loosened ? await find(' | ') : withAll
  const page = rows.slice(0, limit)
  const others = page.length === 0 ? [] : await readTerms(deps.db, await inOtherWords(deps, q))
  const passages =
    page.length === 0
      ? []
      : await findPassages(deps.db, {
          caseIds: page.map(({ id }) => id),
          marking: [...terms, ...others].map(({ marking }) => `(${marking})`).join(' | '),
          reader,
          options: headlineOptions,
        })
  const items = page.map(({ id, json }) => {
    const found = passages
      .filter(({ caseId }) => caseId === id)
      .map(({ part, commentId, language, headline }) => ({ part, commentId, language, ...readHeadline(headline) }))
    return `{"case":${json},"passages":${JSON.stringify(found)}}`
  })
  // Where nothing was found, the word read in place of a mistyped one may stand only in a case this reader may not see.
  const said = items.length > 0 ? mended : []
  const goesOn = rows.length > limit && offset + limit < pagedUpTo
  const next = goesOn ? `${loosened ? 'some' : 'all'}-${offset + limit}` : null
  return new JsonText(
    `{"items":[${items.join(',')}],"next":${JSON.stringify(next)},"mended":${JSON.stringify(said)},"loosened":${loosened && items.length > 0}}`,
  )
}

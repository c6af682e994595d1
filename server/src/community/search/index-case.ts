import { siteLanguages } from '../../platform/siteLanguages.ts'
import type { Deps } from '../deps.ts'
import { conceptsIn } from './readQuery.rules.ts'
import { indexCaseAnew } from './search.jobs.ts'
import { caseOfText, casesNotIndexed, dropWords, keepWords, keepWordsToMendBy, lockForIndex, textsOfCase } from './search.sql.ts'
import { wordsOf, wordsToMendBy } from './words.rules.ts'

/** Brings what a case can be found by up to what it says now, in every language; told twice, nothing more happens. */
export const indexCase = async ({ db }: Pick<Deps, 'db'>, caseId: string): Promise<void> => {
  const said = await db.transaction().execute(async (trx) => {
    if (!(await lockForIndex(trx, caseId))) return []
    const texts = await textsOfCase(trx, caseId, siteLanguages)
    const named = [...new Set(texts.flatMap(({ body }) => [...conceptsIn(body)]))].sort().join(' ')
    for (const language of siteLanguages) {
      const of = (part: string) =>
        texts
          .filter((text) => text.language === language && text.part === part)
          .flatMap(({ body }) => wordsOf(body).map(({ plain }) => plain))
          .join(' ')
      await keepWords(trx, caseId, {
        language,
        concepts: named,
        question: of('question'),
        outcome: of('outcome'),
        story: of('story'),
        comments: of('comment'),
      })
    }
    return texts
  })
  await keepWordsToMendBy(db, wordsToMendBy(said.map(({ body }) => body)))
}

const missedAtOnce = 200

/** Takes in cases the index does not hold, some at a time. */
export const indexMissedCases = async (deps: Pick<Deps, 'db'>): Promise<void> => {
  for (const caseId of await casesNotIndexed(deps.db, missedAtOnce)) await indexCase(deps, caseId)
}

/** Forgets words that stand in no case any more, so that what was withdrawn or redacted is not offered to anybody who mistypes. */
export const forgetWords = async ({ db }: Pick<Deps, 'db'>): Promise<void> => void (await dropWords(db))

/** Asks for the case a text stands in to be indexed, if it stands in one. */
export const wantIndexOfText = async ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, textId: string): Promise<void> => {
  const caseId = await caseOfText(db, textId)
  if (caseId) await wantIndex({ db, jobs }, caseId)
}

/** Asks for a case to be indexed: however much of it changes at once, it is read once. */
export const wantIndex = ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, caseId: string): Promise<void> => jobs.ask(db, indexCaseAnew, { caseId })

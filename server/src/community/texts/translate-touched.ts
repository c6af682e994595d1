import type { TermPair } from '#contract/community/glossary.ts'
import type { Deps } from '../deps.ts'
import { awaitTranslations } from '../glossary/editions.ts'
import { termOf } from '../glossary/glossary.rules.ts'
import { surfacesIn, termLanguages } from './glossary.rules.ts'
import { forgetSentencesWith } from './sentences.sql.ts'
import { translateText } from './texts.jobs.ts'

/** As many words as one query of the database bears. */
const surfacesAtOnce = 500
const askedAtOnce = 200

/** The glossary says something else of these terms: sentences that hold one are asked for again, and shown as they are meanwhile. */
export const translateTouched = async (
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  terms: readonly TermPair[],
): Promise<void> => {
  for (const language of termLanguages) {
    const surfaces = [...new Set(terms.flatMap((term) => surfacesIn(termOf(term), language)))]
    for (let from = 0; from < surfaces.length; from += surfacesAtOnce) {
      const some = surfaces.slice(from, from + surfacesAtOnce)
      const touched = await db.transaction().execute(async (trx) => {
        // A translation that is being kept would not be seen, and would stand with the terms as they were.
        await awaitTranslations(trx)
        return forgetSentencesWith(trx, { surfaces: some, writtenIn: language, dueAt: clock.now() })
      })
      // The others are due, and taken some at a time: nobody who has just posted waits for them.
      for (const { textId, into } of touched.slice(0, askedAtOnce))
        await jobs.ask(db, translateText, { textId, language: into }, { canWait: true })
    }
  }
}

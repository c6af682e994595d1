import type { TermPair } from '#contract/community/glossary.ts'
import type { Deps } from '../deps.ts'
import { termOf } from '../glossary/glossary.rules.ts'
import { surfacesIn, termLanguages } from './glossary.rules.ts'
import { forgetSentencesWith } from './sentences.sql.ts'
import { translateText } from './texts.jobs.ts'

/** The glossary says something else of these terms: sentences that hold one are asked for again, and shown as they are meanwhile. */
export const translateTouched = async (
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  terms: readonly TermPair[],
): Promise<void> => {
  for (const language of termLanguages) {
    const surfaces = [...new Set(terms.flatMap((term) => surfacesIn(termOf(term), language)))]
    const touched = await forgetSentencesWith(db, { surfaces, writtenIn: language, dueAt: clock.now() })
    for (const { textId, into } of touched) await jobs.ask(db, translateText, { textId, language: into })
  }
}

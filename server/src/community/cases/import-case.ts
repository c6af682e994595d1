import { createHash } from 'node:crypto'
import { blankCase, type CaseForm } from '#contract/community/cases.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Deps } from '../deps.ts'
import { addThread } from '../discussion/threads.ts'
import { detectLanguage } from '../texts/detectLanguage.ts'
import { Passed } from '../texts/Passed.ts'
import { threadStateOf } from './cases.rules.ts'
import { isImported, lockTag } from './cases.sql.ts'
import { questionFrom, type Report } from './import-case.rules.ts'
import { keepCase } from './keep-case.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'> & { readonly jobs: Pick<Jobs, 'ask'> }

/** Whether this report stands here already. */
export const isKnown = ({ db }: Pick<Deps, 'db'>, { externalId }: Report): Promise<boolean> => isImported(db, externalId)

/** A published report becomes a case study that names its source, in the language it is said to be in, else that of its words; nobody is alerted. Answers false where it stands here already. */
export const importCase = (deps: Needs, report: Report, said: TextLanguage | null): Promise<boolean> => {
  const language = said ?? detectLanguage(report.text, 'en')
  const { externalId, text, source, doi, url, licence, publishedAt } = report
  return deps.db.transaction().execute(async (trx) => {
    await lockTag(trx, createHash('sha256').update(externalId).digest())
    if (await isImported(trx, externalId)) return false
    const now = deps.clock.now()
    const id = deps.ids.timed(now)
    await addThread(trx, { id, state: threadStateOf('case-study'), audience: 'everyone', specialties: [] })
    const row = {
      id,
      post_tag: null,
      request_hash: null,
      source,
      doi,
      url,
      licence,
      external_id: externalId,
      asked_at: publishedAt && publishedAt < now ? publishedAt : now,
    }
    await keepCase(deps, trx, formOf(text, language), row, {
      passed: Passed.published(),
      setting: { specialty: null, lends: true, languageSaid: said !== null },
    })
    return true
  })
}

const formOf = (text: string, language: TextLanguage): CaseForm => ({
  ...blankCase,
  language,
  mode: 'share',
  question: questionFrom(text),
  notSure: true,
  sections: { history: text },
})

import type { Transaction } from 'kysely'
import type { Language } from '#contract/shapes.ts'
import { emit } from '../../platform/events.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { textSettled } from './texts.events.ts'
import { translateText as translateTextJob } from './texts.jobs.ts'
import { takenFor, waitAfterFailure } from './texts.rules.ts'
import { findWanted, keepTranslation, noteFailure, takeDueTranslations } from './texts.sql.ts'
import { type Segment, translateText } from './translateText.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'translator' | 'glossary' | 'log'> & { readonly jobs: Pick<Jobs, 'ask'> }

/** Translates one text into one language, if that is still wanted; a failure is noted and tried again later. */
export const translateWanted = async (deps: Needs, textId: string, language: Language): Promise<void> => {
  const { db, clock, translator, glossary, log } = deps
  const wanted = await findWanted(db, textId, language)
  if (!wanted) return
  const { from, body, revision, attempts } = wanted
  // What became of a text and the word of it stand or fall together: a worker that dies between them would leave it unfound.
  const settle = (keep: (trx: Transaction<DB>) => Promise<unknown>) =>
    db.transaction().execute(async (trx) => {
      await keep(trx)
      await emit(deps, trx, textSettled, { textId })
    })
  const failed = () =>
    settle((trx) => noteFailure(trx, { textId, language, revision, dueAt: later(clock.now(), waitAfterFailure(attempts)) }))
  if (!translator) return failed()
  try {
    const terms = await glossary()
    const known = wanted.engine === translator.name && wanted.glossary === terms.version ? unchanged(wanted.segments) : new Map()
    const translated = await translateText({ translator, glossary: terms, known }, body, from as Language, language)
    if (translated.state === 'failed') await failed()
    else
      await settle((trx) =>
        keepTranslation(trx, {
          textId,
          language,
          revision,
          body: translated.body,
          held: translated.segments.filter(({ held }) => held !== null).map(({ source }) => source),
          segments: translated.segments,
          engine: translator.name,
          glossary: terms.version,
        }),
      )
  } catch (error) {
    log.warn({ err: error }, 'translation failed')
    await failed()
  }
}

/** What an earlier wording's sentences became; how a figure is written depends on the whole text, so those are asked for anew. */
const unchanged = (segments: unknown): ReadonlyMap<string, string> =>
  new Map(
    ((segments ?? []) as readonly Segment[])
      .filter(({ source, held, error }) => held === null && error === undefined && !/\d[.,]\d/.test(source))
      .map(({ source, target }) => [source, target]),
  )

/** Asks again for what is due: failures whose wait is over, and texts whose worker was lost. */
export const dueTranslations = async ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, now: Date): Promise<void> => {
  const due = await takeDueTranslations(db, { now, putOffTo: later(now, takenFor), limit: 500 })
  for (const { textId, language } of due) await jobs.ask(db, translateTextJob, { textId, language })
}

import { emit } from '../../platform/events.ts'
import type { Deps } from '../deps.ts'
import { glossaryChanged } from '../glossary/glossary.events.ts'
import { pairOf } from '../glossary/glossary.rules.ts'
import { bundledRows, termFrom } from './readGlossary.ts'
import { hasSentences, keepReleasedGlossary, lockReleasedGlossary } from './sentences.sql.ts'

/**
 * At a start: where this release brings other terms than the last, sentences that hold one are asked for again.
 * What changed is noted in the same transaction that queues it, so it is told once, whoever stops and starts meanwhile.
 */
export const translateAfterRelease = async ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, released?: readonly string[]): Promise<void> => {
  const rows = released ?? (await bundledRows())
  await db.transaction().execute(async (trx) => {
    const before = await lockReleasedGlossary(trx)
    const changed = [...notIn(rows, before ?? []), ...notIn(before ?? [], rows)]
    if (before && changed.length === 0) return
    await keepReleasedGlossary(trx, rows)
    // What was translated before anybody noted with which terms may have been with any.
    if (await hasSentences(trx))
      await emit({ jobs }, trx, glossaryChanged, { terms: changed.map((row) => pairOf(termFrom(row.split('\t'), 'glossary'))) })
  })
}

const notIn = (some: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others)
  return some.filter((row) => !known.has(row))
}

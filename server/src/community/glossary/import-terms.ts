import type { TermPair } from '#contract/community/glossary.ts'
import type { Deps } from '../deps.ts'
import { changeGlossary } from './editions.ts'
import { glossarySignal } from './glossary.events.ts'
import { addChanges, dropImported } from './glossary.sql.ts'

/** Takes in a list of terms in the place of what was imported under the same name; answers how many were there before. */
export const importTerms = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'signals' | 'jobs'>,
  terms: readonly TermPair[],
  { source, licence }: { source: string; licence: string },
): Promise<number> => {
  const before = await deps.db.transaction().execute(async (trx) => {
    const old = await dropImported(trx, source)
    const at = deps.clock.now()
    await addChanges(
      trx,
      terms.map((term) => ({ id: deps.ids.timed(at), term, replaces: null, state: 'accepted', at, source, licence })),
    )
    await changeGlossary(deps, trx, [...terms, ...old])
    return old.length
  })
  await deps.signals.tell(glossarySignal)
  return before
}

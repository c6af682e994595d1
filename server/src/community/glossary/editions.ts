import type { Transaction } from 'kysely'
import type { TermPair } from '#contract/community/glossary.ts'
import { emit } from '../../platform/events.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Deps } from '../deps.ts'
import { glossaryChanged } from './glossary.events.ts'
import { countEdition, currentEdition, holdEdition, lockEditions } from './glossary.sql.ts'

/** Tells that the glossary says something else of these terms. Comes last in its transaction: no translation is kept until it has ended. */
export const changeGlossary = async (deps: Pick<Deps, 'jobs'>, trx: Transaction<DB>, terms: readonly TermPair[]): Promise<void> => {
  await emit(deps, trx, glossaryChanged, { terms })
  await lockEditions(trx)
  await countEdition(trx)
}

export const glossaryEdition = ({ db }: Pick<Deps, 'db'>): Promise<number> => currentEdition(db)

/** Whether this edition still stands; if so, it stands until the transaction ends. */
export const isStanding = async (trx: Transaction<DB>, edition: number): Promise<boolean> => {
  await holdEdition(trx)
  return (await currentEdition(trx)) === edition
}

/** Waits for whoever keeps a translation; until the transaction ends nobody else does. */
export const awaitTranslations = (trx: Transaction<DB>) => lockEditions(trx)

import type { Registrant } from '../../access.ts'
import type { Deps, Trx } from '../deps.ts'
import { holdPerson } from '../persons/know-person.ts'
import { findApplication } from './applications.sql.ts'
import type { CaseState } from './verification.rules.ts'

/** A person's application, and the person held, so that two windows are one after the other. */
export const holdApplication = async (trx: Trx, deps: Pick<Deps, 'secrets'>, { personId }: Pick<Registrant, 'personId'>) => {
  await holdPerson(trx, deps, personId)
  const found = await findApplication(trx, personId)
  return found ? { ...found, state: found.state as CaseState } : undefined
}

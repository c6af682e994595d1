import type { Registrant } from '../../access.ts'
import { forgetApplications } from '../applications/forget-applications.ts'
import type { Deps } from '../deps.ts'
import { erasePerson, holdPerson } from '../persons/know-person.ts'
import { endSessionsOf } from '../sessions/sessions.ts'
import { dropAllRequests } from './issuing.sql.ts'

/** Erases a registrant. What is left are keyed hashes of the licences and whether a root was issued, so that nobody ever has two accounts. */
export const eraseMe = async (deps: Pick<Deps, 'db' | 'secrets' | 'jobs'>, { personId }: Registrant): Promise<void> => {
  await deps.db.transaction().execute(async (trx) => {
    await holdPerson(trx, deps, personId)
    await dropAllRequests(trx, personId)
    await forgetApplications(trx, deps, personId)
    await endSessionsOf(trx, personId)
    await erasePerson(trx, personId)
  })
}

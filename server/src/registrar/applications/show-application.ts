import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { Application, ApplicationForm, ApplicationState } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { maskAddress } from '../codes/codes.rules.ts'
import type { Deps } from '../deps.ts'
import { readPerson } from '../persons/know-person.ts'
import { openText } from '../sealing/fields.ts'
import { missingFrom } from './applications.rules.ts'
import { evidenceOf, findApplication, placeOf } from './applications.sql.ts'

/** What an applicant typed, opened. */
export const formOf = (
  deps: Pick<Deps, 'secrets'>,
  row: { country: string | null; specialty: string | null; number: Buffer | null; name: Buffer | null; formerNames: Buffer | null },
): ApplicationForm => ({
  country: row.country as CountryCode | null,
  specialty: row.specialty as SpecialtyCode | null,
  number: openText(deps, 'number', row.number),
  legalName: openText(deps, 'name', row.name),
  formerNames: JSON.parse(openText(deps, 'former-names', row.formerNames) ?? '[]') as string[],
})

/** My application as it stands. */
export const showApplication = async (deps: Pick<Deps, 'db' | 'secrets'>, { personId }: Registrant): Promise<Application> => {
  const { db } = deps
  const [found, person] = await Promise.all([findApplication(db, personId), readPerson(db, deps, personId)])
  if (!found || !person) return refuse('application.not-found')
  const [documents, place] = await Promise.all([evidenceOf(db, found.id), placeOf(db, found.id)])
  const evidence = documents.map(({ uploadKey: _, ...document }) => document)
  const form = formOf(deps, found)
  return {
    state: found.state as ApplicationState,
    revision: found.revision,
    form,
    email: maskAddress(person.email),
    evidence,
    missing: missingFrom(form, evidence),
    ...place,
    reason: openText(deps, 'reason', found.reason),
    decidedOn: found.decidedOn,
  }
}

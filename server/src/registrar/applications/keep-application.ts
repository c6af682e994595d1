import { findCountry } from '#atlas/countries.ts'
import type { Application, ApplicationForm } from '#contract/registrar/applications.ts'
import type { Language } from '#contract/shapes.ts'
import type { Registrant } from '../../access.ts'
import { Refusal, refuse, refuseIf } from '../../platform/refuse.ts'
import type { Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { findHolder, holdPerson } from '../persons/know-person.ts'
import { licenceHash, sealText } from '../sealing/fields.ts'
import { missingFrom, readNumber, tidyName, whyNoChange } from './applications.rules.ts'
import { addApplication, changeApplication, copyApplication, evidenceOf, findApplication, startWaiting } from './applications.sql.ts'
import { formOf, showApplication } from './show-application.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets'>

/** Keeps what an applicant typed; the first time makes the application. */
export const keepApplication = async (
  deps: Needs,
  registrant: Registrant,
  { revision, form }: { revision: number; form: ApplicationForm },
  language: Language,
): Promise<Application> => {
  const { db, ids } = deps
  const typed = sealed(deps, { ...form, number: checkedNumber(form, language) })
  await db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (found) refuseIf(whyNoChange(found.state))
    if (revision !== (found?.revision ?? 0)) await refuseStale(deps, registrant)
    if (found) await changeApplication(trx, found.id, typed)
    else await addApplication(trx, { id: ids.random(), person_id: registrant.personId, revision: 1, shuffle: anyPlace(ids), ...typed })
  })
  return showApplication(deps, registrant)
}

/** Hands an application to the verifiers; one that waits already goes on waiting. */
export const submitApplication = async (deps: Needs, registrant: Registrant, { revision }: { revision: number }): Promise<Application> => {
  const { db, clock } = deps
  await db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    if (found.state === 'submitted') return
    refuseIf(whyNoChange(found.state))
    if (revision !== found.revision) await refuseStale(deps, registrant)
    if (missingFrom(formOf(deps, found), await evidenceOf(trx, found.id)).length > 0) refuse('application.incomplete')
    const holder = found.numberHash && (await findHolder(trx, found.numberHash))
    if (holder && holder !== registrant.personId) refuse('application.number-taken')
    await startWaiting(trx, found.id, clock.now())
  })
  return showApplication(deps, registrant)
}

/** Begins anew after an application was declined. */
export const applyAgain = async (deps: Needs, registrant: Registrant): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    if (found.state !== 'declined') return refuse('application.not-declined')
    await copyApplication(trx, found.id, { id: deps.ids.random(), shuffle: anyPlace(deps.ids) })
  })
  return showApplication(deps, registrant)
}

/** A person's application, and the person held, so that two windows are one after the other. */
export const holdApplication = async (trx: Trx, deps: Pick<Deps, 'secrets'>, { personId }: Registrant) => {
  await holdPerson(trx, deps, personId)
  const found = await findApplication(trx, personId)
  return found ? { ...found, state: found.state as Application['state'] } : undefined
}

const refuseStale = async (deps: Needs, registrant: Registrant): Promise<never> => {
  throw new Refusal('application.revision-stale', {}, { current: await showApplication(deps, registrant).catch(() => null) })
}

/** The number as its register writes it, or a refusal that says what it should look like. */
const checkedNumber = (form: ApplicationForm, language: Language): string | null => {
  const reading = readNumber(form)
  if (reading === null) return null
  if ('number' in reading) return reading.number
  const scheme = findCountry(form.country ?? '')?.scheme
  if (!scheme) return refuse('request.invalid')
  const label = scheme.label[language]
  return reading.problem === 'check-digit'
    ? refuse('application.check-digit-wrong', { label })
    : refuse('application.number-invalid', { label, hint: scheme.hint[language] })
}

const sealed = (deps: Needs, { country, specialty, number, legalName, formerNames }: ApplicationForm) => {
  const scheme = country && findCountry(country)?.scheme
  const name = tidyName(legalName)
  const former = formerNames.map(tidyName).filter((one) => one !== null)
  return {
    country,
    specialty,
    number: number === null ? null : sealText(deps, 'number', number),
    number_hash: number === null || !scheme ? null : licenceHash(deps, scheme, number),
    name: name === null ? null : sealText(deps, 'name', name),
    former_names: sealText(deps, 'former-names', JSON.stringify(former)),
  }
}

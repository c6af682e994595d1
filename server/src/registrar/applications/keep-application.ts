import { findCountry } from '#atlas/countries.ts'
import type { Application, ApplicationForm } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { Refusal, refuse, refuseIf } from '../../platform/refuse.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { licenceHash, sealText } from '../sealing/fields.ts'
import { keptNumber, missingFrom, readNumber, tidyName, whyNoChange } from './applications.rules.ts'
import { addApplication, changeApplication, copyApplication } from './applications.sql.ts'
import { formOf } from './case-file.ts'
import { holdApplication } from './hold-application.ts'
import { type MoveDeps, moveCase } from './move-case.ts'
import { type ShowDeps, showApplication } from './show-application.ts'
import { isInside } from './verification.rules.ts'

type Needs = MoveDeps & ShowDeps

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Keeps what an applicant typed; the first time makes the application. */
export const keepApplication = async (
  deps: Needs,
  registrant: Registrant,
  { revision, form }: { revision: number; form: ApplicationForm },
): Promise<Application> => {
  const { db, ids, clock } = deps
  const typed = sealed(deps, { ...form, number: keptNumber(form) })
  await db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (found) refuseIf(whyNoChange(found.state))
    if (revision !== (found?.revision ?? 0)) await refuseStale(deps, registrant)
    if (found) await changeApplication(trx, found.id, typed)
    else
      await addApplication(trx, {
        id: ids.random(),
        person_id: registrant.personId,
        revision: 1,
        since: dayOf(clock.now()),
        shuffle: anyPlace(ids),
        ...typed,
      })
  })
  return showApplication(deps, registrant)
}

/**
 * Hands an application in; one that is being checked already goes on being checked.
 * The register is read afterwards: neither the answer nor its time tells whether a number is known, or another's.
 */
export const submitApplication = async (deps: Needs, registrant: Registrant, { revision }: { revision: number }): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    if (whyNoChange(found.state) === 'application.handed-in') return
    refuseIf(whyNoChange(found.state))
    if (revision !== found.revision) await refuseStale(deps, registrant)
    const form = formOf(deps, found)
    if (missingFrom(form).length > 0) refuse('application.incomplete')
    const reading = readNumber(form)
    await moveCase(trx, deps, found.id, {
      event: { type: 'submit', readable: reading !== null && 'number' in reading },
      actor: 'applicant',
      reason: '',
    })
  })
  return showApplication(deps, registrant)
}

/** Begins anew after a refusal, or a further licence of a doctor who is inside. */
export const applyAgain = async (deps: Needs, registrant: Registrant): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    const again = (found.state === 'rejected' && found.told) || found.state === 'withdrawn'
    if (!again && !isInside(found.state)) return refuse('application.not-declined')
    await copyApplication(trx, found.id, { id: deps.ids.random(), since: dayOf(deps.clock.now()), shuffle: anyPlace(deps.ids) }, again)
  })
  return showApplication(deps, registrant)
}

/** Says why a refusal is wrong. */
export const appealDecision = async (deps: Needs, registrant: Registrant, words: string): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    if (!found.told) return refuse('case.not-now')
    await moveCase(trx, deps, found.id, { event: { type: 'appeal' }, actor: 'applicant', appeal: words.trim() })
  })
  return showApplication(deps, registrant)
}

/** Comes back after a licence lapsed or was suspended. */
export const returnToRegister = async (deps: Needs, registrant: Registrant): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    await moveCase(trx, deps, found.id, { event: { type: 'return' }, actor: 'applicant' })
  })
  return showApplication(deps, registrant)
}

const refuseStale = async (deps: Needs, registrant: Registrant): Promise<never> => {
  throw new Refusal('application.revision-stale', {}, { current: await showApplication(deps, registrant).catch(() => null) })
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

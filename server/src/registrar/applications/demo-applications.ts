import type { ApplicationForm } from '#contract/registrar/applications.ts'
import type { Language } from '#contract/shapes.ts'
import { later, minutes } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { knowPerson } from '../persons/know-person.ts'
import { addressHash } from '../sealing/fields.ts'
import { findApplication } from './applications.sql.ts'
import { addEvidence } from './evidence.ts'
import { keepApplication, submitApplication } from './keep-application.ts'
import { lookUpCase } from './read-register.ts'

/** An invented doctor whose application waits at the demo's desk. */
export interface DemoApplicant {
  readonly address: string
  readonly language: Language
  readonly form: ApplicationForm
  readonly waitingMinutes: number
}

/** Puts invented applications into the queue, each once, through the same commands as anybody's. */
export const ensureDemoApplications = async (deps: Deps, applicants: readonly DemoApplicant[], document: Buffer): Promise<void> => {
  const now = deps.clock.now()
  for (const { address, language, form, waitingMinutes } of applicants) {
    const { id: personId } = await deps.db
      .transaction()
      .execute((trx) => knowPerson(trx, deps, { address, addressHash: addressHash(deps, address), language }))
    if (await findApplication(deps.db, personId)) continue
    const applicant = { kind: 'registrant', personId, language } as const
    await keepApplication(deps, applicant, { revision: 0, form })
    for (const kind of ['identity', 'face', 'licence'] as const)
      await addEvidence(deps, applicant, { kind, bytes: document, key: deps.ids.random() })
    const then = later(now, -waitingMinutes * minutes)
    await submitApplication({ ...deps, clock: { now: () => then } }, applicant, { revision: 1 })
    const found = await findApplication(deps.db, personId)
    if (found) await lookUpCase(deps, found.id)
  }
}

import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { ApplicationForm, ApplicationState, Evidence } from '#contract/registrar/applications.ts'
import type { Language } from '#contract/shapes.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { findHolder } from '../persons/know-person.ts'
import { openText, sealText } from '../sealing/fields.ts'
import { countOthersWith, endWaiting, evidenceOf, findForDesk, lockApplication, queue } from './applications.sql.ts'
import { dropDocuments } from './evidence.ts'
import { formOf } from './show-application.ts'

/** An application as somebody who decides it has to see it. */
export interface OpenedApplication {
  readonly id: string
  readonly personId: string
  readonly state: ApplicationState
  readonly revision: number
  readonly form: ApplicationForm
  readonly language: Language
  readonly since: Date | null
  readonly decidedOn: string | null
  readonly reason: string | null
  readonly evidence: readonly Evidence[]
  readonly numberSeen: 'first' | 'applied-twice' | 'bound'
}

/** Opens an application for the desk. */
export const openApplication = async (db: Db, deps: Pick<Deps, 'secrets'>, id: string): Promise<OpenedApplication | null> => {
  const found = await findForDesk(db, id)
  if (!found) return null
  const holder = found.numberHash && (await findHolder(db, found.numberHash))
  const others = found.numberHash ? await countOthersWith(db, found.numberHash, found.personId) : 0
  return {
    id: found.id,
    personId: found.personId,
    state: found.state as ApplicationState,
    revision: found.revision,
    form: formOf(deps, found),
    language: found.language as Language,
    since: found.since,
    decidedOn: found.decidedOn,
    reason: openText(deps, 'reason', found.reason),
    evidence: (await evidenceOf(db, found.id)).map(({ uploadKey: _, ...document }) => document),
    numberSeen: holder && holder !== found.personId ? 'bound' : others > 0 ? 'applied-twice' : 'first',
  }
}

/** Holds an application, so that of two decisions at once one comes after the other. */
export const holdForDecision = async (trx: Trx, deps: Pick<Deps, 'secrets'>, id: string): Promise<OpenedApplication | null> =>
  (await lockApplication(trx, id)) ? openApplication(trx, deps, id) : null

/** Ends an application's waiting; once decided its documents go, and only the day stays. */
export const settleApplication = async (
  trx: Trx,
  deps: Pick<Deps, 'secrets' | 'ids' | 'jobs' | 'clock'>,
  id: string,
  { state, reason }: { state: 'approved' | 'declined' | 'more-wanted'; reason: string },
): Promise<void> => {
  const decided = state !== 'more-wanted'
  await endWaiting(trx, id, {
    state,
    reason: reason === '' ? null : sealText(deps, 'reason', reason),
    decided_on: decided ? deps.clock.now().toISOString().slice(0, 10) : null,
  })
  if (decided) await dropDocuments(trx, deps, id)
}

/** Who waits, oldest first, without a name. */
export const listWaiting = async ({ db }: Pick<Deps, 'db'>) =>
  (await queue(db)).map(({ applicationId, country, specialty, language, since }) => ({
    applicationId,
    country: country as CountryCode,
    specialty: specialty as SpecialtyCode,
    language: language as Language,
    since: since.toISOString(),
  }))

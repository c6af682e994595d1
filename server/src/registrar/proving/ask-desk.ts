import type { Application } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { formOf } from '../applications/case-file.ts'
import type { MoveDeps } from '../applications/move-case.ts'
import { askProof, settleProof } from '../applications/proofs.ts'
import { keepAnswer } from '../applications/read-register.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import type { Deps } from '../deps.ts'
import { findInRegister } from '../registers/findInRegister.ts'
import { holdProvable } from './hold-provable.ts'

type Needs = MoveDeps & ShowDeps & Pick<Deps, 'registers' | 'log' | 'trainees' | 'retired'>

/** Asks the desk to call through the switchboard of a hospital; the desk finds its number itself. */
export const askCallback = async (deps: Needs, registrant: Registrant, institution: string): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const { id } = await holdProvable(trx, deps, registrant)
    await askProof(trx, deps, id, { kind: 'employer_callback', method: 'callback', detail: institution.trim() })
  })
  return showApplication(deps, registrant)
}

/** Has the regulator confirm number and birth date together; the date is in the question and nowhere else. */
export const proveBirthDate = async (deps: Needs, registrant: Registrant, birthDate: string): Promise<Application> => {
  const { id, country, number } = await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    return { id: found.id, ...formOf(deps, found) }
  })
  if (!country || !number) return refuse('case.not-now')
  const answer = await findInRegister(deps, { country, number, hint: { birthDate } })
  const isMatch = answer.outcome === 'hit' && answer.birthDateMatched
  await deps.db.transaction().execute(async (trx) => {
    const proof = { kind: 'dob_register_match', method: 'birth-date' } as const
    const found = await holdProvable(trx, deps, registrant)
    // Somebody who has been refused without knowing it yet is answered like anybody whose date is not confirmed.
    if (found.state === 'rejected') return
    // A register that answers only to number and date together has now shown the line as well.
    if (isMatch) await keepAnswer(trx, deps, id, answer)
    await settleProof(trx, deps, id, null, { ...proof, outcome: isMatch ? 'passed' : 'failed' }, 'program')
  })
  return showApplication(deps, registrant)
}

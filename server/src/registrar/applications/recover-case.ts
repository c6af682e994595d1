import { refuse } from '../../platform/refuse.ts'
import type { Trx } from '../deps.ts'
import { casesOf } from './applications.sql.ts'
import { type MoveDeps, moveCase } from './move-case.ts'
import { type CaseState, isInside, isUnderWay } from './verification.rules.ts'

/** Has a doctor prove their licence from the start; a further licence they were applying with is put away meanwhile. */
export const recoverCase = async (trx: Trx, deps: MoveDeps, personId: string): Promise<void> => {
  const cases = (await casesOf(trx, personId)).map(({ id, state }) => ({ id, state: state as CaseState }))
  const held = cases.find(({ state }) => isInside(state)) ?? cases.find(({ state }) => state === 'lapsed') ?? refuse('case.not-now')
  for (const { id } of cases.filter(({ state }) => isUnderWay(state)))
    await moveCase(trx, deps, id, { event: { type: 'erase' }, actor: 'applicant' })
  await moveCase(trx, deps, held.id, { event: { type: 'recover' }, actor: 'applicant' })
}

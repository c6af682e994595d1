import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { holdApplication } from '../applications/hold-application.ts'
import { isProvable } from '../applications/verification.rules.ts'
import type { Deps, Trx } from '../deps.ts'

/** My case, held, if proofs may go on; a refusal nobody has been told of still looks as if they might. */
export const holdProvable = async (trx: Trx, deps: Pick<Deps, 'secrets'>, registrant: Registrant) => {
  const found = (await holdApplication(trx, deps, registrant)) ?? refuse('application.not-found')
  return isProvable(found.state) || (found.state === 'rejected' && !found.told) ? found : refuse('case.not-now')
}

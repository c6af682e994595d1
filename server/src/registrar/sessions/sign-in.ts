import { proveAddress } from '../codes/prove-address.ts'
import type { Deps } from '../deps.ts'
import { knowPerson } from '../persons/know-person.ts'

/** The person whose address a code proves: new, or back. */
export const confirmCode = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets'>,
  codeId: string,
  code: string,
): Promise<{ personId: string; verified: boolean }> => {
  const proved = await proveAddress(deps, codeId, code)
  const { id, verified } = await deps.db.transaction().execute((trx) => knowPerson(trx, deps, proved))
  return { personId: id, verified }
}

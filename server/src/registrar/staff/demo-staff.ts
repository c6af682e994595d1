import type { Staff } from '../../access.ts'
import type { Deps } from '../deps.ts'
import { addressHash, sealText } from '../sealing/fields.ts'
import { ensureStaff } from './staff.sql.ts'

/** Somebody of the desk a visitor of the demo can be; has no passkey, and so is nobody once the demo is over. */
export const ensureDemoStaff = (
  deps: Pick<Deps, 'db' | 'ids' | 'secrets'>,
  { slug, role, language }: { slug: string; role: Staff['role']; language: Staff['language'] },
): Promise<{ id: string }> => {
  const address = `${slug}@demo.example`
  return deps.db.transaction().execute((trx) =>
    ensureStaff(trx, {
      id: deps.ids.random(),
      role,
      email_hash: addressHash(deps, address),
      email: sealText(deps, 'email', address),
      language,
    }),
  )
}

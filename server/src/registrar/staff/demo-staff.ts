import type { Deps } from '../deps.ts'
import { addressHash, sealText } from '../sealing/fields.ts'
import { ensureStaff } from './staff.sql.ts'

const address = 'verifier@demo.example'

/** The verifier a visitor of the demo can be; has no passkey, and so is nobody once the demo is over. */
export const ensureDemoVerifier = (deps: Pick<Deps, 'db' | 'ids' | 'secrets'>): Promise<{ id: string }> =>
  deps.db.transaction().execute((trx) =>
    ensureStaff(trx, {
      id: deps.ids.random(),
      role: 'verifier',
      email_hash: addressHash(deps, address),
      email: sealText(deps, 'email', address),
      language: 'en',
    }),
  )

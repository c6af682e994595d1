import type { Staff } from '../../access.ts'
import type { Ceremony } from '../../platform/passkeys.ts'
import { refuse } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import { note } from '../audit/note.ts'
import type { Db, Deps } from '../deps.ts'
import { challengeLife } from './invite-staff.ts'
import { isAnsweredBy, requestOptions } from './passkeys.ts'
import { addChallenge, dropExpiredStaffRows, findPasskey, findStaff, takeChallenge } from './staff.sql.ts'

/** A fresh challenge for any passkey of the staff. */
export const startStaffSignIn = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'origin'>,
): Promise<{ challengeId: string; options: Record<string, unknown> }> => {
  const challengeId = deps.ids.random()
  const challenge = deps.ids.bytes(32)
  await addChallenge(deps.db, { id: challengeId, challenge, invitation_hash: null, expires_at: later(deps.clock.now(), challengeLife) })
  return { challengeId, options: { ...(await requestOptions(deps, challenge.toString('base64url'))) } }
}

/** The member of staff whose passkey answered. */
export const signInStaff = async (
  deps: Pick<Deps, 'db' | 'clock' | 'origin'>,
  { challengeId, passkey }: { challengeId: string; passkey: Ceremony },
): Promise<{ staffId: string; role: Staff['role'] }> => {
  const asked = await takeChallenge(deps.db, challengeId, deps.clock.now())
  if (!asked || asked.invitationHash) return refuse('staff.challenge-unknown')
  const credentialId = String(passkey['id'] ?? '')
  const found = await findPasskey(deps.db, Buffer.from(credentialId, 'base64url'))
  const good =
    found && (await isAnsweredBy(deps, asked.challenge.toString('base64url'), passkey, { credentialId, publicKey: found.publicKey }))
  if (!found || !good) return refuse('staff.passkey-refused')
  await deps.db.transaction().execute((trx) => note(trx, deps, { actor: found.staffId, action: 'staff-signed-in', subject: found.staffId }))
  return { staffId: found.staffId, role: found.role as Staff['role'] }
}

/** A member of staff as colleagues know them. */
export const readStaff = (db: Db, id: string) => findStaff(db, id)

/** Forgets invitations and challenges nobody answered in time. */
export const forgetUnanswered = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> => dropExpiredStaffRows(db, clock.now())

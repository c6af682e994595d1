import { createHash } from 'node:crypto'
import type { SentCode } from '#contract/registrar/sessions.ts'
import type { Language } from '#contract/shapes.ts'
import type { Staff } from '../../access.ts'
import { canWrite } from '../../platform/letters.ts'
import { readAddress } from '../../platform/mailedCode.rules.ts'
import type { Ceremony } from '../../platform/passkeys.ts'
import { refuse } from '../../platform/refuse.ts'
import { days, later, minutes } from '../../platform/time.ts'
import { note } from '../audit/note.ts'
import { proveAddress, sendCode } from '../codes/prove-address.ts'
import type { Deps } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { addressHash, openText, sealText } from '../sealing/fields.ts'
import { creationOptions, readNewPasskey } from './passkeys.ts'
import { addChallenge, addInvitation, addPasskey, ensureStaff, findInvitation, takeChallenge, takeInvitation } from './staff.sql.ts'

const invitationLife = 7 * days
/** How long a browser may take over a passkey. */
export const challengeLife = 5 * minutes

const hashOf = (invitation: string): Buffer => createHash('sha256').update(invitation).digest()

/** Invites somebody to work here; the answer is the link, which is also mailed where mail can be sent. */
export const inviteStaff = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo' | 'origin'>,
  { email, role, language, by }: { email: string; role: Staff['role']; language: Language; by: string },
): Promise<{ link: string; mailed: boolean }> => {
  const address = readAddress(email) ?? refuse('application.email-invalid')
  const invitation = deps.ids.bytes(32).toString('base64url')
  // In the part of an address that no server sees: a link that was forwarded stands in no log.
  const link = `${deps.origin}/staff/join#${invitation}`
  const mailed = canWrite(deps)
  await deps.db.transaction().execute(async (trx) => {
    await addInvitation(trx, {
      token_hash: hashOf(invitation),
      role,
      email_hash: addressHash(deps, address),
      email: sealText(deps, 'email', address),
      expires_at: later(deps.clock.now(), invitationLife),
    })
    await note(trx, deps, { actor: by, action: 'staff-invited', subject: null, detail: { role } })
    if (mailed)
      await writeMail(trx, deps, `invitation/${hashOf(invitation).toString('base64url')}`, {
        to: address,
        language,
        kind: 'staffInvitation',
        given: { link, role, days: invitationLife / days },
      })
  })
  return { link, mailed }
}

/** Mails a code to the address an invitation was written to. */
export const openInvitation = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo'>,
  invitation: string,
  language: Language,
): Promise<SentCode> => {
  const found = await findInvitation(deps.db, hashOf(invitation), deps.clock.now())
  if (!found) return refuse('staff.invitation-unknown')
  return sendCode(deps, openText(deps, 'email', found.email), language)
}

/** Proves the address of an invitation; the answer is what a passkey is made with. */
export const confirmInvitation = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets' | 'origin'>,
  { invitation, codeId, code }: { invitation: string; codeId: string; code: string },
): Promise<{ challengeId: string; options: Record<string, unknown> }> => {
  const now = deps.clock.now()
  const found = await findInvitation(deps.db, hashOf(invitation), now)
  if (!found) return refuse('staff.invitation-unknown')
  const proved = await proveAddress(deps, codeId, code)
  if (!proved.addressHash.equals(found.emailHash)) return refuse('application.code-wrong')
  const challengeId = deps.ids.random()
  const challenge = deps.ids.bytes(32)
  await addChallenge(deps.db, { id: challengeId, challenge, invitation_hash: hashOf(invitation), expires_at: later(now, challengeLife) })
  return { challengeId, options: { ...(await creationOptions(deps, challenge.toString('base64url'))) } }
}

/** Keeps the passkey of somebody who was invited and uses the invitation up. */
export const enrolStaff = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets' | 'origin'>,
  { challengeId, passkey, language }: { challengeId: string; passkey: Ceremony; language: Language },
): Promise<{ staffId: string; role: Staff['role'] }> => {
  const now = deps.clock.now()
  const asked = await takeChallenge(deps.db, challengeId, now)
  if (!asked?.invitationHash) return refuse('staff.challenge-unknown')
  const { invitationHash } = asked
  const made = (await readNewPasskey(deps, asked.challenge.toString('base64url'), passkey)) ?? refuse('staff.passkey-refused')
  return deps.db.transaction().execute(async (trx) => {
    const invited = await takeInvitation(trx, invitationHash, now)
    if (!invited) return refuse('staff.invitation-unknown')
    const { id, role } = await ensureStaff(trx, {
      id: deps.ids.random(),
      role: invited.role as Staff['role'],
      email_hash: invited.emailHash,
      email: invited.email,
      language,
    })
    await addPasskey(trx, {
      credential_id: Buffer.from(made.credentialId, 'base64url'),
      staff_id: id,
      public_key: Buffer.from(made.publicKey, 'base64url'),
    })
    await note(trx, deps, { actor: id, action: 'staff-enrolled', subject: id, detail: { role } })
    return { staffId: id, role: role as Staff['role'] }
  })
}

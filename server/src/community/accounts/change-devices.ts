import type { DeviceForm } from '#contract/community/accounts.ts'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { checkStatement } from '#tickets/join.ts'
import type { Member } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { whyNoRemoval } from './accounts.rules.ts'
import { addPasskey, announceDevice, clearAddedDevices, dropPasskey, lockPasskeys, rootKeyOf, tieSession } from './accounts.sql.ts'
import { takeChallenge } from './challenges.ts'
import { anyPlace } from './chance.ts'
import { readNewPasskey } from './passkeys.ts'
import { hashOf, type SessionToken, sessionEnded } from './sessions.ts'

/** Adds a passkey: being signed in is not enough, R must sign it; every other browser of the account says that it was added. */
export const addDevice = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'origin'>,
  member: Member,
  form: DeviceForm,
  token: SessionToken,
): Promise<{ deviceId: string }> => {
  const { db, ids, origin } = deps
  const challenge = await takeChallenge(deps, form.challengeId)
  const { credentialId, publicKey } = await readNewPasskey(deps, challenge, form.passkey)
  const rootKey = toBase64url(await rootKeyOf(db, member.accountId))
  const statement = { kind: 'add-passkey', origin, challenge, credentialId, credentialPublicKey: publicKey } as const
  if (!checkStatement(statement, form.proof, rootKey)) refuse('account.proof-refused')
  const deviceId = ids.random()
  await db.transaction().execute(async (trx) => {
    const added = await addPasskey(trx, {
      id: deviceId,
      account_id: member.accountId,
      credential_id: bytesOf(credentialId),
      public_key: bytesOf(publicKey),
      wrapped_seed: bytesOf(form.wrappedSeed),
      name: form.deviceName,
      shuffle: anyPlace(ids),
    })
    if (!added) refuse('account.passkey-refused')
    await tieSession(trx, hashOf(token), deviceId)
    await announceDevice(trx, member.accountId, form.deviceName, hashOf(token))
  })
  return { deviceId }
}

/** The member has seen which devices were added elsewhere. */
export const noteAddedDevices = async ({ db }: Pick<Deps, 'db'>, token: SessionToken): Promise<void> => {
  await clearAddedDevices(db, hashOf(token))
}

/** Removes a passkey and ends the sessions that came with it. */
export const removeDevice = async ({ db, signals }: Pick<Deps, 'db' | 'signals'>, member: Member, deviceId: string): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    refuseIf(whyNoRemoval(await lockPasskeys(trx, member.accountId), deviceId))
    await dropPasskey(trx, deviceId)
  })
  await signals.tell(sessionEnded)
}

const bytesOf = (text: string): Buffer => Buffer.from(fromBase64url(text) ?? refuse('account.passkey-refused'))

import type { JoinForm } from '#contract/community/accounts.ts'
import { type Base64url, fromBase64url } from '#tickets/base64url.ts'
import { checkStatement } from '#tickets/join.ts'
import type { TicketClaim } from '#tickets/tickets.rules.ts'
import type { NewPasskey } from '../../platform/passkeys.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { addAccount, addPasskey, isRootBanned, spendRoot } from './accounts.sql.ts'
import { takeChallenge } from './challenges.ts'
import { anyPlace } from './chance.ts'
import { checkTickets, readRootKey } from './check-tickets.ts'
import { readNewPasskey } from './passkeys.ts'
import { rootHashOf } from './root.ts'
import { type SessionToken, startSession } from './sessions.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'log' | 'manifest' | 'origin' | 'demo'>
type Tickets = Pick<JoinForm, 'challengeId' | 'rootKey' | 'root' | 'renewal' | 'label' | 'proof' | 'language'>

/** A doctor joins: three tickets, a passkey and R's word over both make an account; returns its first session. */
export const join = async (deps: Needs, form: JoinForm): Promise<SessionToken> => {
  const challenge = await takeChallenge(deps, form.challengeId)
  const passkey = await readNewPasskey(deps, challenge, form.passkey)
  const { accountId, passkeyId } = await makeAccount(deps, challenge, form, {
    ...passkey,
    wrappedSeed: form.wrappedSeed,
    name: form.deviceName,
  })
  return startSession(deps, accountId, passkeyId)
}

/** A person of the demo joins: the same challenge, tickets and proof, but there is no browser and so no passkey. */
export const joinWithoutBrowser = async (deps: Needs, form: Tickets): Promise<{ accountId: string }> => {
  if (!deps.demo) throw new Error('Only people of the demo join without a browser')
  return makeAccount(deps, await takeChallenge(deps, form.challengeId), form, null)
}

const makeAccount = async (
  deps: Needs,
  challenge: Base64url,
  { rootKey, root, renewal, label, proof, language }: Tickets,
  passkey: (NewPasskey & { wrappedSeed: Base64url; name: string }) | null,
): Promise<{ accountId: string; passkeyId: string | null }> => {
  const { db, ids, origin } = deps
  const rootBytes = readRootKey(rootKey)
  const statement = {
    kind: 'join',
    origin,
    challenge,
    credentialId: passkey?.credentialId ?? '',
    credentialPublicKey: passkey?.publicKey ?? '',
  } as const
  if (!checkStatement(statement, proof, rootKey)) refuse('account.proof-refused')
  await checkTickets(deps, rootKey, [
    { claim: { kind: 'root', period: 0 }, ticket: root },
    { claim: { kind: 'renewal', period: renewal.epoch }, ticket: renewal.ticket },
    { claim: labelClaim(label), ticket: label.ticket },
  ])
  const rootHash = rootHashOf(rootBytes)
  return db.transaction().execute(async (trx) => {
    if (!(await spendRoot(trx, { root_hash: rootHash, shuffle: anyPlace(ids) })))
      return refuse((await isRootBanned(trx, rootHash)) ? 'account.root-banned' : 'account.root-already-joined')
    const accountId = ids.random()
    await addAccount(
      trx,
      {
        id: accountId,
        root_key: rootBytes,
        valid_through: renewal.epoch,
        label: label.code,
        label_period: label.period,
        shuffle: anyPlace(ids),
      },
      { language, reads: [language], shuffle: anyPlace(ids) },
    )
    if (!passkey) return { accountId, passkeyId: null }
    const passkeyId = ids.random()
    const added = await addPasskey(trx, {
      id: passkeyId,
      account_id: accountId,
      credential_id: bytesOf(passkey.credentialId),
      public_key: bytesOf(passkey.publicKey),
      wrapped_seed: bytesOf(passkey.wrappedSeed),
      name: passkey.name,
      shuffle: anyPlace(ids),
    })
    return added ? { accountId, passkeyId } : refuse('account.passkey-refused')
  })
}

/** What a label ticket claims. */
export const labelClaim = ({ code, period }: { code: string; period: number }): TicketClaim => ({ kind: 'label', period, label: code })

const bytesOf = (text: Base64url): Buffer => Buffer.from(fromBase64url(text) ?? refuse('account.passkey-refused'))

// What a browser says to the community with a passkey or with R.
import * as promises from '#contract/community/accounts.ts'
import type { eraseAccount } from '#contract/community/my-data.ts'
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts'
import type { Language } from '#contract/shapes.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { call } from '../../platform/call.ts'
import type { Joining } from '../join/join.rules.ts'
import { type MadePasskey, makePasskey } from './passkey.ts'
import type { Opened } from './tickets.ts'
import { wrapSeed } from './wrapSeed.ts'

/** A passkey made for a challenge that is still to be answered. */
export interface Enrolment {
  readonly challengeId: string
  readonly challenge: string
  readonly passkey: MadePasskey
}

/** Makes a passkey on this device, to join with or to add. */
export const startEnrolment = async (): Promise<Enrolment> => {
  const { challengeId, challenge, options } = await call(promises.startJoin)
  return { challengeId, challenge, passkey: await makePasskey(options) }
}

const enrolled = async (kind: 'join' | 'add-passkey', { challengeId, challenge, passkey }: Enrolment, seed: Seed, deviceName: string) => {
  const { credentialId, credentialPublicKey, ceremony, prf } = passkey
  return {
    challengeId,
    passkey: ceremony,
    wrappedSeed: await wrapSeed(seed, prf),
    deviceName,
    proof: signStatement({ kind, origin: location.origin, challenge, credentialId, credentialPublicKey }, rootKeyOf(seed)),
  }
}

/** Joins with the tickets of a joining and a passkey. */
export const joinWith = async (
  { seed: written, asked, tickets }: Joining,
  enrolment: Enrolment,
  { deviceName, language }: { deviceName: string; language: Language },
): Promise<ReplyOf<typeof promises.join>> => {
  const seed = fromBase64url(written)
  if (!seed || !asked || !tickets) throw new Error('There is nothing to join with yet')
  return call(promises.join, {
    body: {
      ...(await enrolled('join', enrolment, seed, deviceName)),
      rootKey: rootKeyOf(seed).publicKey,
      root: tickets.root,
      renewal: { epoch: asked.epoch, ticket: tickets.renewal },
      label: { code: asked.code, period: asked.period, ticket: tickets.label },
      language,
    },
  })
}

/** What adds a passkey to the account of this seed. */
export const deviceFormOf = (enrolment: Enrolment, seed: Seed, deviceName: string): Promise<promises.DeviceForm> =>
  enrolled('add-passkey', enrolment, seed, deviceName)

/** Signs in with R. */
export const signInWithSeed = async (seed: Seed): Promise<ReplyOf<typeof promises.signInWithWords>> => {
  const { challengeId, challenge } = await call(promises.startSignIn)
  const root = rootKeyOf(seed)
  const proof = signStatement({ kind: 'sign-in', origin: location.origin, challenge }, root)
  return call(promises.signInWithWords, { body: { challengeId, rootKey: root.publicKey, proof } })
}

/** R's word that its account is to be erased. */
export const eraseStatement = async (seed: Seed, writings: 'stay' | 'taken-back'): Promise<BodyOf<typeof eraseAccount>> => {
  const { challengeId, challenge } = await call(promises.startSignIn)
  const root = rootKeyOf(seed)
  const proof = signStatement({ kind: 'erase', writings, origin: location.origin, challenge }, root)
  return { challengeId, rootKey: root.publicKey, proof, writings }
}

/** Hands a renewal ticket in, and a label where one has come with it. */
export const handIn = async (seed: Seed, renewal: Opened, label: Opened | null): Promise<void> => {
  const { challengeId, challenge } = await call(promises.startSignIn)
  const root = rootKeyOf(seed)
  const said = ({ claim, ticket }: Opened) => ({
    ticket,
    proof: signStatement({ kind: 'hand-in', origin: location.origin, challenge, claim, ticket }, root),
  })
  await call(promises.renew, {
    body: {
      challengeId,
      rootKey: root.publicKey,
      renewal: { epoch: renewal.claim.period, ...said(renewal) },
      label: label?.claim.kind === 'label' ? { code: label.claim.label, period: label.claim.period, ...said(label) } : null,
    },
  })
}

/** R's word to the registrar that a name is to be shown; it counts there only, and for this challenge. */
export const nameStatement = (
  seed: Seed,
  { registrarOrigin, challenge, through }: { registrarOrigin: string; challenge: string; through: number },
): { rootKey: string; proof: string; challenge: string } => {
  const root = rootKeyOf(seed)
  const statement = { kind: 'show-name', origin: registrarOrigin, challenge, throughQuarter: through } as const
  return { rootKey: root.publicKey, proof: signStatement(statement, root), challenge }
}

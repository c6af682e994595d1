import type { Base64url } from '#tickets/base64url.ts'
import { readTicketKey, type TicketKey } from '#tickets/blind.ts'
import { findKey, type ManifestEntry, manifestHead, type SeenManifest, verifyManifest } from '#tickets/manifest.ts'
import { requestHash } from '#tickets/requestHash.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { openTicket, requestTicket, type Ticket } from '#tickets/ticket.ts'
import { epochOf, mayHandIn, type PeriodicKind, quarterStart, type TicketClaim } from '#tickets/tickets.rules.ts'
import type { Ahead, Answer, Rung, SeenKeys } from './fragments.ts'

/** The registrar's keys as this browser believes them. */
export interface Keys {
  readonly entries: readonly ManifestEntry[]
  /** What to remember of it for the next time. */
  readonly seen: SeenManifest & { readonly manifestKey: Base64url }
}

/** Why this browser stops: the keys shown to it are not those everybody should see. */
export class KeysRefused extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`The registrar's keys are refused: ${reason}`)
    this.name = 'KeysRefused'
    this.reason = reason
  }
}

interface Published {
  readonly entries: readonly unknown[]
  readonly signature: Base64url
  readonly manifestKey: Base64url
}

/** Believes a manifest that stands and continues what this browser saw before, under the same key. */
export const believeKeys = ({ entries: listed, signature, manifestKey }: Published, before: Keys['seen'] | null): Keys => {
  const entries = listed as readonly ManifestEntry[]
  if (before && before.manifestKey !== manifestKey) throw new KeysRefused('another-manifest-key')
  const problem = verifyManifest(entries, signature, manifestKey, before ?? undefined)
  if (problem) throw new KeysRefused(problem)
  return { entries, seen: { count: entries.length, head: manifestHead(entries) ?? '', manifestKey } }
}

/** The epoch in which a ticket for this claim is used first. */
const usedInEpoch = (claim: TicketClaim, now: Date): number => {
  if (claim.kind === 'renewal') return claim.period
  return claim.kind === 'label' ? Math.max(epochOf(now), epochOf(quarterStart(claim.period))) : epochOf(now)
}

const keyFor = async ({ entries }: Keys, claim: TicketClaim, epoch: number): Promise<TicketKey> => {
  const name = { kind: claim.kind, period: claim.period, label: claim.kind === 'label' ? claim.label : null }
  const found = findKey(entries, name, epoch)
  if (!('entry' in found)) throw new KeysRefused(`${claim.kind}-${found.refused}`)
  const key = await readTicketKey(found.entry.publicKey)
  if (!key) throw new KeysRefused(`${claim.kind}-unreadable`)
  return key
}

const keyForNow = (keys: Keys, claim: TicketClaim, now: Date): Promise<TicketKey> => keyFor(keys, claim, usedInEpoch(claim, now))

/** What is handed in ahead may be signed in a later epoch only, when a key that is new today has been seen by everybody. */
const keyForLater = (keys: Keys, claim: TicketClaim, now: Date): Promise<TicketKey> =>
  keyFor(keys, claim, Math.max(usedInEpoch(claim, now), epochOf(now) + 1))

export interface JoinPeriods {
  readonly code: string
  readonly period: number
  readonly epoch: number
}

/** The number of the root key that signs now. */
const rootPeriod = ({ entries }: Keys): number => entries.findLast(({ kind }) => kind === 'root')?.period ?? 0

const claimsOf = (keys: Keys, { code, period, epoch }: JoinPeriods) =>
  ({
    root: { kind: 'root', period: rootPeriod(keys) },
    renewal: { kind: 'renewal', period: epoch },
    label: { kind: 'label', period, label: code },
  }) as const satisfies Record<string, TicketClaim>

/** What is to be signed for a new member, blinded; the same bytes each time. */
export const askToJoin = async (
  seed: Seed,
  keys: Keys,
  periods: JoinPeriods,
  now: Date,
): Promise<Record<'root' | 'renewal' | 'label', Base64url>> => {
  const { root, renewal, label } = claimsOf(keys, periods)
  return {
    root: requestTicket(seed, root, await keyForNow(keys, root, now)),
    renewal: requestTicket(seed, renewal, await keyForNow(keys, renewal, now)),
    label: requestTicket(seed, label, await keyForNow(keys, label, now)),
  }
}

/** The tickets of a new member, or null when one signature is not the registrar's on what was asked. */
export const openToJoin = async (
  seed: Seed,
  keys: Keys,
  signed: JoinPeriods & Record<'root' | 'renewal' | 'label', Base64url>,
  now: Date,
): Promise<Record<'root' | 'renewal' | 'label', Ticket> | null> => {
  const claims = claimsOf(keys, signed)
  const open = async (kind: 'root' | 'renewal' | 'label') =>
    openTicket(seed, claims[kind], await keyForNow(keys, claims[kind], now), signed[kind])
  const [root, renewal, label] = await Promise.all([open('root'), open('renewal'), open('label')])
  return root && renewal && label ? { root, renewal, label } : null
}

/** Something that was asked for, and the hash it is fetched by. */
export interface Pending {
  readonly claim: TicketClaim
  readonly hash: Base64url
}

/** What a browser hands in ahead, blinded, and what it will ask for again. */
export interface AskedAhead {
  readonly root: Base64url
  readonly ahead: Ahead
  /** In the order in which the registrar answers: renewals, then labels. */
  readonly pending: readonly Pending[]
  readonly pendingRoot: Pending
  readonly seen: SeenKeys
}

/** Blinds everything a doctor hands in ahead: renewals of these epochs, and a label for each rung; with the root, which only those hand in who enter. */
export const askAhead = async (
  seed: Seed,
  keys: Keys,
  { epochs, rungs, from }: { epochs: readonly number[]; rungs: readonly Rung[]; from: number },
  now: Date,
): Promise<AskedAhead> => {
  const ask = async (claim: TicketClaim) => {
    const blinded = requestTicket(seed, claim, await keyForLater(keys, claim, now))
    return { claim, blinded, hash: requestHash(blinded) }
  }
  const root = await ask({ kind: 'root', period: rootPeriod(keys) })
  const renewals = await Promise.all(epochs.map((epoch) => ask({ kind: 'renewal', period: epoch })))
  const labels = await Promise.all(rungs.map(({ code, period }) => ask({ kind: 'label', period, label: code })))
  return {
    root: root.blinded,
    ahead: {
      renewals: renewals.map(({ claim, blinded }) => ({ epoch: claim.period, blinded })),
      labels: labels.map(({ blinded }, at) => ({ ...rungs[at]!, blinded })),
      from,
    },
    pending: [...renewals, ...labels].map(({ claim, hash }) => ({ claim, hash })),
    pendingRoot: { claim: root.claim, hash: root.hash },
    seen: keys.seen,
  }
}

/** A ticket that has come, and what it claims. */
export interface Opened {
  readonly claim: TicketClaim
  readonly ticket: Ticket
}

/** Opens the answers that are signatures; null when one is not the registrar's on what was asked. */
export const openAnswers = async (
  seed: Seed,
  keys: Keys,
  pending: readonly Pending[],
  answers: readonly Answer[],
  now: Date,
): Promise<readonly Opened[] | null> => {
  if (pending.length !== answers.length) return null
  const opened: Opened[] = []
  for (const [at, { claim }] of pending.entries()) {
    const answer = answers[at]
    if (answer === undefined || answer === 'waiting' || answer === 'unknown') continue
    const ticket = await openTicket(seed, claim, await keyForNow(keys, claim, now), answer)
    if (!ticket) return null
    opened.push({ claim, ticket })
  }
  return opened
}

/** The newest ticket of a kind that may be handed in now; of two labels of one quarter the first, which is the finer. */
export const newestOf = (kind: PeriodicKind, opened: readonly Opened[], now: Date): Opened | null =>
  opened
    .filter(({ claim }) => claim.kind === kind && mayHandIn(kind, claim.period, now))
    .reduce<Opened | null>((newest, one) => (newest === null || one.claim.period > newest.claim.period ? one : newest), null)

/** R's public half, as the community knows the account. */
export const rootOf = (seed: Seed): Base64url => rootKeyOf(seed).publicKey

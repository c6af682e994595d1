import type { Base64url } from '#tickets/base64url.ts'
import { readTicketKey, type TicketKey } from '#tickets/blind.ts'
import { findKey, type ManifestEntry, manifestHead, type SeenManifest, verifyManifest } from '#tickets/manifest.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { openTicket, requestTicket, type Ticket } from '#tickets/ticket.ts'
import { epochOf, type TicketClaim } from '#tickets/tickets.rules.ts'

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

const keyFor = async ({ entries }: Keys, claim: TicketClaim, now: Date): Promise<TicketKey> => {
  const name = { kind: claim.kind, period: claim.period, label: claim.kind === 'label' ? claim.label : null }
  const found = findKey(entries, name, claim.kind === 'renewal' ? claim.period : epochOf(now))
  if (!('entry' in found)) throw new KeysRefused(`${claim.kind}-${found.refused}`)
  const key = await readTicketKey(found.entry.publicKey)
  if (!key) throw new KeysRefused(`${claim.kind}-unreadable`)
  return key
}

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
    root: requestTicket(seed, root, await keyFor(keys, root, now)),
    renewal: requestTicket(seed, renewal, await keyFor(keys, renewal, now)),
    label: requestTicket(seed, label, await keyFor(keys, label, now)),
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
    openTicket(seed, claims[kind], await keyFor(keys, claims[kind], now), signed[kind])
  const [root, renewal, label] = await Promise.all([open('root'), open('renewal'), open('label')])
  return root && renewal && label ? { root, renewal, label } : null
}

/** What is to be signed for a renewal, blinded. */
export const askToRenew = async (seed: Seed, keys: Keys, epoch: number, now: Date): Promise<Base64url> => {
  const claim = { kind: 'renewal', period: epoch } as const
  return requestTicket(seed, claim, await keyFor(keys, claim, now))
}

/** The renewal ticket, or null when the signature is not the registrar's on what was asked. */
export const openRenewal = async (
  seed: Seed,
  keys: Keys,
  signed: { renewal: Base64url; epoch: number },
  now: Date,
): Promise<Ticket | null> => {
  const claim = { kind: 'renewal', period: signed.epoch } as const
  return openTicket(seed, claim, await keyFor(keys, claim, now), signed.renewal)
}

/** R's public half, as the community knows the account. */
export const rootOf = (seed: Seed): Base64url => rootKeyOf(seed).publicKey

import { readTicketKey } from '#tickets/blind.ts'
import type { KeyPair } from '#tickets/ed25519.ts'
import { signStatement } from '#tickets/join.ts'
import { findKey } from '#tickets/manifest.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { openTicket, requestTicket, type Ticket } from '#tickets/ticket.ts'
import type { TicketClaim } from '#tickets/tickets.rules.ts'
import type { Registrant } from '../access.ts'
import { startChallenge } from '../community/accounts/challenges.ts'
import { joinWithoutBrowser } from '../community/accounts/join.ts'
import { renew } from '../community/accounts/renew.ts'
import type { Deps as CommunityDeps } from '../community/deps.ts'
import type { Deps as RegistrarDeps } from '../registrar/deps.ts'
import { requestTickets } from '../registrar/issuing/issue-tickets.ts'
import { showEntry } from '../registrar/issuing/show-entry.ts'

/** Both halves, each with its own rows and keys: only who stands in the place of a doctor's browser has two at hand. */
export interface Halves {
  readonly registrar: RegistrarDeps
  readonly community: CommunityDeps
}

/** A doctor the registrar has verified, and the seed that only their own device would hold. */
export interface Entering extends Registrant {
  readonly seed: Seed
}

/** What the device of a doctor does who enters now: asks for tickets unseen, opens them, and joins with them and R's word. */
export const enterWithTickets = async ({ registrar, community }: Halves, doctor: Entering): Promise<{ accountId: string }> => {
  const { language } = doctor
  const { key, root, renewal, label } = await fetchTickets({ registrar, community }, doctor, { withRoot: true, withLabel: true })
  const { challengeId, challenge } = await startChallenge(community)
  const statement = { kind: 'join', origin: community.origin, challenge, credentialId: '', credentialPublicKey: '' } as const
  return joinWithoutBrowser(community, {
    challengeId,
    rootKey: key.publicKey,
    root: held(root),
    renewal: { epoch: renewal.claim.period, ticket: held(renewal.ticket) },
    label: { code: label.claim.label, period: label.claim.period, ticket: held(label.ticket) },
    proof: signStatement(statement, key),
    language,
  })
}

/** What the device of a member does at the beginning of an epoch, and of a quarter: fetches the renewal, and the label, and hands them in. */
export const renewWithTickets = async (halves: Halves, doctor: Entering, { withLabel }: { withLabel: boolean }): Promise<void> => {
  const { community } = halves
  const { key, renewal, label } = await fetchTickets(halves, doctor, { withRoot: false, withLabel })
  const { challengeId, challenge } = await startChallenge(community)
  const handIn = (claim: TicketClaim, ticket: Ticket) => ({
    ticket,
    proof: signStatement({ kind: 'hand-in', origin: community.origin, challenge, claim, ticket }, key),
  })
  await renew(community, {
    challengeId,
    rootKey: key.publicKey,
    renewal: { epoch: renewal.claim.period, ...handIn(renewal.claim, held(renewal.ticket)) },
    label: withLabel ? { code: label.claim.label, period: label.claim.period, ...handIn(label.claim, held(label.ticket)) } : null,
  })
}

const held = (ticket: Ticket | null): Ticket => {
  if (!ticket) throw new Error('The registrar’s signature does not open')
  return ticket
}

interface Fetched {
  readonly key: KeyPair
  readonly root: Ticket | null
  readonly renewal: { readonly claim: Extract<TicketClaim, { kind: 'renewal' }>; readonly ticket: Ticket | null }
  readonly label: { readonly claim: Extract<TicketClaim, { kind: 'label' }>; readonly ticket: Ticket | null }
}

/** Has tickets signed for the periods that run now, and opens them. */
const fetchTickets = async (
  { registrar, community }: Halves,
  { seed, ...registrant }: Entering,
  { withRoot, withLabel }: { withRoot: boolean; withLabel: boolean },
): Promise<Fetched> => {
  const entry = await showEntry(registrar, registrant)
  const { entries } = await community.manifest.read()
  const root = { kind: 'root', period: 0 } as const
  const renewal = { kind: 'renewal', period: entry.epoch } as const
  const label = { kind: 'label', period: entry.period, label: entry.label } as const
  const keyFor = async (claim: TicketClaim) => {
    const found = findKey(entries, { ...claim, label: claim.kind === 'label' ? claim.label : null }, entry.epoch)
    const key = 'entry' in found ? await readTicketKey(found.entry.publicKey) : null
    if (!key) throw new Error(`The manifest lists no key for this ${claim.kind}`)
    return key
  }
  const ask = async (claim: TicketClaim, wanted: boolean) => {
    if (!wanted) return { blinded: null, open: async () => null }
    const key = await keyFor(claim)
    return {
      blinded: requestTicket(seed, claim, key),
      open: async (signature: string | null) => (signature ? openTicket(seed, claim, key, signature) : null),
    }
  }
  const asked = { root: await ask(root, withRoot), renewal: await ask(renewal, true), label: await ask(label, withLabel) }
  const signed = await requestTickets(registrar, registrant, {
    root: asked.root.blinded,
    renewal: asked.renewal.blinded ? { epoch: renewal.period, blinded: asked.renewal.blinded } : null,
    label: asked.label.blinded ? { code: label.label, period: label.period, blinded: asked.label.blinded } : null,
  })
  return {
    key: rootKeyOf(seed),
    root: await asked.root.open(signed.root),
    renewal: { claim: renewal, ticket: await asked.renewal.open(signed.renewal) },
    label: { claim: label, ticket: await asked.label.open(signed.label) },
  }
}

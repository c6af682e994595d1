import { createHash, randomBytes } from 'node:crypto'
import type { Deposit, TicketRequests } from '#contract/registrar/issuing.ts'
import type { Registrant } from '#server/access.ts'
import type { Deps } from '#server/registrar/deps.ts'
import { fetchSignatures } from '#server/registrar/issuing/deposit-requests.ts'
import { publishedManifest } from '#server/registrar/issuing/published-manifest.ts'
import { showEntry } from '#server/registrar/issuing/show-entry.ts'
import { type Base64url, fromBase64url } from '#tickets/base64url.ts'
import { readTicketKey } from '#tickets/blind.ts'
import { findKey } from '#tickets/manifest.ts'
import type { Seed } from '#tickets/seed.ts'
import { openTicket, requestTicket, type Ticket } from '#tickets/ticket.ts'
import { epochOf, periodsToDeposit, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'

/** A doctor's browser, as far as the registrar meets it: it blinds with its seed, and opens what comes back. */
export interface TestBrowser {
  readonly seed: Seed
  blinded(claim: TicketClaim): Promise<Base64url>
  /** What it asks for to enter alone: root, renewal and the label it is assigned. */
  everything(code: string): Promise<TicketRequests>
  /** What it hands in ahead: renewals to the end of next quarter, and a label for each rung the registrar names. */
  deposit(doctor: Registrant, more?: { withRoot?: boolean; labelsFrom?: number }): Promise<Deposit>
  /** What has become of a request, and the ticket once it is signed. */
  fetched(claim: TicketClaim): Promise<{ state: 'signed' | 'waiting' | 'unknown'; ticket: Ticket | null }>
}

export const root: TicketClaim = { kind: 'root', period: 0 }
export const renewal = (period: number): TicketClaim => ({ kind: 'renewal', period })
export const label = (code: string, period: number): TicketClaim => ({ kind: 'label', period, label: code })

/** A browser with twelve words of its own, or with those of another. */
export const aBrowser = (deps: Deps, seed: Seed = new Uint8Array(randomBytes(16))): TestBrowser => {
  const keyFor = async (claim: TicketClaim) => {
    const { entries } = await publishedManifest(deps)
    const usedInEpoch = claim.kind === 'renewal' ? claim.period : epochOf(deps.clock.now()) + 100
    const found = findKey(entries, { ...claim, label: claim.kind === 'label' ? claim.label : null }, usedInEpoch)
    const key = 'entry' in found ? await readTicketKey(found.entry.publicKey) : null
    if (!key) throw new Error(`There is no key for ${JSON.stringify(claim)}`)
    return key
  }
  const blinded = async (claim: TicketClaim) => requestTicket(seed, claim, await keyFor(claim))
  return {
    seed,
    blinded,
    everything: async (code) => {
      const [epoch, period] = [epochOf(deps.clock.now()), quarterOf(deps.clock.now())]
      return {
        root: await blinded(root),
        renewal: { epoch, blinded: await blinded(renewal(epoch)) },
        label: { code, period, blinded: await blinded(label(code, period)) },
      }
    },
    deposit: async (doctor, { withRoot = false, labelsFrom = 0 } = {}) => {
      const { rungs, epoch: first } = await showEntry(deps, doctor)
      const epochs = periodsToDeposit('renewal', deps.clock.now()).filter((epoch) => epoch >= first)
      return {
        root: withRoot ? await blinded(root) : null,
        renewals: await Promise.all(epochs.map(async (epoch) => ({ epoch, blinded: await blinded(renewal(epoch)) }))),
        labels: await Promise.all(rungs.map(async ({ code, period }) => ({ code, period, blinded: await blinded(label(code, period)) }))),
        labelsFrom,
      }
    },
    fetched: async (claim) => {
      const hash = createHash('sha256')
        .update(fromBase64url(await blinded(claim)) ?? '')
        .digest('base64url')
      const { items } = await fetchSignatures(deps, [hash])
      const { state = 'unknown', signature = null } = items[0] ?? {}
      return { state, ticket: signature && (await openTicket(seed, claim, await keyFor(claim), signature)) }
    },
  }
}

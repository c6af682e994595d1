// The page of bench/tickets.ts: what a doctor's browser does for each ticket, timed.
import type { Base64url } from '#tickets/base64url.ts'
import { readTicketKey, type TicketKey } from '#tickets/blind.ts'
import { type Seed, seedLength } from '#tickets/seed.ts'
import { openTicket, requestTicket } from '#tickets/ticket.ts'
import type { TicketClaim } from '#tickets/tickets.rules.ts'

export interface Asked {
  readonly publicKey: Base64url
  readonly tickets: number
}

declare global {
  interface Window {
    askForTickets: (asked: Asked) => Promise<{ blinded: Base64url[]; times: number[] }>
    openTickets: (signed: readonly Base64url[]) => Promise<{ good: number; times: number[] }>
  }
}

const claim: TicketClaim = { kind: 'renewal', period: 1 }
const seeds: Seed[] = []
let key: TicketKey

window.askForTickets = async ({ publicKey, tickets }) => {
  const read = await readTicketKey(publicKey)
  if (!read) throw new Error('Not a key that signs tickets')
  key = read
  const blinded: Base64url[] = []
  const times: number[] = []
  for (let turn = 0; turn < tickets; turn += 1) {
    const seed = crypto.getRandomValues(new Uint8Array(seedLength))
    seeds.push(seed)
    const began = performance.now()
    blinded.push(requestTicket(seed, claim, key))
    times.push(performance.now() - began)
  }
  return { blinded, times }
}

window.openTickets = async (signed) => {
  let good = 0
  const times: number[] = []
  for (const [turn, signature] of signed.entries()) {
    const began = performance.now()
    if (await openTicket(seeds[turn] ?? new Uint8Array(), claim, key, signature)) good += 1
    times.push(performance.now() - began)
  }
  return { good, times }
}

import { type Base64url, fromBase64url, toBase64url } from './base64url.ts'
import { blind, finalise, isSignature, prefixLength, prepare, type TicketKey } from './blind.ts'
import { blindingOf, rootKeyOf, type Seed } from './seed.ts'
import { type TicketClaim, ticketMessage } from './tickets.rules.ts'

/** A ticket as it travels: its prefix and then the signature, in base64url. */
export type Ticket = Base64url

const hidden = (seed: Seed, claim: TicketClaim, key: TicketKey) => {
  const blinding = blindingOf(seed, claim, key)
  return { blinding, prepared: prepare(ticketMessage(claim, rootKeyOf(seed).publicKey), blinding) }
}

/** What the registrar is asked to sign unseen; the same bytes each time, so a lost reply costs nothing. */
export const requestTicket = (seed: Seed, claim: TicketClaim, key: TicketKey): Base64url => {
  const { blinding, prepared } = hidden(seed, claim, key)
  return toBase64url(blind(prepared, blinding, key))
}

/** Makes the ticket of the registrar's answer, or null when the answer is not its signature on what was asked. */
export const openTicket = async (seed: Seed, claim: TicketClaim, key: TicketKey, blindSignature: Base64url): Promise<Ticket | null> => {
  const { blinding, prepared } = hidden(seed, claim, key)
  const answer = fromBase64url(blindSignature)
  const signature = answer && (await finalise(prepared, answer, blinding, key))
  return signature && toBase64url(prepare(signature, blinding))
}

/** Whether the key signed that the holder of this root may claim this. */
export const isTicketGood = async (ticket: Ticket, claim: TicketClaim, rootPublicKey: Base64url, key: TicketKey): Promise<boolean> => {
  const bytes = fromBase64url(ticket)
  if (!bytes) return false
  const prepared = prepare(ticketMessage(claim, rootPublicKey), { prefix: bytes.subarray(0, prefixLength) })
  return isSignature(prepared, bytes.subarray(prefixLength), key)
}

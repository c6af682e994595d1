import type { KeyObject } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import type { PublishedManifest } from '#server/community/accounts/manifestSource.ts'
import { type Base64url, fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { readTicketKey } from '#tickets/blind.ts'
import { keyPairOf, toSpki } from '#tickets/ed25519.ts'
import { type ManifestEntry, nextEntry, signManifest } from '#tickets/manifest.ts'
import { signNameAttestation } from '#tickets/nameAttestation.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { blindSign, generateTicketKey } from '#tickets/sign.ts'
import { openTicket, requestTicket, type Ticket } from '#tickets/ticket.ts'
import type { TicketClaim } from '#tickets/tickets.rules.ts'

/** The registrar as far as a community meets it: its keys, its manifest, and its signature for whoever asks. */
export interface TestSigner {
  manifest(): PublishedManifest
  /** Signs a blinded message with the key for this claim. */
  sign(claim: TicketClaim, blinded: Base64url): Base64url
  /** A ticket for this claim, asked for, signed unseen and opened. */
  ticket(seed: Seed, claim: TicketClaim): Promise<Ticket>
  /** The word that a seed's R is this doctor. */
  nameSignature(seed: Seed, doctor: { name: string; specialty: string; country: string; through: number }): string
}

const claimKey = (claim: TicketClaim): string => JSON.stringify([claim.kind, claim.period, claim.kind === 'label' ? claim.label : null])

/** A signer that has listed a key for each of these claims from the beginning. */
export const aSigner = async (
  claims: readonly TicketClaim[],
  crowds: Record<string, number> = {},
  published = { k: 5, issuedRoots: 1_000, epoch: 0, signedRenewals: 1_000 },
): Promise<TestSigner> => {
  const manifestKey = keyPairOf(randomBytes(32))
  const nameKey = keyPairOf(randomBytes(32))
  const keys = new Map<string, { privateKey: KeyObject; publicKey: string }>()
  const entries: ManifestEntry[] = []
  for (const claim of claims) {
    const key = await generateTicketKey(2048)
    keys.set(claimKey(claim), key)
    const label = claim.kind === 'label' ? claim.label : null
    entries.push(nextEntry(entries, { kind: claim.kind, period: claim.period, label, issuedAtEpoch: 1, publicKey: key.publicKey }))
  }
  entries.push(nextEntry(entries, { kind: 'name', period: 0, label: null, issuedAtEpoch: 1, publicKey: toSpki(nameKey.publicKey) }))
  const pairFor = (claim: TicketClaim) => {
    const pair = keys.get(claimKey(claim))
    if (!pair) throw new Error('This signer has no such key')
    return pair
  }
  const sign = (claim: TicketClaim, blinded: Base64url): Base64url =>
    toBase64url(blindSign(pairFor(claim).privateKey, fromBase64url(blinded) ?? new Uint8Array()))
  return {
    manifest: () => ({ entries, signature: signManifest(entries, manifestKey), manifestKey: manifestKey.publicKey, crowds, ...published }),
    sign,
    ticket: async (seed, claim) => {
      const key = await readTicketKey(pairFor(claim).publicKey)
      const ticket = key && (await openTicket(seed, claim, key, sign(claim, requestTicket(seed, claim, key))))
      if (!ticket) throw new Error('The ticket does not open')
      return ticket
    },
    nameSignature: (seed, { name, specialty, country, through }) =>
      signNameAttestation({ rootPublicKey: rootKeyOf(seed).publicKey, name, specialty, country, throughQuarter: through }, nameKey),
  }
}

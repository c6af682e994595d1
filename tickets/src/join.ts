import type { Base64url } from './base64url.ts'
import { isSignedBy, type KeyPair, signBytes } from './ed25519.ts'
import { type Field, framed } from './framed.ts'
import type { Ticket } from './ticket.ts'
import type { TicketClaim } from './tickets.rules.ts'

/** Where and when a statement counts: one half's origin, and that half's fresh challenge, so that neither a copy nor the other half can use it. */
interface Addressed {
  readonly origin: string
  readonly challenge: Base64url
}

/** A passkey as the browser made it. */
interface Passkey {
  readonly credentialId: Base64url
  /** COSE, as WebAuthn gives it. */
  readonly credentialPublicKey: Base64url
}

/** Everything `R` ever says. */
export type Said =
  | ({ readonly kind: 'join' } & Passkey)
  | ({ readonly kind: 'add-passkey' } & Passkey)
  /** Brings the account a renewal or a label. */
  | { readonly kind: 'hand-in'; readonly claim: TicketClaim; readonly ticket: Ticket }
  | { readonly kind: 'sign-in' }
  /** Erases the account, and says what becomes of what it wrote. */
  | { readonly kind: 'erase'; readonly writings: 'stay' | 'taken-back' }
  /** Asks the registrar to attest a name to this `R`, to the end of the quarter. */
  | { readonly kind: 'show-name'; readonly throughQuarter: number }

/** What `R` signs: what it says, to whom, and for which challenge. */
export type Statement = Addressed & Said

const fieldsOf = (statement: Statement): Field[] => {
  switch (statement.kind) {
    case 'join':
    case 'add-passkey':
      return [statement.credentialId, statement.credentialPublicKey]
    case 'hand-in': {
      const { claim, ticket } = statement
      return [claim.kind, claim.period, claim.kind === 'label' ? claim.label : '', ticket]
    }
    case 'sign-in':
      return []
    case 'erase':
      return [statement.writings]
    case 'show-name':
      return [statement.throughQuarter]
  }
}

/** The bytes `R` signs: framed as `statement/<kind>`, origin, challenge and then the fields of the kind in the order of its type. */
const bytesOf = (statement: Statement): Uint8Array =>
  framed(`statement/${statement.kind}`, statement.origin, statement.challenge, ...fieldsOf(statement))

/** Signs a statement with `R`. */
export const signStatement = (statement: Statement, root: KeyPair): Base64url => signBytes(bytesOf(statement), root.secretKey)

/** Whether the holder of this root made exactly this statement. */
export const checkStatement = (statement: Statement, signature: Base64url, rootPublicKey: Base64url): boolean =>
  isSignedBy(bytesOf(statement), signature, rootPublicKey)

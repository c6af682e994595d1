import type { Who } from '#contract/endpoint.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Language, TextLanguage } from '#contract/shapes.ts'

/** Somebody who calls, as their session tells. */
export type Caller = { readonly kind: 'nobody' } | Member | Registrant | Staff

export interface Member {
  readonly kind: 'member'
  readonly accountId: string
  readonly language: TextLanguage
  /** What they are attested as: it decides what they may read and are asked, and is theirs to see. */
  readonly label: string
  /** What their bylines say: the label, or a wider one while too few doctors carry it. */
  readonly shown: string
  /** Their last renewal has run out: what is theirs stays readable, nothing else is. */
  readonly lapsed: boolean
  readonly moderator: boolean
}

export interface Registrant {
  readonly kind: 'registrant'
  readonly personId: string
  readonly language: Language
}

export interface Staff {
  readonly kind: 'staff'
  readonly staffId: string
  readonly role: 'verifier' | 'lead' | 'operator'
  readonly language: Language
}

/** Why this caller may not call an endpoint, or null when they may. */
export const whyNotCall = (who: Who, caller: Caller): ErrorCode | null => {
  if (who === 'anyone') return null
  if (caller.kind === 'nobody') return 'session.needed'
  switch (who) {
    case 'member':
      return caller.kind !== 'member' ? 'session.forbidden' : caller.lapsed ? 'session.lapsed' : null
    case 'member-or-lapsed':
      return caller.kind === 'member' ? null : 'session.forbidden'
    case 'moderator':
      return caller.kind === 'member' && caller.moderator && !caller.lapsed ? null : 'session.forbidden'
    case 'registrant':
      return caller.kind === 'registrant' ? null : 'session.forbidden'
    case 'verifier':
      return caller.kind === 'staff' && (caller.role === 'verifier' || caller.role === 'lead') ? null : 'session.forbidden'
    case 'lead':
      return caller.kind === 'staff' && caller.role === 'lead' ? null : 'session.forbidden'
    case 'operator':
      return caller.kind === 'staff' && caller.role === 'operator' ? null : 'session.forbidden'
  }
}

import type { ErrorCode } from '#contract/errors.ts'

export type BylineKind = 'anonymous' | 'name'

/** Why a byline cannot be of this kind: a name must have been signed, and a name once shown in a thread stays. */
export const whyNoByline = (asked: BylineKind, name: string | null, now: BylineKind | null): ErrorCode | null => {
  if (asked === 'name' && name === null) return 'byline.name-missing'
  if (asked === 'anonymous' && now === 'name') return 'byline.never-back'
  return null
}

// No vowels, so that chance spells no word; no 0, 1, l, so that nobody misreads one.
const alphabet = 'bcdfghjkmnpqrstvwxz23456789'

/** A handle of five signs from random bytes (at least five). */
export const handleFrom = (bytes: Uint8Array): string => [...bytes.subarray(0, 5)].map((byte) => alphabet[byte % alphabet.length]).join('')

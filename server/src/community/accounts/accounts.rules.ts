import type { Counts, Settings } from '#contract/community/accounts.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Label } from '#contract/shapes.ts'
import { type LabelCode, parseLabel } from '#tickets/labels.ts'
import { findKey, type ManifestEntry } from '#tickets/manifest.ts'
import { epochOf, isStillValid, mayHandIn, type TicketClaim } from '#tickets/tickets.rules.ts'
import { minutes } from '../../platform/time.ts'

/** How long a challenge waits for its answer: the twelve words are written down meanwhile. */
export const challengeLife = 30 * minutes

const sessionEpochs = 6

/** The epoch through which a session that begins now lasts: about twelve weeks, counted in epochs so that it tells no day. */
export const sessionThrough = (now: Date): number => epochOf(now) + sessionEpochs

/** Whether an account's last renewal has run out. */
export const isLapsed = (validThrough: number, now: Date): boolean => !isStillValid('renewal', validThrough, now)

/** The listed keys a ticket for this claim may be signed with now: none when it is early, late, no label, or its key does not count yet. */
export const keysFor = (claim: TicketClaim, entries: readonly ManifestEntry[], now: Date): readonly ManifestEntry[] => {
  switch (claim.kind) {
    // Roots signed before a key was lost stay good.
    case 'root':
      return entries.filter(({ kind }) => kind === 'root')
    case 'renewal':
      return mayHandIn('renewal', claim.period, now) ? listed(findKey(entries, { ...claim, label: null }, claim.period)) : []
    case 'label':
      return parseLabel(claim.label) && mayHandIn('label', claim.period, now) ? listed(findKey(entries, claim, epochOf(now))) : []
  }
}

const listed = (found: ReturnType<typeof findKey>): readonly ManifestEntry[] => ('entry' in found ? [found.entry] : [])

/** A label's code taken apart, as a byline says it. */
export const labelOf = (code: LabelCode): Label => {
  const label = parseLabel(code)
  switch (label?.rung) {
    case 'specialty-country':
      return { code, specialty: label.specialty, group: false, place: label.country }
    case 'group-country':
      return { code, specialty: label.group, group: true, place: label.country }
    case 'specialty-world':
      return { code, specialty: label.specialty, group: false, place: null }
    case 'region':
      return { code, specialty: null, group: false, place: label.region }
    default:
      return { code, specialty: null, group: false, place: null }
  }
}

/** Whether a signed name may still be shown. */
export const isNameValid = (throughQuarter: number | null, now: Date): boolean =>
  throughQuarter !== null && isStillValid('label', throughQuarter, now)

/** Why these settings cannot be: a name cannot be the usual byline of somebody who shows none. */
export const whyNoSettings = ({ byline }: Pick<Settings, 'byline'>, name: string | null): ErrorCode | null =>
  byline === 'name' && name === null ? 'byline.name-missing' : null

/** Why a passkey cannot be removed: it is nobody's here, or the account's last. */
export const whyNoRemoval = (mine: readonly string[], deviceId: string): ErrorCode | null =>
  !mine.includes(deviceId) ? 'account.device-not-found' : mine.length === 1 ? 'account.last-device' : null

/** Whether there are more accounts than tickets that could have made them: somebody else holds a key. */
export const isStolenKey = ({ accounts, issuedRoots, renewed, signedRenewals }: Omit<Counts, 'alarm'>): boolean =>
  accounts > issuedRoots || renewed > signedRenewals

import { numberToBytesBE } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Base64url, fromBase64url } from './base64url.ts'

/**
 * What a ticket claims: its holder is a doctor (`root`), is in good standing in an epoch (`renewal`), or may carry a label in a quarter (`label`).
 * The period is the number of the root key (0 unless that key was ever lost), the epoch, or the quarter.
 */
export type TicketClaim =
  | { readonly kind: 'root'; readonly period: number }
  | { readonly kind: 'renewal'; readonly period: number }
  | { readonly kind: 'label'; readonly period: number; readonly label: string }

/**
 * The 32 bytes a ticket speaks about; the signed message is the ticket's random 32-byte prefix and then these (RFC 9474, Randomized).
 *
 *     root     SHA-256("root"    || R.pub)
 *     renewal  SHA-256("renewal" || epoch, 4 bytes || R.pub)
 *     label    SHA-256("label"   || quarter, 4 bytes || length of the label, 1 byte || label, ASCII || R.pub)
 *
 * Numbers are big-endian, R.pub is the raw 32 bytes. The word keeps one kind from passing as another; R.pub makes a copied ticket
 * useless without R's secret; the epoch keeps an old renewal from passing as a new one and the quarter and label keep a coarse or past
 * label from passing as another, even if an operator ever used one key for two of them.
 */
export const ticketMessage = (claim: TicketClaim, rootPublicKey: Base64url): Uint8Array => {
  const key = fromBase64url(rootPublicKey)
  if (key?.length !== 32) throw new RangeError('A root public key has 32 bytes')
  return sha256(concatBytes(...boundTo(claim), key))
}

const boundTo = (claim: TicketClaim): Uint8Array[] => {
  const kind = utf8ToBytes(claim.kind)
  if (claim.kind === 'root') return [kind]
  const period = numberToBytesBE(claim.period, 4)
  if (claim.kind === 'renewal') return [kind, period]
  const label = utf8ToBytes(claim.label)
  return [kind, period, numberToBytesBE(label.length, 1), label]
}

const day = 24 * 60 * 60 * 1000
const epochLength = 14 * day
/** Monday 29 December 2025, 00:00 UTC, the first day of the week that holds 1 January 2026: epoch 0 begins. */
const firstEpoch = Date.UTC(2025, 11, 29)
const firstYear = 2026

/** How far a clock may be off, and so how long an ended period is still accepted. */
export const clockTolerance = day
/** How long before its beginning the registrar signs a period's tickets. */
export const signedAhead = 2 * day

/** The 14-day epoch an instant lies in. */
export const epochOf = (instant: Date): number => Math.floor((instant.getTime() - firstEpoch) / epochLength)

/** The instant an epoch begins; the one before it ends there. */
export const epochStart = (epoch: number): Date => new Date(firstEpoch + epoch * epochLength)

/** The calendar quarter (UTC) an instant lies in, counted from 0, the first quarter of 2026. */
export const quarterOf = (instant: Date): number => (instant.getUTCFullYear() - firstYear) * 4 + Math.floor(instant.getUTCMonth() / 3)

/** The instant a quarter begins; the one before it ends there. */
export const quarterStart = (quarter: number): Date => new Date(Date.UTC(firstYear, quarter * 3, 1))

/** The instant the quarter after the current one ends; itself no longer in it. */
export const endOfNextQuarter = (instant: Date): Date => quarterStart(quarterOf(instant) + 2)

/** The kinds of ticket that are given again and again. */
export type PeriodicKind = 'renewal' | 'label'

/**
 * The period of a kind an instant lies in: an epoch for renewals, a quarter for labels.
 *
 * Labels live a quarter because one key serves one label and one period: in a quarter everyone who carries the label gets it under the same key, so each
 * key has the whole crowd behind it; and there are hundreds of labels, so a key for each in each epoch would be a manifest no phone could fetch.
 * A crowd that has grown need not wait: its finer label is another key of the same quarter.
 */
export const periodOf = (kind: PeriodicKind, instant: Date): number => (kind === 'renewal' ? epochOf(instant) : quarterOf(instant))

/** The instant a period begins. */
export const periodStart = (kind: PeriodicKind, period: number): Date => (kind === 'renewal' ? epochStart(period) : quarterStart(period))

/** The last period whose tickets are due for signing: the current one, or the next when it is less than two days away. */
export const periodToSign = (kind: PeriodicKind, now: Date): number => periodOf(kind, new Date(now.getTime() + signedAhead))

/** The periods a client deposits requests for in one sitting: the current one to the end of next quarter. */
export const periodsToDeposit = (kind: PeriodicKind, now: Date): readonly number[] => {
  const first = periodOf(kind, now)
  const last = periodOf(kind, new Date(endOfNextQuarter(now).getTime() - 1))
  return Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead)
}

/** Whether what is valid through this period is still valid; an ended period is accepted for one day more. */
export const isStillValid = (kind: PeriodicKind, validThrough: number, now: Date): boolean =>
  now.getTime() < periodStart(kind, validThrough + 1).getTime() + clockTolerance

/** How long into a quarter the labels of the last one are shown: until its first epoch's tickets have been signed, fetched and handed in. */
const labelOutlives = 3 * epochLength

/** The oldest quarter whose labels are still shown. */
export const oldestLabelPeriod = (now: Date): number => quarterOf(new Date(now.getTime() - labelOutlives))

/** Whether a ticket of this period may be handed in: it has not ended, and no earlier than the registrar signs it. */
export const mayHandIn = (kind: PeriodicKind, period: number, now: Date): boolean =>
  isStillValid(kind, period, now) && period <= periodToSign(kind, new Date(now.getTime() + clockTolerance))

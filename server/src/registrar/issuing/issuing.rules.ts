import type { ErrorCode } from '#contract/errors.ts'
import { crowd, type Label, type LabelCode, parseLabel } from '#tickets/labels.ts'
import { findKey, type ManifestEntry } from '#tickets/manifest.ts'
import { epochOf, type PeriodicKind, periodOf, periodsToDeposit, periodToSign, quarterOf, quarterStart } from '#tickets/tickets.rules.ts'
import { days, hours } from '../../platform/time.ts'

/** Doctors who may take the same labels (finest first), and how many of them take one now. */
export interface Group {
  readonly codes: readonly LabelCode[]
  readonly count: number
}

const rungs = ['specialty-country', 'group-country', 'specialty-world', 'region', 'doctor'] as const satisfies readonly Label['rung'][]

/** The label that says only "doctor", which everybody may carry. */
export const lastRung: LabelCode = 'doctor.world'

/** How a group of doctors is named in a plan. */
export const groupKey = (codes: readonly LabelCode[]): string => codes.join(' ')

/**
 * The label of each group when all of them take one together: the finest rung that `k` doctors hold after that signing.
 * Whoever enters alone is a group of one. The last rung says only "doctor" and is given whatever its crowd.
 */
export const planLabels = (
  groups: readonly Group[],
  holders: ReadonlyMap<LabelCode, number>,
  k: number,
): ReadonlyMap<string, LabelCode> => {
  if (k < crowd.floor) throw new RangeError(`A crowd has at least ${crowd.floor} doctors`)
  const plan = new Map<string, LabelCode>()
  for (const rung of rungs) {
    const buckets = new Map<LabelCode, Group[]>()
    for (const group of groups) {
      const code = plan.has(groupKey(group.codes)) ? undefined : group.codes.find((one) => parseLabel(one)?.rung === rung)
      if (code) buckets.set(code, [...(buckets.get(code) ?? []), group])
    }
    for (const [code, bucket] of buckets) {
      const after = (holders.get(code) ?? 0) + bucket.reduce((sum, { count }) => sum + count, 0)
      if (rung === 'doctor' || after >= k) for (const { codes } of bucket) plan.set(groupKey(codes), code)
    }
  }
  return plan
}

/** Brings together those who may take the same labels; who has shown a name takes one too, and is no part of its crowd. */
export const groupsOf = (doctors: readonly { readonly codes: readonly LabelCode[]; readonly named: boolean }[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const { codes, named } of doctors) {
    const before = groups.get(groupKey(codes))?.count ?? 0
    groups.set(groupKey(codes), { codes, count: before + (named ? 0 : 1) })
  }
  return [...groups.values()]
}

/** The finer of the labels one may have, than the one that is held: all, when none is. */
export const finerThan = (codes: readonly LabelCode[], held: LabelCode | null): readonly LabelCode[] => {
  const rank = (code: LabelCode): number => rungs.indexOf(parseLabel(code)?.rung ?? 'doctor')
  return held === null ? codes : codes.filter((code) => rank(code) < rank(held))
}

/** Whether tickets for this label may be signed: its key is listed, and counts by the time they are used. */
export const isLabelUsable = (entries: readonly ManifestEntry[], label: LabelCode, period: number, now: Date): boolean =>
  'entry' in findKey(entries, { kind: 'label', period, label }, Math.max(epochOf(now), epochOf(quarterStart(period))))

/** Everybody who waits enters after a day at the latest. */
export const longestWait = 24 * hours

/** Whether those who wait enter now: they are enough, or the first of them has waited for a day. */
export const opensNow = (waiting: number, minimum: number, by: Date | null, now: Date): boolean =>
  waiting > 0 && (waiting >= minimum || (by !== null && by <= now))

/** The next full hour, when openings happen. */
export const nextOpening = (now: Date): Date => new Date((Math.floor(now.getTime() / hours) + 1) * hours)

/** The latest instant at which somebody who waits enters: the full hour their day ends in. */
export const openedBy = (by: Date): Date => new Date(Math.ceil(by.getTime() / hours) * hours)

/** Why a request for this period is not kept: it is over, or later than the end of next quarter. */
export const whyNoDeposit = (kind: PeriodicKind, period: number, now: Date): ErrorCode | null =>
  periodsToDeposit(kind, now).includes(period) ? null : 'issuing.period-closed'

/** The epoch and quarter an account begins with: those that run now. */
export const periodsOfEntry = (now: Date): { epoch: number; period: number } => ({ epoch: epochOf(now), period: quarterOf(now) })

/** Why no ticket of this period is signed now: it is over, or it is not due. */
export const whyNoSigning = (kind: 'renewal' | 'label', period: number, now: Date): ErrorCode | null =>
  period >= periodOf(kind, now) && period <= periodToSign(kind, now) ? null : 'issuing.period-closed'

/** What stands for a kind, its period and its rung among the requests of one person. */
export const requestKey = ({ kind, period, rung }: { kind: string; period: number; rung: string }): string => `${kind}|${period}|${rung}`

/** Why no root is signed: one was, in this life of the doctor here or in one that was erased. */
export const whyNoRoot = (rootIssued: boolean, due: readonly { readonly kind: string }[]): ErrorCode | null =>
  rootIssued && due.some(({ kind }) => kind === 'root') ? 'issuing.root-spent' : null

/** How long a doctor who has lost words and devices waits for a new root, and how far apart two of them are. */
export const lostFor = 180 * days
const monthsBetweenRoots = 24

/** Why a root cannot be given up now: there is none, or the last one was given up less than two years ago. */
export const whyNoNewRoot = (
  { rootIssued, rootGivenUpOn }: { readonly rootIssued: boolean; readonly rootGivenUpOn: string | null },
  now: Date,
): ErrorCode | null => {
  if (!rootIssued) return 'issuing.no-root'
  if (rootGivenUpOn === null) return null
  const again = new Date(rootGivenUpOn)
  again.setUTCMonth(again.getUTCMonth() + monthsBetweenRoots)
  return again <= now ? null : 'issuing.root-too-soon'
}

/** The first epoch a renewal may still be asked for: the one that runs, or the one after those that were signed for a root given up. */
export const firstOpenEpoch = (
  epoch: number,
  rootIssued: boolean,
  before: readonly { readonly kind: string; readonly period: number }[],
): number =>
  rootIssued ? epoch : before.filter(({ kind }) => kind === 'renewal').reduce((first, { period }) => Math.max(first, period + 1), epoch)

import type { ErrorCode } from '#contract/errors.ts'
import { crowd, formatLabel, type Label, type LabelCode, ladder } from '#tickets/labels.ts'
import { epochOf, periodOf, periodToSign, quarterOf } from '#tickets/tickets.rules.ts'

/** What a label may say of a doctor. */
export interface Doctor {
  readonly specialty: string
  readonly country: string
}

/** Doctors of one specialty and country: how many of them take a label now. */
export interface Group extends Doctor {
  readonly count: number
}

const rungs = ['specialty-country', 'group-country', 'specialty-world', 'region', 'doctor'] as const satisfies readonly Label['rung'][]

/** How a group of doctors is named in a plan. */
export const groupKey = ({ specialty, country }: Doctor): string => `${specialty}|${country}`

/**
 * The label of each group when all of them take one together: the finest rung that `k` doctors hold after that signing, of those whose key may be used.
 * Whoever enters alone is a group of one. The last rung says only "doctor" and is given whatever its crowd.
 */
export const planLabels = (
  groups: readonly Group[],
  holders: ReadonlyMap<LabelCode, number>,
  k: number,
  isUsable: (code: LabelCode) => boolean,
): ReadonlyMap<string, LabelCode> => {
  if (k < crowd.floor) throw new RangeError(`A crowd has at least ${crowd.floor} doctors`)
  const plan = new Map<string, LabelCode>()
  for (const rung of rungs) {
    const buckets = new Map<LabelCode, Group[]>()
    for (const group of groups) {
      const label = plan.has(groupKey(group)) ? undefined : ladder(group.specialty, group.country).find((one) => one.rung === rung)
      if (label) buckets.set(formatLabel(label), [...(buckets.get(formatLabel(label)) ?? []), group])
    }
    for (const [code, bucket] of buckets) {
      const after = (holders.get(code) ?? 0) + bucket.reduce((sum, { count }) => sum + count, 0)
      const given = rung === 'doctor' || after >= k
      if (given && isUsable(code)) for (const group of bucket) plan.set(groupKey(group), code)
    }
  }
  return plan
}

/** Brings together doctors of one specialty and country. */
export const groupsOf = (doctors: readonly Doctor[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const { specialty, country } of doctors) {
    const key = groupKey({ specialty, country })
    groups.set(key, { specialty, country, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** The epoch and quarter an account begins with: those that run now. */
export const periodsOfEntry = (now: Date): { epoch: number; period: number } => ({ epoch: epochOf(now), period: quarterOf(now) })

/** Why no ticket of this period is signed now: it is over, or it is not due. */
export const whyNoSigning = (kind: 'renewal' | 'label', period: number, now: Date): ErrorCode | null =>
  period >= periodOf(kind, now) && period <= periodToSign(kind, now) ? null : 'issuing.period-closed'

/** What stands for a kind, its period and its rung among the requests of one person. */
export const requestKey = ({ kind, period, rung }: { kind: string; period: number; rung: string }): string => `${kind}|${period}|${rung}`

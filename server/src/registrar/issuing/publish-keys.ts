import { type LabelCode, parseLabel } from '#tickets/labels.ts'
import { type KeyName, type ManifestEntry, nextEntry } from '#tickets/manifest.ts'
import { epochOf, periodsToDeposit, quarterOf } from '#tickets/tickets.rules.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { readCrowds } from './crowds.ts'
import { planLabels } from './issuing.rules.ts'
import { addEntries, countDoctors, crowdsOf, lockManifest, readEntries } from './issuing.sql.ts'
import { publicKeyOf } from './keys.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'secrets' | 'crowdMinimum' | 'props'>

/**
 * Lists every key that is or will be needed and is not listed: the root, the name, each epoch a browser may deposit a request for,
 * and the labels that doctors carry or would, of this quarter and in time of the next. Called again, it does nothing.
 */
export const publishKeys = async (deps: Needs): Promise<void> => {
  const { db, clock } = deps
  const now = clock.now()
  const missing = (entries: readonly ManifestEntry[], names: readonly KeyName[]): KeyName[] => {
    const listed = new Set(entries.map(nameOf))
    return names.filter((name) => !listed.has(nameOf(name)))
  }
  const wanted = await wantedKeys(deps, now)
  const due = missing(await readEntries(db), wanted)
  if (due.length === 0) return
  // Made before the lock is taken: a key costs a tenth of a second.
  const made = new Map<string, string>()
  for (const name of due) made.set(nameOf(name), await publicKeyOf(deps, name))
  await db.transaction().execute(async (trx) => {
    await lockManifest(trx)
    const entries = await readEntries(trx)
    const added: ManifestEntry[] = []
    for (const name of missing(entries, due)) {
      const publicKey = made.get(nameOf(name)) ?? ''
      added.push(nextEntry([...entries, ...added], { ...name, issuedAtEpoch: epochOf(now), publicKey }))
    }
    if (added.length > 0) await addEntries(trx, entries.length + 1, added)
  })
}

const nameOf = ({ kind, period, label }: KeyName): string => `${kind}|${period}|${label ?? ''}`

/** So long before a quarter begins its label keys are listed, and then they count when it begins. */
const aheadOfQuarter = 28 * days

const wantedKeys = async (deps: Needs, now: Date): Promise<KeyName[]> => {
  const { db, crowdMinimum, props } = deps
  const quarter = quarterOf(now)
  const issued = await crowdsOf(db, quarter)
  const anyKey = () => true
  const plan = async (without: number | null, holders: ReadonlyMap<LabelCode, number>): Promise<LabelCode[]> => [
    ...planLabels(await countDoctors(db, without), holders, crowdMinimum, anyKey).values(),
  ]
  const labels = (period: number, codes: readonly LabelCode[]): KeyName[] =>
    [...new Set(['doctor.world', ...codes])]
      .filter((code) => parseLabel(code) !== null)
      .sort()
      .map((label) => ({ kind: 'label', period, label }))
  const isNear = quarterOf(later(now, aheadOfQuarter)) > quarter
  return [
    { kind: 'root', period: 0, label: null },
    { kind: 'name', period: 0, label: null },
    ...periodsToDeposit('renewal', now).map((period) => ({ kind: 'renewal', period, label: null }) as const),
    ...labels(quarter, [...issued.keys(), ...(await plan(quarter, await readCrowds(db, deps, quarter)))]),
    ...labels(quarter + 1, isNear ? await plan(null, props) : []),
  ]
}

import { type LabelCode, parseLabel } from '#tickets/labels.ts'
import { type KeyName, type ManifestEntry, nextEntry } from '#tickets/manifest.ts'
import { epochOf, periodsToDeposit, quarterOf } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { planLabels } from './issuing.rules.ts'
import { addEntries, countDoctors, crowdsOf, lockManifest, readEntries } from './issuing.sql.ts'
import { publicKeyOf } from './keys.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'secrets' | 'crowdMinimum'>

/**
 * Lists every key that is or will be needed and is not listed: the root, the name, each epoch a browser may deposit a request for,
 * and the labels of this quarter and the next that doctors carry or would. Called again, it does nothing.
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

const wantedKeys = async ({ db, crowdMinimum }: Needs, now: Date): Promise<KeyName[]> => {
  const quarter = quarterOf(now)
  const holders = await crowdsOf(db, quarter)
  const any = () => true
  const thisQuarter = new Set([...holders.keys(), ...planLabels(await countDoctors(db, quarter), holders, crowdMinimum, any).values()])
  const nextQuarter = new Set(planLabels(await countDoctors(db, null), new Map(), crowdMinimum, any).values())
  const labels = (codes: Set<LabelCode>, period: number): KeyName[] =>
    [...codes.add('doctor.world')]
      .filter((code) => parseLabel(code) !== null)
      .sort()
      .map((label) => ({ kind: 'label', period, label }))
  return [
    { kind: 'root', period: 0, label: null },
    { kind: 'name', period: 0, label: null },
    ...periodsToDeposit('renewal', now).map((period) => ({ kind: 'renewal', period, label: null }) as const),
    ...labels(thisQuarter, quarter),
    ...labels(nextQuarter, quarter + 1),
  ]
}

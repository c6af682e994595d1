import { type KeyName, type ManifestEntry, nextEntry } from '#tickets/manifest.ts'
import { epochOf, periodsToDeposit } from '#tickets/tickets.rules.ts'
import type { Deps } from '../deps.ts'
import { labelsOf } from '../persons/persons.rules.ts'
import { lastRung } from './issuing.rules.ts'
import { addEntries, lockManifest, practices, readEntries } from './issuing.sql.ts'
import { publicKeyOf } from './keys.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'secrets'>

/**
 * Lists every key that is or will be needed and is not listed: the root, the name, and for each epoch and quarter a browser may hand requests in
 * for, the renewal's and those of every label a verified doctor could carry. Called again, it does nothing.
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
  const made = new Map(await Promise.all(due.map(async (name) => [nameOf(name), await publicKeyOf(deps, name)] as const)))
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

const wantedKeys = async ({ db }: Needs, now: Date): Promise<KeyName[]> => {
  const codes = new Set([lastRung, ...(await practices(db)).flatMap(labelsOf)])
  const labels = (period: number): KeyName[] => [...codes].sort().map((label) => ({ kind: 'label', period, label }))
  return [
    { kind: 'root', period: 0, label: null },
    { kind: 'name', period: 0, label: null },
    ...periodsToDeposit('renewal', now).map((period) => ({ kind: 'renewal', period, label: null }) as const),
    ...periodsToDeposit('label', now).flatMap(labels),
  ]
}

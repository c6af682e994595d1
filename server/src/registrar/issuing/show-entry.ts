import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { Entry } from '#contract/registrar/issuing.ts'
import type { LabelCode } from '#tickets/labels.ts'
import type { ManifestEntry } from '#tickets/manifest.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import type { Db, Deps } from '../deps.ts'
import { type Person, readPerson } from '../persons/know-person.ts'
import { countEntered, publishedCrowds, readCrowds } from './crowds.ts'
import {
  finerThan,
  firstOpenEpoch,
  groupKey,
  groupsOf,
  isLabelUsable,
  longestWait,
  lostFor,
  nextOpening,
  openedBy,
  periodsOfEntry,
  planLabels,
} from './issuing.rules.ts'
import { readEntries, readOpening, requestsOf, waitingToEnter } from './issuing.sql.ts'

export type Doctor = NonNullable<Person['doctor']>

export const doctorIn = (person: Person | null): Doctor => person?.doctor ?? refuse('issuing.not-verified')

/** The label each of these doctors gets when they take one together in this quarter. */
export const planFor = async (
  db: Db,
  deps: Pick<Deps, 'crowdMinimum' | 'clock' | 'props'>,
  doctors: readonly Pick<Doctor, 'labels'>[],
  period: number,
) => {
  const now = deps.clock.now()
  const [entries, holders] = [await readEntries(db), await readCrowds(db, deps, { from: period, to: period })]
  const usable = ({ labels }: Pick<Doctor, 'labels'>) => labels.filter((label) => isLabelUsable(entries, label, period, now))
  const plan = planLabels(groupsOf(doctors.map((doctor) => ({ codes: usable(doctor), named: false }))), holders, deps.crowdMinimum)
  return { labelOf: (doctor: Pick<Doctor, 'labels'>): LabelCode => plan.get(groupKey(usable(doctor))) ?? refuse('issuing.keys-not-ready') }
}

/** What a verified doctor may have signed now, the crowd they would stand in, and whom they would enter with. */
export const showEntry = async (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets' | 'crowdMinimum' | 'props' | 'groupMinimum' | 'enterNow'>,
  { personId }: Pick<Registrant, 'personId'>,
): Promise<Entry> => {
  const { db } = deps
  const person = await readPerson(db, deps, personId)
  const doctor = doctorIn(person)
  const { epoch, period } = periodsOfEntry(deps.clock.now())
  const [before, entered, entries] = [await requestsOf(db, personId), await countEntered(db, deps), await readEntries(db)]
  const root = before.find(({ kind }) => kind === 'root')
  const signed = (kind: string, of: number) => before.find((row) => row.kind === kind && row.period === of && row.signature !== null)
  const mine = signed('label', period)?.rung
  const rootIssued = person?.rootIssued ?? false
  const lostOn = person?.rootLostOn ? new Date(person.rootLostOn) : null
  const signedRenewals = before.filter(({ signature }) => signature !== null)
  const first = firstOpenEpoch(epoch, rootIssued, root ? [] : signedRenewals)
  const label = mine ?? (await planFor(db, deps, [doctor], period)).labelOf(doctor)
  return {
    label,
    crowd: ((await publishedCrowds(deps)).get(label) ?? 0) + (mine === undefined ? 1 : 0),
    entered: entered + (rootIssued ? 0 : 1),
    epoch: first,
    period,
    rootIssued,
    rootLost: lostOn && { on: lostOn.toISOString(), until: later(lostOn, lostFor).toISOString() },
    renewalIssued: signed('renewal', epoch) !== undefined,
    enterNow: deps.enterNow && first === epoch,
    group: await showGroup(deps, root !== undefined && root.signature === null),
    rungs: rungsOf(entries, doctor.labels, period, mine ?? null),
    specialty: doctor.specialty as SpecialtyCode,
    country: doctor.country as CountryCode,
  }
}

/** Who waits to enter together, and when that will be. */
const showGroup = async (
  { db, clock, groupMinimum }: Pick<Deps, 'db' | 'clock' | 'groupMinimum'>,
  mine: boolean,
): Promise<Entry['group']> => {
  const now = clock.now()
  const [waiting, opening] = [await waitingToEnter(db), await readOpening(db)]
  return {
    mine,
    size: waiting.length + (mine ? 0 : 1),
    minimum: groupMinimum,
    next: nextOpening(now).toISOString(),
    latest: openedBy(opening?.by ?? later(now, longestWait)).toISOString(),
  }
}

/** The labels a browser hands requests in for: the finer ones of this quarter, and all of the next, as far as their keys are listed. */
const rungsOf = (
  entries: readonly ManifestEntry[],
  labels: readonly LabelCode[],
  quarter: number,
  held: LabelCode | null,
): Entry['rungs'] => {
  const listed = new Set(entries.map(({ kind, label, period }) => `${kind}|${label}|${period}`))
  const all = [
    ...finerThan(labels, held).map((code) => ({ code, period: quarter })),
    ...labels.map((code) => ({ code, period: quarter + 1 })),
  ]
  return all.filter(({ code, period }) => listed.has(`label|${code}|${period}`))
}

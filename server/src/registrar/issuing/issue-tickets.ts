import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { Entry, SignedTickets, TicketRequests } from '#contract/registrar/issuing.ts'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { isSignable, readTicketKey } from '#tickets/blind.ts'
import type { LabelCode } from '#tickets/labels.ts'
import { findKey, type ManifestEntry } from '#tickets/manifest.ts'
import { blindSign } from '#tickets/sign.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Registrant } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { holdPerson, type Person, readPerson } from '../persons/know-person.ts'
import { countEntered, readCrowds } from './crowds.ts'
import { type Doctor, groupKey, groupsOf, periodsOfEntry, planLabels, requestKey, whyNoSigning } from './issuing.rules.ts'
import { addRequests, findSignature, readEntries, requestsOf } from './issuing.sql.ts'
import { ticketKey } from './keys.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets' | 'crowdMinimum' | 'props'>

/** One blinded message, as it is kept. */
interface Asked {
  readonly kind: 'root' | 'renewal' | 'label'
  readonly period: number
  readonly rung: string
  readonly blinded: Buffer
}

/** The label each of these doctors gets when they take one together in this quarter. */
const planFor = async (db: Db, deps: Pick<Deps, 'crowdMinimum' | 'clock' | 'props'>, doctors: readonly Doctor[], period: number) => {
  const now = deps.clock.now()
  const [entries, holders] = [await readEntries(db), await readCrowds(db, deps, period)]
  const isUsable = (label: LabelCode) => 'entry' in findKey(entries, { kind: 'label', period, label }, epochOf(now))
  const plan = planLabels(groupsOf(doctors), holders, deps.crowdMinimum, isUsable)
  return { holders, labelOf: (doctor: Doctor): LabelCode => plan.get(groupKey(doctor)) ?? refuse('issuing.keys-not-ready') }
}

/** What a verified doctor may have signed now, and the crowd they would stand in. */
export const showEntry = async (deps: Needs, { personId }: Pick<Registrant, 'personId'>): Promise<Entry> => {
  const { db } = deps
  const doctor = doctorIn(await readPerson(db, deps, personId))
  const { epoch, period } = periodsOfEntry(deps.clock.now())
  const { holders, labelOf } = await planFor(db, deps, [doctor], period)
  const [before, entered] = [await requestsOf(db, personId), await countEntered(db, deps)]
  const mine = before.find((request) => request.kind === 'label' && request.period === period)?.rung
  const label = mine ?? labelOf(doctor)
  const rootIssued = before.some(({ kind }) => kind === 'root')
  return {
    label,
    crowd: (holders.get(label) ?? 0) + (mine === undefined ? 1 : 0),
    entered: entered + (rootIssued ? 0 : 1),
    epoch,
    period,
    rootIssued,
    renewalIssued: before.some((request) => request.kind === 'renewal' && request.period === epoch),
    specialty: doctor.specialty as SpecialtyCode,
    country: doctor.country as CountryCode,
  }
}

/** Signs what one doctor asks for, unseen. */
export const requestTickets = async (
  deps: Needs,
  { personId }: Pick<Registrant, 'personId'>,
  requests: TicketRequests,
): Promise<SignedTickets> => {
  const signed = await openTogether(deps, [{ personId, requests }])
  return signed.get(personId) ?? refuse('issuing.not-signed')
}

/**
 * An opening: signs what these doctors ask for in one transaction, and nothing of it when one request is refused.
 * Each may be asked for again: the same bytes get the same answer, so a lost reply costs nothing; other bytes are refused.
 */
export const openTogether = async (
  deps: Needs,
  asking: readonly { readonly personId: string; readonly requests: TicketRequests }[],
): Promise<ReadonlyMap<string, SignedTickets>> => {
  const now = deps.clock.now()
  const asked = asking.map(({ personId, requests }) => ({ personId, requests: read(requests) }))
  return deps.db.transaction().execute(async (trx) => {
    const entries = await readEntries(trx)
    await checkBytes(
      entries,
      asked.flatMap(({ requests }) => requests),
    )
    const waiting = new Map<string, { doctor: Doctor; due: Asked[] }>()
    const replies = new Map<string, Map<Asked['kind'], Buffer>>()
    // In one order for everybody, so that two openings never wait for each other.
    for (const { personId, requests } of asked.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))) {
      const doctor = doctorIn(await holdPerson(trx, deps, personId))
      const { due, known } = await compare(trx, personId, requests)
      for (const { kind, period } of due) if (kind !== 'root') refuseIf(whyNoSigning(kind, period, now))
      waiting.set(personId, { doctor, due })
      replies.set(personId, known)
    }
    await checkLabels(trx, deps, [...waiting.values()])
    for (const [personId, { due }] of waiting) {
      const rows = []
      for (const { kind, period, rung, blinded } of due) {
        const key = await ticketKey(deps, kind, period, rung === '' ? null : rung)
        const signature = Buffer.from(blindSign(key, blinded))
        rows.push({ person_id: personId, kind, period, rung, blinded, signature, shuffle: anyPlace(deps.ids) })
        replies.get(personId)?.set(kind, signature)
      }
      await addRequests(trx, rows)
    }
    return new Map([...replies].map(([personId, signatures]) => [personId, reply(signatures)]))
  })
}

/** The signature of a blinded message, for whoever knows its hash. */
export const fetchSignature = async ({ db }: Pick<Deps, 'db'>, hash: string): Promise<{ signature: string }> => {
  const found = await findSignature(db, Buffer.from(hash, 'base64url'))
  return found ? { signature: toBase64url(found.signature) } : refuse('issuing.not-signed')
}

const doctorIn = (person: Person | null): Doctor => person?.doctor ?? refuse('issuing.not-verified')

const read = ({ root, renewal, label }: TicketRequests): Asked[] => {
  const bytes = (text: string): Buffer => Buffer.from(fromBase64url(text) ?? refuse('issuing.malformed'))
  return [
    ...(root === null ? [] : [{ kind: 'root', period: 0, rung: '', blinded: bytes(root) } as const]),
    ...(renewal === null ? [] : [{ kind: 'renewal', period: renewal.epoch, rung: '', blinded: bytes(renewal.blinded) } as const]),
    ...(label === null ? [] : [{ kind: 'label', period: label.period, rung: label.code, blinded: bytes(label.blinded) } as const]),
  ]
}

/** Refuses what no key of ours may touch, before anything is spent; a period or label without a listed key has none. */
const checkBytes = async (entries: readonly ManifestEntry[], requests: readonly Asked[]): Promise<void> => {
  const listed = new Map(entries.map((entry) => [requestKey({ ...entry, rung: entry.label ?? '' }), entry.publicKey]))
  const keys = new Map<string, Awaited<ReturnType<typeof readTicketKey>>>()
  for (const request of requests) {
    const name = requestKey(request)
    const publicKey = listed.get(name) ?? refuse(request.kind === 'label' ? 'issuing.label-changed' : 'issuing.period-closed')
    if (!keys.has(name)) keys.set(name, await readTicketKey(publicKey))
    const key = keys.get(name)
    if (!key || !isSignable(request.blinded, key)) refuse('issuing.malformed')
  }
}

/** Tells what was signed before from what is due; the same place with other bytes is refused. */
const compare = async (
  trx: Trx,
  personId: string,
  requests: readonly Asked[],
): Promise<{ due: Asked[]; known: Map<Asked['kind'], Buffer> }> => {
  const before = await requestsOf(trx, personId)
  const due: Asked[] = []
  const known = new Map<Asked['kind'], Buffer>()
  for (const request of requests) {
    // A second label in one quarter is another request too: it would tell one doctor from the rest of the crowd.
    const same = before.find(({ kind, period }) => kind === request.kind && period === request.period)
    if (!same) due.push(request)
    else if (same.rung === request.rung && same.blinded.equals(request.blinded)) known.set(request.kind, same.signature)
    else refuse('issuing.other-request')
  }
  return { due, known }
}

/** Refuses a label that is not the one its doctor is assigned now: labels are not chosen. */
const checkLabels = async (trx: Trx, deps: Needs, waiting: readonly { doctor: Doctor; due: readonly Asked[] }[]): Promise<void> => {
  const labels = waiting.flatMap(({ doctor, due }) =>
    due.filter(({ kind }) => kind === 'label').map(({ rung, period }) => ({ doctor, rung, period })),
  )
  for (const period of new Set(labels.map((label) => label.period))) {
    const asked = labels.filter((label) => label.period === period)
    const { labelOf } = await planFor(
      trx,
      deps,
      asked.map(({ doctor }) => doctor),
      period,
    )
    for (const { doctor, rung } of asked) if (labelOf(doctor) !== rung) refuse('issuing.label-changed')
  }
}

const reply = (signatures: ReadonlyMap<Asked['kind'], Buffer>): SignedTickets => {
  const of = (kind: Asked['kind']): string | null => {
    const signature = signatures.get(kind)
    return signature ? toBase64url(signature) : null
  }
  return { root: of('root'), renewal: of('renewal'), label: of('label') }
}

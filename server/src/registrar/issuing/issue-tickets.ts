import type { SignedTickets, TicketRequests } from '#contract/registrar/issuing.ts'
import { toBase64url } from '#tickets/base64url.ts'
import { blindSign } from '#tickets/sign.ts'
import type { Registrant } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { holdPerson } from '../persons/know-person.ts'
import { markRootsIssued } from '../persons/roots.ts'
import { lastRung, whyNoRoot, whyNoSigning } from './issuing.rules.ts'
import { keepRequests, readEntries } from './issuing.sql.ts'
import { ticketKey } from './keys.ts'
import { type Asked, checkBytes, compare, read } from './requests.ts'
import { type Doctor, doctorIn, planFor } from './show-entry.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets' | 'crowdMinimum' | 'props'>

/** Signs at once, unseen, what a doctor who enters alone asks for. */
export const requestTickets = async (
  deps: Needs & Pick<Deps, 'enterNow'>,
  { personId }: Pick<Registrant, 'personId'>,
  requests: TicketRequests,
): Promise<SignedTickets> => {
  const signed = await openTogether(deps, [{ personId, requests }])
  return signed.get(personId) ?? refuse('issuing.not-signed')
}

/**
 * Signs what these doctors ask for in one transaction, and nothing of it when one request is refused.
 * Each may be asked for again: the same bytes get the same answer, so a lost reply costs nothing; other bytes are refused.
 */
export const openTogether = async (
  deps: Needs & Pick<Deps, 'enterNow'>,
  asking: readonly { readonly personId: string; readonly requests: TicketRequests }[],
): Promise<ReadonlyMap<string, SignedTickets>> => {
  const now = deps.clock.now()
  const asked = asking.map(({ personId, requests }) => ({ personId, requests: read(requests) }))
  return deps.db.transaction().execute(async (trx) => {
    await checkBytes(
      await readEntries(trx),
      asked.flatMap(({ requests }) => requests),
    )
    const waiting = new Map<string, { doctor: Doctor; due: Asked[] }>()
    const replies = new Map<string, Map<Asked['kind'], Buffer>>()
    // In one order for everybody, so that two openings never wait for each other.
    for (const { personId, requests } of asked.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))) {
      const person = await holdPerson(trx, deps, personId)
      const doctor = doctorIn(person)
      const { due, known } = await compare(trx, personId, requests, 'sign')
      refuseIf(whyNoRoot(person?.rootIssued ?? false, due))
      if (due.length > 0 && !deps.enterNow) refuse('issuing.group-only')
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
      await keepRequests(trx, rows)
      if (rows.some(({ kind }) => kind === 'root')) await markRootsIssued(trx, [personId])
    }
    return new Map([...replies].map(([personId, signatures]) => [personId, reply(signatures)]))
  })
}

/** Refuses a label that is not the one its doctor is assigned now: labels are not chosen. Whoever takes theirs later enters with the last rung. */
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
    for (const { doctor, rung } of asked) if (rung !== lastRung && labelOf(doctor) !== rung) refuse('issuing.label-changed')
  }
}

const reply = (signatures: ReadonlyMap<Asked['kind'], Buffer>): SignedTickets => {
  const of = (kind: Asked['kind']): string | null => {
    const signature = signatures.get(kind)
    return signature ? toBase64url(signature) : null
  }
  return { root: of('root'), renewal: of('renewal'), label: of('label') }
}

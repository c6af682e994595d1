import type { Base64url } from '#tickets/base64url.ts'
import type { Ticket } from '#tickets/ticket.ts'
import type { AnswersArrival, EnterArrival, Rung, SignedArrival } from '../keys/fragments.ts'
import { type JoinPeriods, newestOf, type Opened, type Pending } from '../keys/tickets.ts'

/** A joining that is under way in this browser, as it outlives a page. */
export interface Joining {
  readonly seed: Base64url
  /** What the registrar lets this doctor ask for; null while only the words are here. */
  readonly asked: (JoinPeriods & Way) | null
  /** What waits at the registrar for the next group, in the order it answers; empty where nothing does. */
  readonly pending: readonly Pending[]
  /** Who waits with this doctor, as the registrar said last. */
  readonly group: AnswersArrival['group']
  /** The doctor has said that the words are on paper. */
  readonly written: boolean
  readonly tickets: Readonly<Record<'root' | 'renewal' | 'label', Ticket>> | null
}

/** How a doctor enters. */
interface Way {
  readonly how: 'now' | 'group'
  readonly k: number | null
  readonly rungs: readonly Rung[]
  readonly from: number
}

/** Where a joining stands. */
export type JoinStep =
  /** Nobody sent this doctor here. */
  | 'nothing'
  /** A joining stands in this browser, and somebody arrives to begin: the same doctor or another. */
  | 'whose'
  /** Signatures arrive, but the words they were asked with are not in this browser. */
  | 'words-elsewhere'
  | 'words'
  | 'signature'
  /** Handed in, and to be signed with the next group. */
  | 'waiting'
  | 'device'

type Arrival = EnterArrival | SignedArrival | AnswersArrival

/** The step to show, from what is kept and how somebody arrives; `claimed`: they have said that what is kept is theirs. */
export const stepOf = (kept: Joining | null, arrival: Arrival | null, claimed: boolean): JoinStep => {
  if (!kept) return arrival === null || arrival.step === 'answers' ? 'nothing' : arrival.step === 'enter' ? 'words' : 'words-elsewhere'
  if (arrival?.step === 'enter' && !claimed) return 'whose'
  if (kept.tickets) return 'device'
  if (!kept.written) return 'words'
  if (kept.asked && kept.group) return 'waiting'
  return kept.asked ? 'signature' : 'nothing'
}

/** A joining with what an arrival brings; signatures are for what was asked, so tickets that stand are kept. */
export const arrived = (joining: Joining, arrival: EnterArrival | SignedArrival): Joining => {
  const { epoch, period } = arrival
  if (arrival.step === 'enter') {
    const { label: code, how, k, rungs, from } = arrival
    return { ...joining, asked: { code, period, epoch, how, k, rungs, from }, pending: [], group: null, tickets: null }
  }
  const way = joining.asked ?? { how: 'now', k: null, rungs: [], from: 0 }
  return { ...joining, asked: { ...way, code: arrival.code, period, epoch } }
}

/** A joining whose group has entered, with its tickets; null while one of the three is missing. */
export const opened = (joining: Joining, tickets: readonly Opened[], now: Date): Joining | null => {
  const root = tickets.find(({ claim }) => claim.kind === 'root')
  const [renewal, label] = [newestOf('renewal', tickets, now), newestOf('label', tickets, now)]
  if (!joining.asked || !root || !renewal || label?.claim.kind !== 'label') return null
  return {
    ...joining,
    asked: { ...joining.asked, epoch: renewal.claim.period, code: label.claim.label, period: label.claim.period },
    pending: [],
    group: null,
    tickets: { root: root.ticket, renewal: renewal.ticket, label: label.ticket },
  }
}

/** Two different places among the twelve words, in order, from two random bytes. */
export const placesToCheck = ([first = 0, second = 0]: Uint8Array): readonly [number, number] => {
  const one = (first % 12) + 1
  const other = ((one + (second % 11)) % 12) + 1
  return one < other ? [one, other] : [other, one]
}

/** Whether a word was typed as it stands in the list; capitals and spaces do not matter. */
export const isSameWord = (typed: string, word: string | undefined): boolean => typed.trim().toLowerCase() === word

import type { Base64url } from '#tickets/base64url.ts'
import type { Ticket } from '#tickets/ticket.ts'
import type { EnterArrival, SignedArrival } from '../keys/fragments.ts'
import type { JoinPeriods } from '../keys/tickets.ts'

/** A joining that is under way in this browser, as it outlives a page. */
export interface Joining {
  readonly seed: Base64url
  /** What the registrar lets this doctor ask for; null while only the words are here. */
  readonly asked: (JoinPeriods & { readonly k: number | null }) | null
  /** The doctor has said that the words are on paper. */
  readonly written: boolean
  readonly tickets: Readonly<Record<'root' | 'renewal' | 'label', Ticket>> | null
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
  | 'device'

/** The step to show, from what is kept and how somebody arrives; `claimed`: they have said that what is kept is theirs. */
export const stepOf = (kept: Joining | null, arrival: EnterArrival | SignedArrival | null, claimed: boolean): JoinStep => {
  if (!kept) return arrival === null ? 'nothing' : arrival.step === 'enter' ? 'words' : 'words-elsewhere'
  if (arrival?.step === 'enter' && !claimed) return 'whose'
  if (kept.tickets) return 'device'
  if (!kept.written) return 'words'
  return kept.asked ? 'signature' : 'nothing'
}

/** A joining with what an arrival brings; signatures are for what was asked, so tickets that stand are kept. */
export const arrived = (joining: Joining, arrival: EnterArrival | SignedArrival): Joining => {
  const { epoch, period } = arrival
  if (arrival.step === 'enter') return { ...joining, asked: { code: arrival.label, period, epoch, k: arrival.k }, tickets: null }
  return { ...joining, asked: { code: arrival.code, period, epoch, k: joining.asked?.k ?? null } }
}

/** Two different places among the twelve words, in order, from two random bytes. */
export const placesToCheck = ([first = 0, second = 0]: Uint8Array): readonly [number, number] => {
  const one = (first % 12) + 1
  const other = ((one + (second % 11)) % 12) + 1
  return one < other ? [one, other] : [other, one]
}

/** Whether a word was typed as it stands in the list; capitals and spaces do not matter. */
export const isSameWord = (typed: string, word: string | undefined): boolean => typed.trim().toLowerCase() === word

import { pinsNamedIn, pinsRenumbered } from '#atlas/namedPins.ts'
import type { ShownComment } from '#contract/community/discussion.ts'
import type { PinForm, PinPlace } from '#contract/community/pins.ts'

/** A pin of a case, with what was said of it. */
export interface KnownPin {
  readonly number: number
  /** Null once its image is gone. */
  readonly place: PinPlace | null
  /** The comment that brought it. */
  readonly of: ShownComment
  /** Others that name it. */
  readonly namedBy: readonly ShownComment[]
}

/** What a comment says, as its author wrote it: a number is that whatever became of the words in a translation. */
const written = ({ text }: ShownComment): string => text?.original?.body ?? text?.body ?? ''

const numbersIn = (text: string): readonly number[] => [...new Set(pinsNamedIn(text).flatMap(({ number }) => number ?? []))]

/** Every pin of a case that stands, by its number. */
export const pinsOf = (comments: readonly ShownComment[]): ReadonlyMap<number, KnownPin> => {
  const naming = comments.map((comment) => ({ comment, numbers: numbersIn(written(comment)) }))
  return new Map(
    comments.flatMap((of) =>
      of.pins.map(({ number, place }) => {
        const namedBy = naming.filter(({ comment, numbers }) => comment !== of && numbers.includes(number)).map(({ comment }) => comment)
        return [number, { number, place, of, namedBy }] as const
      }),
    ),
  )
}

/** The pins that stand under a comment: of its own and those it names, the ones that what is shown of it does not lead to. */
export const pinsUnder = (comment: ShownComment, shown: string, known: ReadonlyMap<number, KnownPin>): readonly KnownPin[] => {
  const leads = numbersIn(shown).filter((number) => known.get(number)?.place)
  const numbers = new Set([...comment.pins.map(({ number }) => number), ...numbersIn(written(comment))])
  return [...numbers]
    .filter((number) => !leads.includes(number))
    .toSorted((a, b) => a - b)
    .flatMap((number) => known.get(number) ?? [])
}

const sentenceEnd = /(?<=[.!?…])\s+|\n+/gu
const most = 180

/** What a text says of a pin: the sentence that names it, else the first, as many whole words of it as have room. */
export const saidOf = (text: string, number: number): string => {
  const sentences = text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '')
  const said = sentences.find((sentence) => numbersIn(sentence).includes(number)) ?? sentences[0] ?? ''
  return said.length <= most ? said.trim() : `${said.slice(0, most).replace(/\s+\S*$/u, '')}…`
}

/** A comment that is being written, as far as pins matter. */
interface Begun {
  readonly text: string
  readonly pins?: readonly PinForm[]
}

const renumbered = <B extends Begun>(begun: B, pins: readonly PinForm[], first: number, gone: number | null = null): B => {
  const to = new Map<number, number | null>(pins.map(({ number }, at) => [number, first + at]))
  if (gone !== null) to.set(gone, null)
  return { ...begun, text: pinsRenumbered(begun.text, to), pins: pins.map((pin, at) => ({ ...pin, number: first + at })) }
}

/** What is being written with its pins numbered after all the case has; others may have put some meanwhile. */
export const fitted = <B extends Begun>(begun: B, known: ReadonlyMap<number, KnownPin>): B => {
  const { pins = [] } = begun
  const last = Math.max(0, ...known.keys())
  const first = pins[0]?.number
  return first === undefined || first > last ? begun : renumbered(begun, pins, last + 1)
}

/** With one more pin, numbered after all others. */
export const withPin = <B extends Begun>(
  begun: B,
  place: PinPlace,
  known: ReadonlyMap<number, KnownPin>,
): B & { pins: readonly PinForm[] } => {
  const { pins = [] } = begun
  const number = Math.max(0, ...known.keys(), ...pins.map((pin) => pin.number)) + 1
  return { ...begun, pins: [...pins, { number, ...place }] }
}

/** Without one: those after it move up, and where the text named it there is a question mark. */
export const withoutPin = <B extends Begun>(begun: B, number: number): B => {
  const { pins = [] } = begun
  const rest = pins.filter((pin) => pin.number !== number)
  return rest.length === pins.length ? begun : renumbered(begun, rest, pins[0]?.number ?? number, number)
}

/** Whether a text names a pin that is not there. */
export const namesNone = ({ text, pins = [] }: Begun, known: ReadonlyMap<number, KnownPin>): boolean =>
  pinsNamedIn(text).some(({ number }) => number === null) ||
  (known.size + pins.length > 0 && numbersIn(text).some((number) => !known.has(number) && !pins.some((pin) => pin.number === number)))

import type { ExplainedTerm, LanguageSpan, TextLanguage } from '#contract/shapes.ts'

/**
 * A stretch of a line: words, or an address that becomes a link. `language` where it is not that of the whole;
 * `held` where it stands in the original within a translation.
 */
export interface Span {
  readonly text: string
  readonly href: string | null
  readonly held: boolean
  readonly language: TextLanguage | null
  /** What it was in the original, where it is a term that explains itself. */
  readonly term: ExplainedTerm | null
}

/** A sentence whose translation is held back. */
export interface HeldSentence {
  readonly sentence: string
  readonly language: TextLanguage
}

/** What of a text is in another language than the rest, and what explains itself. */
interface Marks {
  readonly spans?: readonly LanguageSpan[]
  readonly terms?: readonly ExplainedTerm[]
  readonly held?: readonly HeldSentence[]
}

/** A paragraph of lines, or a list of items. */
export interface Block {
  readonly kind: 'paragraph' | 'list'
  readonly lines: readonly (readonly Span[])[]
}

const address = /\bhttps?:\/\/[^\s<>"«»“”]+/giu

/** What ends a sentence is not part of an address; a closing bracket is, where the address opened it. */
const withoutTail = (found: string): string => {
  let kept = found
  for (;;) {
    const shorter = /[.,;:!?…'’)\]]$/u.test(kept) ? kept.slice(0, -1) : kept
    if (shorter === kept) return kept
    if (kept.endsWith(')') && kept.split('(').length >= kept.split(')').length) return kept
    kept = shorter
  }
}

const unit =
  '%|‰|°C|[kcdmµμn]?g|kg|[mµμnp]?mol|mEq|[dcmµμ]?[lL]|[kcmµμn]?m|mmHg|cmH₂O|[mk]?U|[mk]?UI|[mk]?IU|bpm|lpm|h|min|s|d|kPa|Gy|[mµμ]?Sv|Hz|kcal'
const figureAndUnit = new RegExp(`(?<=\\d) (?=(?:${unit})(?![\\p{L}\\d]))`, 'gu')

/** A figure and its unit never part at the end of a line. */
export const keepUnits = (text: string): string => text.replace(figureAndUnit, '\u00a0')

type Part = Omit<Span, 'href'>

const nothing = { held: false, language: null, term: null } as const

/** A line parted at the sentences that are held back from translation. */
const heldIn = (line: string, held: readonly HeldSentence[], language: TextLanguage | null): readonly Part[] => {
  const found = held.find(({ sentence }) => sentence !== '' && line.includes(sentence))
  if (found === undefined) return line === '' ? [] : [{ ...nothing, text: line, language }]
  const at = line.indexOf(found.sentence)
  const rest = held.filter((candidate) => candidate !== found)
  return [
    ...heldIn(line.slice(0, at), rest, language),
    { ...nothing, text: found.sentence, held: true, language: found.language },
    ...heldIn(line.slice(at + found.sentence.length), held, language),
  ]
}

/** A line parted where its language changes, and at terms; `from` is where in the text it begins. */
const partsOf = (line: string, { spans = [], terms = [], held = [] }: Marks, from: number): readonly Part[] => {
  const within = [...spans.map((span) => ({ ...span, term: null })), ...terms.map((term) => ({ ...term, language: null, term }))]
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start - from), end: Math.min(line.length, mark.end - from) }))
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start)
  const ends = [0, ...within.flatMap(({ start, end }) => [start, end]), line.length]
  return ends.slice(1).flatMap((end, i) => {
    const start = ends[i] ?? 0
    const text = line.slice(start, end)
    const mark = within.find((other) => other.start === start && other.end === end)
    return mark?.term ? [{ ...nothing, text, term: mark.term }] : heldIn(text, held, mark?.language ?? null)
  })
}

/** A line with its addresses, its held sentences and its changes of language told apart. */
export const spansOf = (line: string, marks: Marks = {}, from = 0): readonly Span[] =>
  partsOf(line, marks, from).flatMap((part) =>
    linksIn(part.text).map(({ text, href }) => ({ ...part, text: href === null ? keepUnits(text) : text, href })),
  )

const linksIn = (line: string): readonly Pick<Span, 'text' | 'href'>[] => {
  const spans: Pick<Span, 'text' | 'href'>[] = []
  let from = 0
  for (const match of line.matchAll(address)) {
    const found = withoutTail(match[0])
    if (!URL.canParse(found)) continue
    if (match.index > from) spans.push({ text: line.slice(from, match.index), href: null })
    spans.push({ text: found, href: found })
    from = match.index + found.length
  }
  if (from < line.length) spans.push({ text: line.slice(from), href: null })
  return spans
}

/** A user's plain text as paragraphs, line breaks and lists of the lines that begin with "- ". */
export const blocksOf = ({ body, ...marks }: Marks & { readonly body: string }): readonly Block[] => {
  const blocks: { kind: Block['kind']; lines: (readonly Span[])[] }[] = []
  let goesOn = false
  let next = 0
  for (const ended of body.split(/(?<=\r\n|\r(?!\n)|\n)/)) {
    const line = ended.replace(/[\r\n]+$/, '')
    const from = next
    next += ended.length
    if (line.trim() === '') {
      goesOn = false
      continue
    }
    const bullet = /^\s*[-–•]\s+/u.exec(line)?.[0]
    const kind = bullet === undefined ? 'paragraph' : 'list'
    const before = bullet?.length ?? 0
    const spans = spansOf(line.slice(before).trimEnd(), marks, from + before)
    const last = blocks.at(-1)
    if (goesOn && last?.kind === kind) last.lines.push(spans)
    else blocks.push({ kind, lines: [spans] })
    goesOn = true
  }
  return blocks
}

/** A stretch of a line: words, or an address that becomes a link; `held` where it stands in the original within a translation. */
export interface Span {
  readonly text: string
  readonly href: string | null
  readonly held: boolean
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

/** A line parted at the sentences that are held back from translation. */
const partsOf = (line: string, held: readonly string[]): readonly { readonly text: string; readonly held: boolean }[] => {
  const sentence = held.find((candidate) => candidate !== '' && line.includes(candidate))
  if (sentence === undefined) return line === '' ? [] : [{ text: line, held: false }]
  const at = line.indexOf(sentence)
  const rest = held.filter((candidate) => candidate !== sentence)
  return [...partsOf(line.slice(0, at), rest), { text: sentence, held: true }, ...partsOf(line.slice(at + sentence.length), held)]
}

/** A line with its addresses and its held sentences told apart. */
export const spansOf = (line: string, held: readonly string[] = []): readonly Span[] =>
  partsOf(line, held).flatMap((part) =>
    linksIn(part.text).map(({ text, href }) => ({ text: href === null ? keepUnits(text) : text, href, held: part.held })),
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
export const blocksOf = (text: string, held: readonly string[] = []): readonly Block[] => {
  const blocks: { kind: Block['kind']; lines: (readonly Span[])[] }[] = []
  let goesOn = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      goesOn = false
      continue
    }
    const item = /^\s*[-–•]\s+(.*)$/su.exec(line)?.[1]
    const kind = item === undefined ? 'paragraph' : 'list'
    const spans = spansOf((item ?? line).trimEnd(), held)
    const last = blocks.at(-1)
    if (goesOn && last?.kind === kind) last.lines.push(spans)
    else blocks.push({ kind, lines: [spans] })
    goesOn = true
  }
  return blocks
}

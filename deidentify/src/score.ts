// How well findings agree with a marked set: the measures of the design's page on the privacy guard.

export interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly label: string
  /** False: found or not, it counts neither as caught nor as a false alarm. */
  readonly must: boolean
}
export interface FoundSpan {
  readonly start: number
  readonly end: number
  readonly kind: string
}
export interface MarkedText {
  readonly text: string
  readonly spans: readonly GoldSpan[]
  readonly found: readonly FoundSpan[]
}

export interface Tally {
  readonly tokens: number
  readonly tokensCaught: number
  readonly spans: number
  readonly spansCaught: number
}
export interface Score extends Tally {
  readonly texts: number
  readonly textsWithIdentifiers: number
  /** Texts of which at least one identifier is left. */
  readonly textsWithLeak: number
  readonly tokensFound: number
  /** Found, and marked by nobody. */
  readonly tokensFalse: number
  readonly byLabel: ReadonlyMap<string, Tally>
  /** False tokens by the kind they were taken for. */
  readonly falseByKind: ReadonlyMap<string, number>
}

interface Token {
  readonly start: number
  readonly end: number
}
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

const overlaps = (one: Token, other: Token): boolean => one.start < other.end && other.start < one.end

/** Every measure over a set of marked texts; a token is a run of letters and figures, caught when all of it is covered; labels do not count. */
export const score = (texts: readonly MarkedText[]): Score => {
  const byLabel = new Map<string, { tokens: number; tokensCaught: number; spans: number; spansCaught: number }>()
  const falseByKind = new Map<string, number>()
  let [tokens, tokensCaught, spans, spansCaught, tokensFound, tokensFalse, textsWithIdentifiers, textsWithLeak] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { text, spans: gold, found } of texts) {
    const all = tokensOf(text)
    const covered = new Uint8Array(text.length)
    for (const { start, end } of found) covered.fill(1, start, end)
    const isCovered = ({ start, end }: Token): boolean => covered.subarray(start, end).every((unit) => unit === 1)
    const wanted = gold.filter(({ must }) => must)
    let leaks = 0
    for (const span of wanted) {
      const tally = byLabel.get(span.label) ?? { tokens: 0, tokensCaught: 0, spans: 0, spansCaught: 0 }
      byLabel.set(span.label, tally)
      const own = all.filter((token) => overlaps(token, span))
      const caught = own.filter((token) =>
        isCovered({ start: Math.max(token.start, span.start), end: Math.min(token.end, span.end) }),
      ).length
      tally.tokens += own.length
      tally.tokensCaught += caught
      tally.spans += 1
      tokens += own.length
      tokensCaught += caught
      spans += 1
      if (caught === own.length) {
        tally.spansCaught += 1
        spansCaught += 1
      } else leaks += 1
    }
    if (wanted.length > 0) textsWithIdentifiers += 1
    if (leaks > 0) textsWithLeak += 1
    for (const token of all) {
      const by = found.find((span) => overlaps(token, span))
      if (!by || gold.some((span) => !span.must && overlaps(token, span) && !wanted.some((other) => overlaps(token, other)))) continue
      tokensFound += 1
      if (wanted.some((span) => overlaps(token, span))) continue
      tokensFalse += 1
      falseByKind.set(by.kind, (falseByKind.get(by.kind) ?? 0) + 1)
    }
  }
  return {
    texts: texts.length,
    textsWithIdentifiers,
    textsWithLeak,
    tokens,
    tokensCaught,
    spans,
    spansCaught,
    tokensFound,
    tokensFalse,
    byLabel,
    falseByKind,
  }
}

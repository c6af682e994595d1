/** A word as it was written, and without accents in small letters. */
export interface Word {
  readonly written: string
  readonly plain: string
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** The words and figures of a text; what joins or ends them is left out. */
export const wordsOf = (text: string): readonly Word[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((written) => ({ written, plain: withoutAccents(written).toLowerCase() }))

/** Words a typing error may be mended to: of four letters or more, without figures. */
export const wordsToMendBy = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => wordsOf(text).map(({ plain }) => plain)))].filter((word) => /^[a-z]{4,30}$/.test(word)).sort()

/** How many letters were added, left out, changed or swapped with their neighbour (optimal string alignment). */
export const typingErrors = (typed: string, word: string): number => {
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, index) => index)
  for (let at = 1; at <= typed.length; at++) {
    const next = [at]
    for (let to = 1; to <= word.length; to++) {
      const same = typed[at - 1] === word[to - 1]
      let least = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1))
      if (at > 1 && to > 1 && typed[at - 1] === word[to - 2] && typed[at - 2] === word[to - 1])
        least = Math.min(least, (before[to - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[word.length] ?? 0
}

/** What a word that stands nowhere was probably meant to be: one error in a short word, two in a long one. */
export const mend = (typed: string, alike: readonly string[]): readonly string[] => {
  const bearable = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2
  const near = alike.map((word) => ({ word, errors: typingErrors(typed, word) })).filter(({ errors }) => errors <= bearable)
  const least = Math.min(...near.map(({ errors }) => errors))
  return near
    .filter(({ errors }) => errors === least)
    .map(({ word }) => word)
    .slice(0, 3)
}

const [markStart, markEnd] = ['\u0002', '\u0003']

/** How the database marks the words it found in a passage. */
export const headlineOptions = `StartSel=${markStart}, StopSel=${markEnd}, MaxWords=32, MinWords=16, MaxFragments=1, FragmentDelimiter=" … "`

/** A passage as the database marked it, and the marks as offsets into its text. */
export const readHeadline = (headline: string): { text: string; marks: { start: number; end: number }[] } => {
  const marks: { start: number; end: number }[] = []
  let text = ''
  for (const piece of headline.replace(/\s+/g, ' ').trim().split(markStart)) {
    const [marked, rest] = piece.split(markEnd)
    if (rest === undefined) text += piece
    else {
      marks.push({ start: text.length, end: text.length + (marked?.length ?? 0) })
      text += `${marked}${rest}`
    }
  }
  return { text, marks }
}

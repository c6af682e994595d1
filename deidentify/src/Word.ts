import { fold } from './fold.ts'

export type Shape = 'lower' | 'title' | 'upper' | 'initial' | 'mixed'

/** A run of letters, without a possessive ending. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly folded: string
  readonly shape: Shape
  /** It is the first word of a sentence, line or list item. */
  readonly opens: boolean
  /** What stands between this word and the next. */
  readonly gap: string
}

const shapeOf = (text: string): Shape => {
  if (/^[a-z]+$/.test(text)) return 'lower'
  if (/^[A-Z][a-z]+$/.test(text)) return 'title'
  if (/^\p{Ll}/u.test(text))
    return /\p{Lu}/u.test(text) && !/^\p{Ll}['-]?\p{Lu}\p{Ll}+$/u.test(text) ? 'mixed' : /\p{Lu}/u.test(text) ? 'title' : 'lower'
  if (/^\p{Lu}$/u.test(text)) return 'initial'
  // María, shortened with a stop or with the letter for ª.
  if (text === 'M.a') return 'title'
  if (/^\p{Lu}+$/u.test(text)) return 'upper'
  if (/^\p{Lu}\p{M}*(?:['-]?\p{Lu}?[\p{Ll}\p{M}]+)+$/u.test(text) || /^(?:Mc|Mac|De|Di|Le|La|O')\p{Lu}\p{Ll}+$/u.test(text)) return 'title'
  return 'mixed'
}

/** The words of a text, in order. */
export const wordsOf = (text: string): readonly Word[] => {
  const found = [...text.matchAll(/(?<!\p{L})M\.a(?= \p{Lu})|\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*\.?ª?/gu)].map((match) => {
    const whole = match[0].replace(/[.ª]+$/, '')
    const bare = whole.replace(/'s$/i, '')
    return { start: match.index, text: bare, end: match.index + bare.length }
  })
  return found.map(({ start, end, text: word }, index) => {
    const before = text.slice(found[index - 1]?.end ?? 0, start)
    const after = found[index + 1]
    return {
      start,
      end,
      text: word,
      folded: fold(word),
      shape: shapeOf(word),
      opens: index === 0 || (before !== ' ' && (/[.!?:;\n•¿¡"(]/.test(before) || /^\s+-\s*$/.test(before))),
      gap: after ? text.slice(end, after.start) : text.slice(end),
    }
  })
}

/** Figures that measure something are no pins: `pins 2 and 3 mm apart`. */
const aloneAfter = String.raw`(?![\p{L}\d]|[.,]\d|\s?(?:[%‰°×]|(?:[mcµμ]?m|[mk]?g|m?l|h|min|s|d)(?!\p{L})))`
/** A question mark stands for a pin that is there no more: it is named all the same, so that those beside it are. */
const number = String.raw`(?:\d{1,4}${aloneAfter}|\?)`
const named = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:(?:pin|marca)[\s\u00a0]${number}|(?:pins|marcas)[\s\u00a0]${number}(?:(?:,\s?|\s(?:and|or|y|o|e|i)\s)${number})*)`,
  'giu',
)

/** A stretch of a text that names pins, as UTF-16 offsets. */
export interface NamedPin {
  readonly start: number
  readonly end: number
  /** Null where a question mark stands for it. */
  readonly number: number | null
}

/** Where a text names pins, in whichever language: `pin 2`, `marcas 2 y 3`. A number after the first of several stands for itself. */
export const pinsNamedIn = (text: string): readonly NamedPin[] =>
  [...text.matchAll(named)].flatMap((match) =>
    [...match[0].matchAll(/\d+|\?/gu)].map((digits, at) => ({
      start: match.index + (at === 0 ? 0 : digits.index),
      end: match.index + digits.index + digits[0].length,
      number: digits[0] === '?' ? null : Number(digits[0]),
    })),
  )

/** A text with its pins called by other numbers; a pin that is there no more leaves a question mark, and never another's number. */
export const pinsRenumbered = (text: string, to: ReadonlyMap<number, number | null>): string =>
  pinsNamedIn(text).reduceRight((changed, { end, number: before }) => {
    const after = before === null ? undefined : to.get(before)
    if (after === undefined) return changed
    return `${changed.slice(0, end - String(before).length)}${after ?? '?'}${changed.slice(end)}`
  }, text)

import { type DecimalMark, decimalSigns, readNumeral } from './figures.rules.ts'
import type { Language } from './Translator.ts'

const separated = /(?<![\p{L}\d\uE000-\uF8FF]|\p{L}[-.]|\d[.,])(?:\d+(?:[.,]\d+)+|\.\d+)(?!\d|[.,]\d)/gu

/**
 * Writes separated numerals (`2,8`, `85.000`) the way readers of the other language do; one that can be read in two ways is left alone.
 *
 * Spanish thousands are parted by a space, the one form that no Spanish-speaking country can mistake for decimals.
 */
export function localiseNumbers(text: string, { from, to, mark }: { from: Language; to: Language; mark: DecimalMark | null }): string {
  if (from === to) return text
  return text.replace(separated, (numeral) => {
    const reading = readNumeral(numeral, from, mark)
    return reading.kind === 'value' ? write(reading, to) : numeral
  })
}

function write({ integer, fraction }: { integer: string; fraction: string }, language: Language): string {
  if (decimalSigns[language] === ',') return [integer.length > 4 ? grouped(integer, '\u00a0') : integer, fraction].filter(Boolean).join(',')
  return [fraction === '' || integer.length > 4 ? grouped(integer, ',') : integer, fraction].filter(Boolean).join('.')
}

const grouped = (integer: string, separator: string) => integer.replace(/(?<=\d)(?=(?:\d{3})+$)/g, separator)

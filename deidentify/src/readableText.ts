/** The text with look-alike, full-width and invisible signs replaced, so that one pattern reads them all. */
export interface ReadableText {
  readonly text: string
  /** The offset in the original of each offset in `text`, its end included. */
  readonly original: (offset: number) => number
}

const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].map((letter, index) => [
    letter,
    [...'ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo'][index] ?? letter,
  ]),
)
const others: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '´': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '“': '"',
  '”': '"',
}

const invisible = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/
const plain = /^[\x20-\x7E\n\r\t\u00A1-\u00AC\u00AE-\u00FF]*$/

/** A letter of another script stands for its twin only beside Latin letters, so that Greek and Cyrillic words stay what they are. */
const isBesideLatin = (text: string, index: number): boolean =>
  /[A-Za-z]/.test(text[index - 1] ?? '') || /[A-Za-z]/.test(text[index + 1] ?? '')

/** Makes a text readable; one unit of the result stands for one unit of the original, or for a longer invisible stretch before it. */
export const readable = (original: string): ReadableText => {
  if (plain.test(original)) return { text: original, original: (offset) => offset }
  let text = ''
  const offsets: number[] = []
  for (let index = 0; index < original.length; index += 1) {
    const sign = original[index] ?? ''
    if (invisible.test(sign)) continue
    let read = others[sign] ?? sign
    if (/[\u00A0\u2000-\u200A\u202F\u3000]/.test(sign)) read = ' '
    else if (/[\uFF01-\uFF5E]/.test(sign)) read = String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
    else if (lookAlikes[sign] !== undefined && isBesideLatin(original, index)) read = lookAlikes[sign] ?? sign
    text += read
    offsets.push(index)
  }
  offsets.push(original.length)
  return { text, original: (offset) => offsets[offset] ?? original.length }
}

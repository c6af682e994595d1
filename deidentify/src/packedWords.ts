// A sorted list of words as one string: each word as the number of letters it shares with the word before (base 36, capitals), then the rest.

/** Packs sorted words of small letters, spaces and apostrophes. */
export const packWords = (sorted: readonly string[]): string => {
  let before = ''
  let packed = ''
  for (const word of sorted) {
    let shared = 0
    while (shared < Math.min(before.length, word.length, 35) && before[shared] === word[shared]) shared += 1
    packed += shared.toString(36).toUpperCase() + word.slice(shared)
    before = word
  }
  return packed
}

const isShared = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
const lineBreak = 10

/** The words of a packed list; line breaks in it are for the reader only. */
export const unpackWords = (packed: string): Set<string> => {
  const words = new Set<string>()
  let before = ''
  let at = 0
  while (at < packed.length) {
    const code = packed.charCodeAt(at)
    at += 1
    if (code === lineBreak) continue
    const from = at
    while (at < packed.length && !isShared(packed.charCodeAt(at)) && packed.charCodeAt(at) !== lineBreak) at += 1
    before = before.slice(0, code < 65 ? code - 48 : code - 55) + packed.slice(from, at)
    words.add(before)
  }
  return words
}

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

/** The words of a packed list; line breaks in it are for the reader only. */
export const unpackWords = (packed: string): Set<string> => {
  const words = new Set<string>()
  let before = ''
  for (const [, shared = '0', rest = ''] of packed.matchAll(/([0-9A-Z])([^0-9A-Z\n]*)/g)) {
    before = before.slice(0, Number.parseInt(shared, 36)) + rest
    words.add(before)
  }
  return words
}

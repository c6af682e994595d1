const singles: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ʻ: "'",
  '’': "'",
}

const plain = /^[A-Za-z]*$/

/** A word as the dictionaries have it: small letters without accents. */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[øłđðıßæœþʻ’]/g, (letter) => singles[letter] ?? letter)

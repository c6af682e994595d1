import type { Language } from './Translator.ts'

type Rule = readonly [RegExp, string]

/** What a transfer engine says by habit and no colleague would write. */
const rules: Record<Language, readonly Rule[]> = {
  es: [
    // The passive of an event, not of a state.
    [/(?<!\p{L})(?:estuvo|era)(?= (?:\p{L}+mente )?\p{L}{2,}[aiís][dt][oa](?!\p{L}))/giu, 'fue'],
    [/(?<!\p{L})(?:estuvieron|eran)(?= (?:\p{L}+mente )?\p{L}{2,}[aiís][dt][oa]s(?!\p{L}))/giu, 'fueron'],
    [/(?<!\p{L})y(?= h?i(?![aeouáéóú]))/gu, 'e'],
    [/(?<!\p{L})o(?= h?[oó])/gu, 'u'],
    [/(?<!\p{L})de el(?= \p{Ll})/gu, 'del'],
    [/(?<!\p{L})a el(?= \p{Ll})/gu, 'al'],
  ],
  ca: [
    [/(?<!\p{L})de el(?= \p{Ll})/gu, 'del'],
    [/(?<!\p{L})a el(?= \p{Ll})/gu, 'al'],
  ],
  en: [
    // What Spanish says of a figure: `es de 7,8`.
    [/(?<!\p{L})(is|was|are|were) of(?= (?:[<>≤≥~±] ?)?\d)/gu, '$1'],
    [/(?<![\p{L}\d])(a|(?<=^|[.:!?] )A)(?= (?:[aeio]|u(?!ni|se|su|ro|re|te|ti)|h(?:our|onest)))/gu, '$1n'],
    [/(?<![\p{L}\d])([Aa])n(?= (?:[bcdfgjklmnpqrstvwxyz]|uni|use|uro|ure|ute))/gu, '$1'],
  ],
}

/** Words that changed places leave the blank between them before a sign: it goes, unless the author left one before that sign too. */
const closedUp = (translated: string, source: string): string =>
  translated.replace(/(?<=\S) +([.,;:!?)])(?=\s|$)/gu, (blank, sign: string) => (source.includes(` ${sign}`) ? blank : sign))

/** Mends a translated sentence: its first letter, its question marks, its joints, its blanks. */
export function smoothed(translated: string, source: string, to: Language): string {
  let text = rules[to].reduce((said, [pattern, better]) => said.replace(pattern, better), closedUp(translated.trim(), source))
  if (to === 'es' && /\?\W*$/.test(text) && !text.includes('¿') && (text.match(/[.!?](?=\s)/g) ?? []).length === 0) text = `¿${text}`
  if (to === 'en') text = text.replace(/[¿¡]/g, '')
  return /^[\s"'“«([¿¡]*\p{Lu}/u.test(source)
    ? text.replace(/^([\s"'“«([¿¡]*)(\p{Ll})(?!\p{Lu})/u, (_, before, letter: string) => before + letter.toUpperCase())
    : text
}

import type { Language, Term } from './Translator.ts'

/*
 * Medicine's words are the same Greek and Latin in both languages and differ by rules of spelling and ending. A word neither the engine nor the
 * glossary knows is turned over by these rules, so that a reader finds `esplenomegalia` and not `splenomegaly`.
 */

type Ending = readonly [en: string, es: string, kind: 'm' | 'f' | 'b' | 'adj']

/** Longest first. The English side is read as a pattern. */
const endings: readonly Ending[] = [
  ['ectomy', 'ectomía', 'f'],
  ['otomy', 'otomía', 'f'],
  ['ostomy', 'ostomía', 'f'],
  ['oscopy', 'oscopia', 'f'],
  ['graphy', 'grafía', 'f'],
  ['ology', 'ología', 'f'],
  ['pathy', 'patía', 'f'],
  ['plasty', 'plastia', 'f'],
  ['metry', 'metría', 'f'],
  ['megaly', 'megalia', 'f'],
  ['trophy', 'trofia', 'f'],
  ['therapy', 'terapia', 'f'],
  ['plegia', 'plejía', 'f'],
  ['otic', 'ótico', 'adj'],
  ['ological', 'ológico', 'adj'],
  ['graphical', 'gráfico', 'adj'],
  ['graphic', 'gráfico', 'adj'],
  ['pathic', 'pático', 'adj'],
  ['ically', 'icamente', 'adj'],
  ['ation', 'ación', 'f'],
  ['ition', 'ición', 'f'],
  ['ction', 'cción', 'f'],
  ['tion', 'ción', 'f'],
  ['sion', 'sión', 'f'],
  ['aemia', 'emia', 'f'],
  ['emia', 'emia', 'f'],
  ['penia', 'penia', 'f'],
  ['itis', 'itis', 'f'],
  ['osis', 'osis', 'f'],
  ['lysis', 'lisis', 'f'],
  ['asis', 'asis', 'f'],
  ['oma', 'oma', 'm'],
  ['uria', 'uria', 'f'],
  ['algia', 'algia', 'f'],
  ['plasia', 'plasia', 'f'],
  ['gram', 'grama', 'm'],
  ['cyte', 'cito', 'm'],
  ['blast', 'blasto', 'm'],
  ['cillin', 'cilina', 'f'],
  ['mycin', 'micina', 'f'],
  ['micin', 'micina', 'f'],
  ['azole', 'azol', 'm'],
  ['statin', 'statina', 'f'],
  ['mab', 'mab', 'm'],
  ['nib', 'nib', 'm'],
  ['vir', 'vir', 'm'],
  ['pril', 'pril', 'm'],
  ['olol', 'olol', 'm'],
  ['sartan', 'sartán', 'm'],
  ['ity', 'idad', 'f'],
  ['ism', 'ismo', 'm'],
  ['logist', 'logo', 'm'],
  ['ist', 'ista', 'b'],
  ['ase', 'asa', 'f'],
  ['ine', 'ina', 'f'],
  ['in', 'ina', 'f'],
  ['one', 'ona', 'f'],
  ['ide', 'ido', 'm'],
  ['ate', 'ato', 'm'],
  ['ium', 'io', 'm'],
  ['ical', 'ico', 'adj'],
  ['ic', 'ico', 'adj'],
  ['ial', 'ial', 'adj'],
  ['al', 'al', 'adj'],
  ['ary', 'ario', 'adj'],
  ['ous', 'oso', 'adj'],
  ['ive', 'ivo', 'adj'],
  ['oid', 'oide', 'adj'],
  ['ible', 'ible', 'adj'],
  ['able', 'able', 'adj'],
  ['ular', 'ular', 'adj'],
  ['ar', 'ar', 'adj'],
]

/** What an unknown word most likely is in the other language, or null where no rule fits. */
export function cognateOf(written: string, from: Language): Term | null {
  const word = written.toLowerCase()
  if (!/^\p{Ll}{6,}$/u.test(word)) return null
  return from === 'en' ? fromEnglish(word) : fromSpanish(word)
}

function fromEnglish(word: string): Term | null {
  const singular = /[^suia]s$/.test(word) && !/(?:sis|itis)$/.test(word) ? word.slice(0, -1) : word
  for (const [en, es, kind] of endings) {
    if (!singular.endsWith(en) || singular.length - en.length < 2) continue
    if (kind === 'adj' && singular !== word) continue
    const stem = accented(spanishSpelling(singular.slice(0, -en.length)), es)
    return termOf(kind, singular, stem + es)
  }
  return null
}

/** An adjective in -ico has its stress, and so its accent, on the syllable before. */
function accented(stem: string, ending: string): string {
  if (ending !== 'ico') return stem
  return stem.replace(
    /([aeiou])([^aeiouáéíóú]*)$/,
    (_, vowel: string, rest: string) => ({ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' })[vowel]! + rest,
  )
}

function spanishSpelling(stem: string): string {
  return stem
    .replace(/^(?=s[^aeiouy])/, 'e')
    .replace(/^es(?=ch)/, 'es')
    .replace(/^psy/, 'psi')
    .replace(/^pn/, 'n')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/rrh/g, 'rr')
    .replace(/rh/g, 'r')
    .replace(/ch(?=[ei])/g, 'qu')
    .replace(/ch/g, 'c')
    .replace(/k(?=[eiy])/g, 'qu')
    .replace(/k/g, 'c')
    .replace(/[ao]e(?!r)/g, 'e')
    .replace(/y(?![aeiou])/g, 'i')
    .replace(/imm/g, 'inm')
    .replace(/([bdfglmpst])\1/g, '$1')
    .replace(/cc(?![ei])/g, 'c')
}

/** Spanish has one ending for two of English; the other is the more frequent. */
const onlyFromEnglish = new Set(['ine', 'ical', 'graphical', 'aemia'])

function fromSpanish(word: string): Term | null {
  for (const [en, es, kind] of endings) {
    if (onlyFromEnglish.has(en)) continue
    const found = formsOf(es, kind).find((ending) => word.endsWith(ending) && word.length - ending.length >= 2)
    if (found === undefined) continue
    const stem = word.slice(0, -found.length)
    const english = englishSpelling(stem.replace(/[áéíóú]/g, (vowel) => ({ á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' })[vowel]!)) + en
    return termOf(kind, english, stem + es)
  }
  return null
}

/** The endings a Spanish word of this kind can have in a text. */
function formsOf(es: string, kind: Ending[2]): readonly string[] {
  const feminine = kind === 'adj' && es.endsWith('o') ? [`${es.slice(0, -1)}a`] : []
  return [es, ...feminine].flatMap((ending) => [ending, /[aeiouí]$/.test(ending) ? `${ending}s` : `${ending.replace('ó', 'o')}es`])
}

/** Stems whose Greek letters Spanish has given up. */
const greek: readonly (readonly [RegExp, string])[] = (
  [
    ['^neumo', 'pneumo'],
    ['^psic', 'psych'],
    ['^psiqu', 'psychi'],
    ['^es(?=[cpt])', 's'],
    ['nefr', 'nephr'],
    ['eritr', 'erythr'],
    ['leuco', 'leuko'],
    ['linf', 'lymph'],
    ['tromb', 'thromb'],
    ['bronco', 'broncho'],
    ['torac', 'thorac'],
    ['faring', 'pharyng'],
    ['laring', 'laryng'],
    ['oftalm', 'ophthalm'],
    ['artr', 'arthr'],
    ['tiroid', 'thyroid'],
    ['cist', 'cyst'],
    ['cit(?=o)', 'cyt'],
    ['colangi', 'cholangi'],
    ['quimio', 'chemo'],
    ['isquem', 'ischem'],
    ['hiper', 'hyper'],
    ['hipo', 'hypo'],
    ['poli', 'poly'],
    ['^dis', 'dys'],
    ['mielo', 'myelo'],
    ['^mio', 'myo'],
    ['glic', 'glyc'],
    ['inm', 'imm'],
    ['ritm', 'rhythm'],
    ['hidr', 'hydr'],
    ['encefal', 'encephal'],
    ['patol', 'pathol'],
    ['morf', 'morph'],
    ['gangli', 'gangli'],
    ['carcino', 'carcino'],
    ['necr', 'necr'],
    ['fib', 'fib'],
    ['atrof', 'atroph'],
    ['metil', 'methyl'],
    ['cloro', 'chloro'],
    ['sinov', 'synov'],
    ['simp', 'symp'],
    ['sif', 'syph'],
    ['ft', 'phth'],
  ] as const
).map(([es, en]) => [new RegExp(es), en] as const)

const englishSpelling = (stem: string): string => greek.reduce((text, [es, en]) => text.replace(es, en), stem).replace(/ct?i(?=on$)/, '$&')

const termOf = (kind: Ending[2], en: string, es: string): Term => ({
  class: kind === 'adj' ? (es.endsWith('mente') ? 'adverb' : 'adjective') : 'noun',
  en,
  es,
  gender: kind === 'adj' ? null : kind === 'b' ? 'mf' : kind,
  plural: {},
  oneWay: null,
  specialties: [],
  isDrug: false,
})

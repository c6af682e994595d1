import { englishVerbForms, spanishVerbForms } from './inflection.rules.ts'
import type { Language, WordKind } from './Translator.ts'

/*
 * A word the engine does not know goes through it as a token: letters that say what kind of word it is, and which one of the sentence.
 * The engine's grammar bends the token (`the qxnfsaa`, `las qxnfpaa`), and the word is put in its place in the form the token came out in.
 */

const index = '[a-p][a-p]'

/** The token of a sentence's n-th word; null past the 256th. */
export function tokenFor(kind: WordKind, n: number): string | null {
  if (n >= 256) return null
  const letters = String.fromCharCode(97 + (n >> 4), 97 + (n & 15))
  switch (kind.class) {
    case 'noun':
      return `qxn${kind.gender}${kind.form}${letters}`
    case 'adjective':
      return `qxa${kind.ending}${kind.form}${letters}`
    case 'verb':
      return `qxv${kind.form}${letters}`
    case 'adverb':
      return `qxd${letters}`
    case 'preposition':
      return `qxr${letters}`
  }
}

const anyToken = /qx(?:n[mfb]([sp])|a[ox]([mf][sp])|v([a-z]{2})|[dr])([a-p])([a-p])(?![a-z])/gi

/** Puts words in the place of tokens; `wordFor` is told which one and in which form. */
export const withWordsForTokens = (text: string, wordFor: (n: number, form: string) => string): string =>
  text.replace(anyToken, (_, number, adjective, verb, high: string, low: string) =>
    wordFor(
      ((high.toLowerCase().charCodeAt(0) - 97) << 4) | (low.toLowerCase().charCodeAt(0) - 97),
      (number ?? adjective ?? verb ?? '').toLowerCase(),
    ),
  )

type Entry = { left: string; right: string; leftTags: string; rightTags: string }

/** Additions to an engine's dictionaries that make it take tokens for words: XML for `lt-comp`. */
export function tokenDictionaries(from: Language, to: Language): { analyser: string; bilingual: string; generator: string } {
  return {
    analyser: dictionary(formsIn(from).map(({ surface, lemma, tags }) => ({ left: surface, right: lemma, leftTags: '', rightTags: tags }))),
    bilingual: dictionary(bilingualEntries(from, to)),
    generator: dictionary(
      formsIn(to, true).map(({ surface, lemma, tags }) => ({ left: surface, right: lemma, leftTags: '', rightTags: tags })),
    ),
  }
}

type Form = { surface: string; lemma: string; tags: string }

/** Every token a language can have; one that is written needs one form for each reading, one that is read may have several readings. */
function formsIn(language: Language, written = false): readonly Form[] {
  const nouns = ['m', 'f', 'b'].flatMap((gender) =>
    ['s', 'p'].map((number) => {
      const genderTag = language === 'en' ? [] : [gender === 'b' ? 'mf' : gender]
      return form(`qxn${gender}${number}`, `qxn${gender}`, ['n', ...genderTag, number === 's' ? 'sg' : 'pl'])
    }),
  )
  return [...nouns, ...adjectivesIn(language), ...verbsIn(language, written), form('qxd', 'qxd', ['adv']), form('qxr', 'qxr', ['pr'])]
}

function adjectivesIn(language: Language): readonly Form[] {
  if (language === 'en') return ['o', 'x'].map((ending) => form(`qxa${ending}ms`, `qxa${ending}`, ['adj']))
  return ['o', 'x'].flatMap((ending) =>
    ['ms', 'fs', 'mp', 'fp'].flatMap((shape) => {
      const number = shape.endsWith('s') ? 'sg' : 'pl'
      const exact = form(`qxa${ending}${shape}`, `qxa${ending}`, ['adj', shape[0]!, number])
      return ending === 'o' ? [exact] : shape.startsWith('f') ? [] : [form(`qxax${shape}`, 'qxax', ['adj', 'mf', number])]
    }),
  )
}

function verbsIn(language: Language, written: boolean): readonly Form[] {
  if (language === 'es')
    return [
      ...spanishVerbForms.flatMap(({ code, readings }) =>
        readings.map((reading) => form(`qxv${code}`, 'qxv', ['vblex', ...reading.split('.')])),
      ),
      form('qxvsc', 'qxv', ['vblex', 'imp', 'p3', 'sg']),
      form('qxvsf', 'qxv', ['vblex', 'imp', 'p3', 'pl']),
      form('qxvpc', 'qxv', ['vblex', 'imp', 'p2', 'sg']),
    ]
  return [
    ...englishVerbForms.flatMap(({ code, readings }) =>
      readings
        .filter((reading) => !(written && reading === 'pp'))
        .map((reading) => form(`qxv${code}`, 'qxv', ['vblex', ...reading.split('.')])),
    ),
    ...(written ? [form('qxvpp', 'qxv', ['vblex', 'pp'])] : []),
  ]
}

function bilingualEntries(from: Language, to: Language): readonly Entry[] {
  const both = (lemma: string, fromTags: string[], toTags: string[]): Entry => ({
    left: lemma,
    right: lemma,
    leftTags: tagsOf(fromTags),
    rightTags: tagsOf(toTags),
  })
  const nouns = ['m', 'f', 'b'].map((gender) => {
    const tags = (language: Language) => (language === 'es' ? ['n', gender === 'b' ? 'mf' : gender] : ['n'])
    return both(`qxn${gender}`, tags(from), tags(to))
  })
  const mf = (language: Language) => (language === 'es' ? ['adj', 'mf'] : ['adj'])
  return [
    ...nouns,
    both('qxao', ['adj'], ['adj']),
    both('qxax', mf(from), mf(to)),
    both('qxv', ['vblex'], ['vblex']),
    both('qxd', ['adv'], ['adv']),
    both('qxr', ['pr'], ['pr']),
  ]
}

const form = (surface: string, lemma: string, tags: readonly string[]): Form => ({ surface, lemma, tags: tagsOf(tags) })

const tagsOf = (tags: readonly string[]) => tags.map((tag) => `<s n="${tag}"/>`).join('')

function dictionary(entries: readonly Entry[]): string {
  const tags = [...new Set(entries.flatMap(({ leftTags, rightTags }) => (leftTags + rightTags).match(/(?<=n=")[^"]+/g) ?? []))]
  const lines = entries.map(
    ({ left, right, leftTags, rightTags }) =>
      `<e><p><l>${left}</l><r>${right}</r></p><re>${index}</re><p><l>${leftTags}</l><r>${rightTags}</r></p></e>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<dictionary><alphabet>abcdefghijklmnopqrstuvwxyz</alphabet>',
    `<sdefs>${tags.map((tag) => `<sdef n="${tag}"/>`).join('')}</sdefs>`,
    `<section id="tokens" type="standard">${lines.join('\n')}</section></dictionary>`,
  ].join('\n')
}

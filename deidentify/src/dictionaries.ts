import { englishWords } from './dictionaries/englishWords.generated.ts'
import { givenNames } from './dictionaries/givenNames.generated.ts'
import { namesThatAreEnglish } from './dictionaries/namesThatAreEnglish.generated.ts'
import { places } from './dictionaries/places.generated.ts'
import { spanishStems } from './dictionaries/spanishStems.generated.ts'
import { surnames } from './dictionaries/surnames.generated.ts'
import type { Language } from './Identifier.ts'
import { unpackWords } from './packedWords.ts'
import { eponyms } from './words/eponyms.ts'
import { moreGivenNames } from './words/moreNames.ts'
import { namesThatAreSpanish } from './words/nameWords.es.ts'

/** The lists, unpacked when they are first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const given = once(() => {
  const names = unpackWords(givenNames)
  for (const name of moreGivenNames) names.add(name)
  return names
})
const families = once(() => unpackWords(surnames))
const towns = once(() => unpackWords(places))
const english = once(() => unpackWords(englishWords))
const spanish = once(() => unpackWords(spanishStems))
const englishNames = once(() => unpackWords(namesThatAreEnglish))

const englishEnding = /(?:s|es|ed|d|ing|ly|er|est|ness)$/
const isEnglish = (word: string): boolean => {
  const words = english()
  if (words.has(word)) return true
  for (const end of ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ness', "'s"])
    if (word.endsWith(end) && word.length - end.length >= 3) {
      const stem = word.slice(0, -end.length)
      if (words.has(stem) || ((end === 'ing' || end === 'er') && words.has(`${stem}e`))) return true
      if (/(.)\1$/.test(stem) && words.has(stem.slice(0, -1))) return true
    }
  return /(?:ies|ied)$/.test(word) && words.has(`${word.slice(0, -3)}y`) && englishEnding.test(word)
}

const spanishEndings =
  'ariamos aramos asemos ieramos iesemos iendo aremos eremos iremos aciones amiento imiento arlo arla arse erse irse ando aban aron ieron aste iste aba ada ado ido ida adas ados idos idas amos emos imos aran ieran cion mente ora oras ores or ita ito itas itos illa illo ar er ir an en as es os ia io a e o i s'.split(
    ' ',
  )
const isSpanish = (word: string): boolean => {
  const stems = spanish()
  if (word.length < 3) return stems.has(word)
  if (word.endsWith('mente')) return true
  for (const end of ['', ...spanishEndings]) {
    if (!word.endsWith(end) || word.length - end.length < 3) continue
    const stem = word.slice(0, word.length - end.length)
    if (stems.has(stem) || (end === 'cion' && stems.has(`${stem}c`))) return true
  }
  return false
}

/** Whether the language has a folded word, names and the endings of medicine left aside. */
export const isWordOf = (language: Language, word: string): boolean => (language === 'en' ? isEnglish(word) : isSpanish(word))

/** Whether a folded word has an ending that only words of medicine have. */
export const isMedical = (word: string): boolean => {
  for (let length = 2; length <= Math.min(longestEnding, word.length); length += 1) if (medicalEndings.has(word.slice(-length))) return true
  return false
}

/** Endings that only words of medicine, drugs and living things have. */
const medicalEndings: ReadonlySet<string> = new Set(
  `itis osis asis emia aemia oma omas omata pathy pathies patia patias ectomy ectomia otomy otomia ostomy ostomia oscopy oscopia graphy grafia gram grama plasty plastia algia uria rrhea rrhoea rrea lysis lisis trophy trofia plegia plejia paresis penia philia filia phobia fobia cyte cytes cito citos blast blastos genic genico genesis azole azol cillin cilina mycin micina floxacin floxacino cycline ciclina olol pril sartan dipine dipino statin statina mab nib vir parin parina prazole tidine setron triptan zepam zolam barbital caine caina dronate dronato gliptin gliflozin glutide platin platino rubicin taxel ine ase asa coccus coccal bacter bacterium bacteria ella ellosis viridae ae aceae virus toxin toxina globin globulin globulina oid oide oideo ular iform tomia tropic tropico scopic logic logical logia logico logy logist logo loga metry metria therapy terapia plasia plasma kinase quinasa sterol sterone gonadal ction sion tion cion ment miento ous ico ica icos icas ical mente idad ness ability ism ismo`.split(
    ' ',
  ),
)
const longestEnding = Math.max(...[...medicalEndings].map(({ length }) => length))

/** What the dictionaries know of a folded word. */
export interface Knowledge {
  readonly isGiven: boolean
  readonly isSurname: boolean
  /** It is an everyday word or a word of medicine, in the language of the text. */
  readonly isCommon: boolean
  /** The language has the word, whether it is a name too or not. */
  readonly isEveryday: boolean
  /** Medicine has named something after it. */
  readonly isEponym: boolean
}

/** So many words are remembered that a text is read twice as fast, and so few that a server does not grow. */
const remembered = 20_000
const seenWords = { en: new Map<string, Knowledge>(), es: new Map<string, Knowledge>() }

/** Looks folded words up, in one language. */
export const know = (language: Language): ((word: string) => Knowledge) => {
  const seen = seenWords[language]
  return (word) => {
    const before = seen.get(word)
    if (before) return before
    const parts = word.split(/['-]/).filter((part) => part.length > 1)
    const some = (names: ReadonlySet<string>): boolean =>
      names.has(word) || names.has(word.replace(/'/g, '')) || parts.some((part) => names.has(part))
    const isGiven = some(given())
    const isSurname = some(families())
    const isName = isGiven || isSurname
    const everyday =
      language === 'en'
        ? isName
          ? englishNames().has(word)
          : isEnglish(word) || isMedical(word)
        : isName
          ? namesThatAreSpanish.has(word)
          : isSpanish(word) || isMedical(word)
    const isEveryday = everyday || (language === 'en' ? isEnglish(word) : isSpanish(word)) || isMedical(word)
    const found = {
      isGiven,
      isSurname,
      isCommon: everyday,
      isEveryday,
      isEponym: eponyms.has(word) || parts.some((part) => eponyms.has(part)),
    }
    if (seen.size > remembered) seen.clear()
    seen.set(word, found)
    return found
  }
}

/** Whether a folded name of one or several words is a place. */
export const isPlace = (name: string): boolean => towns().has(name)

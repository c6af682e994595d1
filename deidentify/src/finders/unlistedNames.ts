import { isMedical, isPlace } from '../dictionaries.ts'
import type { Word } from '../Word.ts'
import { isCountry } from '../words/countries.ts'
import { eponymHeads, eponymNouns } from '../words/eponyms.ts'
import { institutions, neverNames } from '../words/notNames.ts'
import { agedBeside, humanVerbs, particles, roleInBrackets } from '../words/titles.ts'
import { isUnlisted } from './isUnlisted.ts'
import type { Reading } from './Reading.ts'
import type { Run } from './Run.ts'

const person = {
  en: '(?:man|woman|male|female|boy|girl|patient|pt|lady|gentleman|infant|child|baby|toddler|veteran|teenager|adult|person|individual|student|worker|teacher|farmer|driver|name|yo|y/o|\\d+ ?[mf]|year-old)',
  es: '(?:hombre|mujer|var[óo]n|ni[ñn][oa]|paciente|pte|pcte|se[ñn]or[a]?|joven|lactante|beb[ée]|anciano|anciana|reci[ée]n nacid[oa]|adolescente|estudiante|trabajador[a]?|a[ñn]os|nombre|\\d+ ?a)',
} as const
/** A comma after a sentence part that is about a person: a name may stand beside it. */
const besidePerson = {
  en: new RegExp(`(?<!\\p{L})${person.en}(?!\\p{L})[^.;:\\n]{0,90}[,(] ?$`, 'iu'),
  es: new RegExp(`(?<!\\p{L})${person.es}(?!\\p{L})[^.;:\\n]{0,90}[,(] ?$`, 'iu'),
} as const
const rightBesidePerson = {
  en: new RegExp(`(?<!\\p{L})${person.en} ?,? ?\\(?$`, 'iu'),
  es: new RegExp(`(?<!\\p{L})${person.es} ?,? ?\\(?$`, 'iu'),
} as const
const about = {
  en: /(?<!\p{L})(?:like|similar to|such as|named?|called|particularly|especially|for|with|of|by|from|to|about|per|saw|seen|met|told|contact|call|ring|reviewed|examined|discharged|regarding|re:?) $/iu,
  es: /(?<!\p{L})(?:como|seg[úu]n|a|con|por|de|para|sobre|llamad[oa]|nombre|avisar a|vimos a|operamos a|respecto a) $/iu,
} as const
/** After these stands a person, whatever the name ends in. */
const surelyAbout = {
  en: /(?<!\p{L})(?:like|similar to|named?|called|according to|told|about|regarding|saw|met|contact|add|refer(?:ring)?|(?:spoke|discussed|met|agreed)(?: [\p{L} ]{0,24})? with|consent from) $/iu,
  es: /(?<!\p{L})(?:como|seg[úu]n|llamad[oa]|sobre|(?:avisar|incluir|derivar|remitir|vimos|vi|vemos|operamos|oper[ée]|atendimos|valoramos|revisamos) a|(?:comentamos|hablamos|hablado|comentado)(?: [\p{L} ]{0,24})? con) $/iu,
} as const
/** Whose mother somebody is. */
const kin = {
  en: /^'s (?:mum|mom|mother|dad|father|parents?|wife|husband|partner|son|daughter|brother|sister|grandmother|grandfather|family|carer)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:madre|padre|padres|mujer|marido|pareja|esposa|esposo|hij[oa]s?|herman[oa]s?|abuel[oa]|familia|cuidadora?) de $/iu,
} as const
/** "my patient X", "I spoke with X": one unknown word is enough. */
const surelySomebody = {
  en: /(?<!\p{L})(?:(?:my|our|this|dear|poor|young|little) (?:patient |friend )?|(?:spoke|talk(?:ed)?|chat(?:ted)?|met|agreed|discussed)(?: [\p{L} ]{0,24})? with )$/iu,
  es: /(?<!\p{L})(?:(?:estimad[oa]|querid[oa]|apreciad[oa]) |(?:mi|nuestr[oa]) paciente |(?:habl[ée]|hablamos|hablado|comentado|charl[ée])(?: [\p{L} ]{0,24})? con )$/iu,
} as const
/** "X Y, a 54-year-old teacher", "X Y, profesora de 54 años" */
const described = /^, (?:an? )?(?:\d{1,3}(?:,|[ -]?y|[ -]?year|[ -]?a[ñn]os)|(?:\p{Ll}+ ){1,4}de \d{1,3} a[ñn]os)/u
const ends =
  /^(?:[,.;:?!)\n]|'s|$| (?:who|was|is|has|had|with|in|on|at|from|and|last|that|aged|seen|treated|admitted|que|fue|es|ha|con|en|de|y|to|for|will|que|a|se|no|nada|ingresad|tratad|vist))/
/** Endings that drugs, germs and tissues share; without a sign of a person they are no name. */
const substance = /(?:ide|ate|ato|ic|ico|ica|ine|one|ona|in|ina|phil|al|um|us|is|ii|ae|ol|ole|lan|can)$/
const measured = /^ ?(?:\d|%|mg|mcg|µg|®|™|\((?!\d{1,3}(?:[,) ]|y|m|f|a))[^\p{L}]|\([\p{Lu}\d-]{2,8}\))/u

/** Runs of words that no list has, where a text says by its grammar that they are somebody. */
export const unlistedNames = (reading: Reading, taken: ReadonlySet<number>, namesAThing: (from: number, to: number) => boolean): Run[] => {
  const { text, words, inSmall, language, know } = reading
  const runs: Run[] = []
  const at = (index: number): Word | undefined => words[index]
  const isStrange = (index: number): boolean => {
    const word = at(index)
    return word !== undefined && !taken.has(index) && !inSmall.has(word.folded) && isUnlisted(reading, word)
  }
  const isListed = (index: number): boolean => {
    const word = at(index)
    if (!word || taken.has(index) || word.shape !== 'title' || neverNames.has(word.folded) || institutions.has(word.folded)) return false
    const { isGiven, isSurname, isEveryday } = know(word.folded)
    return (isGiven || isSurname) && !isEveryday
  }
  /** A word of every day that is written as a name: enough beside a name, or before what only a person does. */
  const isCased = (index: number): boolean => {
    const word = at(index)
    if (!word || taken.has(index) || word.shape !== 'title' || word.text.length < 3) return false
    if (neverNames.has(word.folded) || institutions.has(word.folded) || eponymHeads.has(word.folded) || inSmall.has(word.folded))
      return false
    const { isGiven, isSurname } = know(word.folded)
    return isGiven || isSurname || (language === 'es' && !isMedical(word.folded))
  }
  /** A sentence's first word of every day, which is no part of a name: "In", "Today", "Sadly". */
  const isOpener = (index: number): boolean => {
    const word = at(index)
    return (
      word?.opens === true &&
      know(word.folded).isEveryday &&
      !isMedical(word.folded) &&
      (word.text.length < 6 || /(?:ly|mente|day)$/.test(word.folded))
    )
  }
  const isInitial = (index: number): boolean => at(index)?.shape === 'initial' && at(index)?.text !== 'X' && !taken.has(index)
  const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text)
  const isVerb = (index: number): boolean => at(index)?.shape === 'lower' && humanVerbs[language].has(at(index)?.folded ?? '')

  for (let index = 0; index < words.length; index += 1) {
    if (!isStrange(index) && !isListed(index) && !(language === 'es' && isCased(index))) continue
    let to = index + 1
    let strange = isStrange(index) ? 1 : 0
    let full = 1
    let initials = 0
    let cased = isStrange(index) || isListed(index) ? 0 : 1
    for (let next = to; next < words.length && next - to < 3; next += 1) {
      if (!/^(?: |-|\. ?)$/.test(words[next - 1]?.gap ?? '')) break
      if (/^\./.test(words[next - 1]?.gap ?? '') && !isInitial(next - 1)) break
      if (isStrange(next) || isListed(next)) {
        if (isStrange(next)) strange += 1
        full += 1
        to = next + 1
      } else if (isCased(next)) {
        cased += 1
        full += 1
        to = next + 1
      } else if (isInitial(next) && / /.test(words[next - 1]?.gap ?? '')) {
        initials += 1
        to = next + 1
      } else if (!(at(next)?.shape === 'lower' && particles.has(at(next)?.folded ?? '') && !/^[yei]$/.test(at(next)?.folded ?? ''))) break
    }
    const run = words.slice(index, to)
    const [first, last] = [run[0], run.at(-1)]
    const speaks = isVerb(to) && /^,? $/.test(last?.gap ?? '')
    const isKin = kin[language].test(
      language === 'en'
        ? text.slice(last?.end ?? 0, (last?.end ?? 0) + 20)
        : text.slice(Math.max(0, (first?.start ?? 0) - 16), first?.start),
    )
    if (!first || !last || (strange === 0 && !(speaks && full >= 2) && !isKin)) {
      index = to - 1
      continue
    }
    const end = last.shape === 'initial' && text[last.end] === '.' ? last.end + 1 : last.end
    const hasInitials = isInitial(index - 1) && /^\.? ?$/.test(words[index - 1]?.gap ?? '')
    const leading = text.slice(Math.max(0, first.start - 140), first.start)
    const before = hasInitials ? leading.replace(/(?:\p{Lu}\.? ?)+$/u, '') : leading
    const after = text.slice(end, end + 24)
    const whole = run.map(({ folded }) => folded).join(' ')
    const isInsideTitle =
      (isCapital(at(index - 1)) &&
        !hasInitials &&
        /^ ?-? ?$/.test(words[index - 1]?.gap ?? '') &&
        !/^(?:patient|pt|paciente|pte|la|el|de|dear|estimad[oa]|querid[oa]|apreciad[oa])$/.test(at(index - 1)?.folded ?? '') &&
        !neverNames.has(at(index - 1)?.folded ?? '') &&
        !isOpener(index - 1)) ||
      (isCapital(at(to)) && /^[ -]$/.test(last.gap))
    const take = (confidence: number): void => {
      runs.push({ from: index, to, reason: 'likely-name', confidence })
    }
    const isBeside = besidePerson[language].test(before) && ends.test(after)
    const isOwn = cased === 0 || isStrange(index) || isListed(index)
    const isAbout = about[language].test(before) && ends.test(after)
    if (
      !isInsideTitle &&
      !run.some(({ folded }) => eponymNouns.has(folded)) &&
      !isCountry(whole) &&
      !isPlace(whole) &&
      !namesAThing(index, to) &&
      !measured.test(after)
    ) {
      const isSubstance = run.filter(({ shape }) => shape === 'title').every((word) => substance.test(word.folded))
      if (full >= 2) {
        const isPlain =
          !isSubstance &&
          cased === 0 &&
          run.every(({ text: item }) => item.length > 3 || item.length === 1) &&
          run.some(({ gap }, offset) => gap === ' ' && offset < run.length - 1)
        if (
          speaks ||
          (isBeside && isOwn) ||
          /^'s /.test(after) ||
          roleInBrackets.test(after) ||
          described.test(text.slice(end, end + 50)) ||
          (surelyAbout[language].test(before) && ends.test(after))
        )
          take(0.75)
        else if (isPlain || (isAbout && isOwn && !isSubstance)) take(0.65)
      } else if (initials > 0) {
        if (
          speaks ||
          isBeside ||
          agedBeside.test(after) ||
          rightBesidePerson[language].test(before) ||
          (isAbout && !isSubstance && text[last.end] === '.')
        )
          take(0.7)
      } else if (isKin || (surelySomebody[language].test(before) && ends.test(after))) take(0.7)
      else if (
        hasInitials &&
        (isBeside || (isAbout && !isSubstance) || (/(?:^|\n|, )$/.test(before) && ends.test(after) && !isSubstance))
      ) {
        while (isInitial(index - 1)) index -= 1
        take(0.65)
      } else if (first.opens && agedBeside.test(after)) take(0.65)
      else if (
        (speaks && (first.opens || /, $/.test(before))) ||
        (rightBesidePerson[language].test(before) && /, $|\($/.test(before) && /^[,)]/.test(after) && !isSubstance)
      )
        take(0.6)
      else if (
        first.opens &&
        /^, $/.test(last.gap) &&
        (isStrange(to) || isListed(to)) &&
        (isVerb(to + 1) || /^ (?:was|is|has|fue|es|ha) /.test(text.slice(at(to)?.end ?? 0)))
      ) {
        to += 1
        take(0.65)
      }
    }
    if (runs.at(-1)?.to === to) index = to - 1
  }
  return runs
}

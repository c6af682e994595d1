import { isMedical, isPlace, isWordOf } from '../dictionaries.ts'
import type { Hit, Reason } from '../Identifier.ts'
import type { Word } from '../Word.ts'
import { isCountry } from '../words/countries.ts'
import { eponymHeads, eponymNouns } from '../words/eponyms.ts'
import { moreGivenNames, plainlyGivenNames } from '../words/moreNames.ts'
import { institutions, neverNames } from '../words/notNames.ts'
import {
  agedBeside,
  humanVerbs,
  introductions,
  particles,
  personVerbs,
  relations,
  roleInBrackets,
  smallTitles,
  titles,
} from '../words/titles.ts'
import { isUnlisted } from './isUnlisted.ts'
import type { Reading } from './Reading.ts'
import type { Run } from './Run.ts'
import { unlistedNames } from './unlistedNames.ts'

/** What the staff of a hospital is called for short. */
const staff = {
  en: /(?<![\p{L}\d])(?:SpR|StR|SHO|FY[12]|F[12]|ST[1-8]|CT[1-3]|ANP|ENP|HCA|RN|NP|PA) (?=\p{Lu}\p{Ll}{2})/gu,
  es: /(?<![\p{L}\d])(?:MIR|R[1-5]|DUE|FEA|TCAE|EIR) (?=\p{Lu}\p{Ll}{2})/gu,
} as const
/** "patient J.D., 45M" */
const initialsOfPatient =
  /(?<=(?<!\p{L})(?:[Pp]atient|[Pp]t|[Pp]aciente|[Pp]te|[Pp]cte|[Ii]nitials|[Ii]niciales):? )(?:\p{Lu}\. ?){2,4}(?!\p{L})/gu
/** "DE LA CRUZ, Ernesto" */
const familyFirst = /(?<=^|\n|[:(•] ?|- )(\p{Lu}{2,}(?:[ '-]\p{Lu}{2,}){0,3}), \p{Lu}\p{Ll}+/gu
const petNames: ReadonlySet<string> = new Set(moreGivenNames)
const isRoman = (text: string): boolean => /^[IVX]+[ab]?$/.test(text)

const articles = new Set('de del la las los el von y e d un una and the or tipo hermana'.split(' '))

/** Joins two words of one name: a space, a hyphen, or the full stop of an initial. */
const joins = (one: Word, next: Word): boolean =>
  /^(?: {1,2}|-| *- *|ª ?|\.ª ?)$/.test(one.gap) && !one.gap.includes('\n')
    ? true
    : one.text.length === 1 &&
      /^\. ?$/.test(one.gap) &&
      (next.shape !== 'lower' || /^(?:de|del|van|von|der|den|da|la|le|al|el)$/.test(next.folded))

const isCapital = ({ shape }: Word): boolean => shape === 'title' || shape === 'initial' || shape === 'upper' || shape === 'mixed'

/** Finds people's names, and then every place where one of them stands again. */
export const findNames = (reading: Reading): Hit[] => {
  const { text, words, language, know } = reading
  const english = language === 'en'
  const word = (index: number): Word | undefined => words[index]
  const folded = (index: number): string => words[index]?.folded ?? ''

  const isFirm = (index: number): boolean => {
    const { isGiven, isSurname, isCommon } = know(folded(index))
    return (isGiven || isSurname) && !isCommon && !neverNames.has(folded(index))
  }
  /** In small letters it is a name only if the language has no such word, or if it is too frequent a name. */
  const isNameInSmall = (item: string): boolean => plainlyGivenNames.has(item) || petNames.has(item) || !know(item).isEveryday
  const isNameless = (index: number): boolean => {
    const { isGiven, isSurname, isCommon } = know(folded(index))
    return neverNames.has(folded(index)) || (isCommon && !isGiven && !isSurname)
  }

  const isSecondHalf = (index: number): boolean =>
    !know(folded(index)).isEveryday && know(folded(index - 1)).isGiven && !know(folded(index - 1)).isEponym

  /** The end of a capitalised run from here, particles and initials included. */
  const runEnd = (from: number, accepts: (index: number) => boolean): number => {
    let to = from
    let index = from
    while (index < words.length) {
      const current = word(index) as Word
      if (index > from) {
        const before = word(index - 1) as Word
        if (!joins(before, current)) break
      }
      if (isCapital(current) && accepts(index)) {
        index += 1
        to = index
      } else if (index > from && current.shape === 'lower' && particles.has(current.folded) && index - to < 3) index += 1
      // "Hyun-woo Kang"
      else if (index === to && index > from && current.shape === 'lower' && word(index - 1)?.gap === '-' && isSecondHalf(index)) {
        index += 1
        to = index
      } else break
    }
    return to
  }

  const namesAThing = (from: number, to: number): boolean => {
    const before = folded(from - 1)
    const beforeThat = folded(from - 2)
    for (let index = to; index < Math.min(to + 3, words.length); index += 1) {
      const between = text.slice(words[to - 1]?.end ?? 0, words[index]?.start)
      if (/[.;:\n]|, /.test(between)) break
      if (eponymNouns.has(folded(index))) return true
      if (!isCapital(word(index) as Word) && !['and', 'y', 'o', 'or', 'like', 'e'].includes(folded(index)) && index > to) break
    }
    if (!english || eponymHeads.has(before) || eponymHeads.has(beforeThat)) {
      for (let back = from - 1; back >= Math.max(0, from - 8); back -= 1) {
        const between = text.slice(words[back]?.end ?? 0, words[back + 1]?.start)
        if (/[.;:\n)]/.test(between)) break
        if (eponymHeads.has(folded(back)) && back < from - 1) {
          const among = words.slice(back + 1, from)
          if (among.every((item) => articles.has(item.folded) || know(item.folded).isEponym || (isCapital(item) && among.length < 7)))
            return true
        }
        if (!articles.has(folded(back)) && !isCapital(word(back) as Word)) break
      }
    }
    return /^\s*(?:et al|y cols?\b|and co(?:lleagues|workers)|y colaboradores|cols?\.|\(?\d{4}\)|®|™)/.test(
      text.slice(words[to - 1]?.end ?? 0),
    )
  }

  const runs: Run[] = []
  const taken = new Set<number>()
  const take = (from: number, to: number, reason: Reason, confidence: number): void => {
    let end = to
    while (end > from + 1 && particles.has(folded(end - 1)) && word(end - 1)?.shape === 'lower') end -= 1
    for (let index = from; index < end; index += 1) taken.add(index)
    runs.push({ from, to: end, reason, confidence })
  }

  const startsName = (index: number): boolean => {
    const current = word(index)
    // X stands for a name that was taken out.
    return current !== undefined && isCapital(current) && current.text !== 'X' && !neverNames.has(current.folded)
  }
  const isStop = (index: number): boolean => neverNames.has(folded(index)) || institutions.has(folded(index))
  /** A name is expected here: every capitalised word that is not plainly something else belongs to it. */
  const expectedEnd = (from: number): number =>
    runEnd(
      from,
      (index) =>
        !isStop(index) &&
        (index === from ||
          (word(index)?.shape !== 'mixed' && !(word(index)?.shape === 'upper' && isNameless(index)) && (!english || !isNameless(index)))),
    )

  for (let index = 0; index < words.length; index += 1) {
    const current = word(index) as Word
    if (taken.has(index)) continue

    const isTitle = titles[language].has(current.folded) && (isCapital(current) || smallTitles[language].has(current.folded))
    if (isTitle && /^[.ª]{0,2} *$/.test(current.gap) && !isAfterVitamin(text, current, folded(index - 1))) {
      let from = index + 1
      while (word(from)?.shape === 'lower' && particles.has(folded(from)) && from < index + 4) from += 1
      while (titles[language].has(folded(from)) && word(from)?.shape !== 'lower' && startsName(from + 1)) from += 1
      const next = word(from)
      // "Mrs K was told": somebody has taken the name out already.
      const isLetterOnly = next?.shape === 'initial' && /^,? /.test(next.gap) && word(from + 1)?.shape === 'lower'
      const needsDot = current.text.length === 1 && !/\./.test(current.gap)
      if (
        next &&
        startsName(from) &&
        !needsDot &&
        !isLetterOnly &&
        !(
          current.text.length === 1 &&
          isNameless(from) &&
          !(word(from + 1)?.shape === 'title' && next.gap === ' ') &&
          !/^(?:a|con|de|por|para|que)$/.test(folded(index - 1))
        )
      ) {
        take(english && /^d(?:r|octor)$/.test(current.folded) ? index : from, expectedEnd(from), 'title-before-name', 0.95)
        index = from - 1
        continue
      }
      const small = know(folded(from))
      const isSmallName =
        (small.isGiven || small.isSurname) &&
        (isNameInSmall(folded(from)) || !(humanVerbs[language].has(folded(from)) || personVerbs[language].has(folded(from))))
      // "Father had a stent": a title that is a relation or a calling, too, says nothing of the word after it.
      const isUnknown =
        smallTitles[language].has(current.folded) &&
        !small.isEveryday &&
        !isMedical(folded(from)) &&
        !/^d(?:r|ra|octora?)$/.test(current.folded)
      if (
        next?.shape === 'lower' &&
        next.text.length > 2 &&
        smallTitles[language].has(current.folded) &&
        (isSmallName || isUnknown) &&
        !isStop(from) &&
        /^\.? $/.test(word(from - 1)?.gap ?? '')
      ) {
        let to = from + 1
        while (to < from + 3 && word(to)?.shape === 'lower' && word(to - 1)?.gap === ' ' && isFirm(to)) to += 1
        take(from, to, 'title-before-name', 0.85)
        continue
      }
    }

    const isRelation =
      relations[language].has(current.folded) || (current.folded === 'law' && text.slice(current.start - 4, current.start) === '-in-')
    if (isRelation && current.shape === 'lower') {
      const from = /^,? $/.test(current.gap) || /^ \($/.test(current.gap) ? index + 1 : -1
      const next = word(from)
      const isThing = eponymHeads.has(folded(index - 1)) || eponymHeads.has(folded(index - 2)) || eponymHeads.has(folded(index - 3))
      if (next && startsName(from) && next.shape === 'title' && next.text.length > 2 && !isThing && !institutions.has(next.folded)) {
        const { isGiven, isSurname, isEponym } = know(next.folded)
        const isNamed = isGiven || isSurname || (!isPlace(next.folded) && !isMedical(next.folded) && !isEponym)
        if (!namesAThing(from, from + 1) && isNamed && !(isNameless(from) && new RegExp(`\\b${next.text.toLowerCase()}\\b`).test(text))) {
          take(from, expectedEnd(from), 'relation-before-name', 0.9)
          continue
        }
      }
      if (
        next?.shape === 'lower' &&
        know(next.folded).isGiven &&
        isNameInSmall(next.folded) &&
        !neverNames.has(next.folded) &&
        next.text.length > 2
      ) {
        let to = from + 1
        if (word(to)?.shape === 'lower' && word(to - 1)?.gap === ' ' && isFirm(to) && know(folded(to)).isSurname) to += 1
        take(from, to, 'relation-before-name', 0.8)
        continue
      }
    }

    const introduction = introductionAt(reading, index)
    if (introduction > 0) {
      const from = introduction
      const next = word(from)
      const firm = next && know(next.folded)
      if (
        next &&
        startsName(from) &&
        !titles[language].has(next.folded) &&
        next.shape !== 'upper' &&
        firm &&
        !(firm.isCommon && !firm.isGiven && !firm.isSurname) &&
        !namesAThing(from, expectedEnd(from))
      ) {
        const patientOnly = /^(?:patient|pt|paciente|pte|pcte|alias|firma|signed)$/.test(current.folded)
        const end = expectedEnd(from)
        if (!firm.isEponym && (firm.isGiven || firm.isSurname || (!patientOnly && !isPlace(next.folded) && !firm.isCommon))) {
          take(from, end, 'label-before-name', 0.85)
          continue
        }
      }
      if (next?.shape === 'lower' && firm?.isGiven && isNameInSmall(next.folded) && !neverNames.has(next.folded) && next.text.length > 2) {
        let to = from + 1
        while (to < from + 3 && word(to)?.shape === 'lower' && word(to - 1)?.gap === ' ' && isFirm(to)) to += 1
        if (to > from + 1 || /^(?:named|called|llamad[oa]|llama|nombre)$/.test(current.folded)) {
          take(from, to, 'label-before-name', 0.8)
          continue
        }
      }
      // Typed in a hurry, with nothing any list has: "pt xio varne, 44m", "named xio".
      const isNamed = /^(?:named|called|llamad[oa]|llama)$/.test(words[introduction - 1]?.folded ?? '')
      let to = from
      while (
        to < from + 3 &&
        word(to)?.shape === 'lower' &&
        folded(to).length > 2 &&
        !isEveryday(reading, folded(to)) &&
        (to === from || word(to - 1)?.gap === ' ')
      )
        to += 1
      const isAged = /^,? ?\(?\d{1,3} ?(?:y|m|f|a\b|años)/i.test(text.slice(word(to - 1)?.end ?? 0))
      if (to > from && next?.shape === 'lower' && !neverNames.has(next.folded) && (isNamed || (to === from + 2 && isAged)))
        take(from, to, 'label-before-name', 0.7)
    }
  }

  for (const [from, to] of labelledNames(reading)) {
    if (!words.slice(from, to).every((_, offset) => taken.has(from + offset))) take(from, to, 'label-before-name', 0.95)
  }

  for (let index = 0; index < words.length; index += 1) {
    if (taken.has(index)) continue
    const current = word(index) as Word
    if (isCapital(current) && !neverNames.has(current.folded)) {
      const accepts = (at: number): boolean => {
        const { shape, folded: item, text: written } = word(at) as Word
        const { isGiven, isSurname, isEveryday: isWord } = know(item)
        if (taken.has(at) || neverNames.has(item) || shape === 'mixed') return false
        if (shape === 'upper') return (isGiven || isSurname) && !isWord && !isRoman(written)
        if (english || at === index) return !isNameless(at)
        return !isNameless(at) || (shape === 'title' && !institutions.has(item) && !isMedical(item) && !eponymHeads.has(item))
      }
      const end = runEnd(index, accepts)
      if (end > index) {
        const run = likelyName(index, end)
        if (run) take(run.from, run.to, run.reason, run.confidence)
        index = Math.max(index, (run?.to ?? end) - 1)
      }
      continue
    }
    // Two names in small letters, as typed in a hurry.
    const [first, second] = [know(current.folded), know(folded(index + 1))]
    if (
      current.shape === 'lower' &&
      current.gap === ' ' &&
      word(index + 1)?.shape === 'lower' &&
      first.isGiven &&
      !first.isCommon &&
      !first.isEponym &&
      current.text.length > 2 &&
      folded(index + 1).length > 2 &&
      second.isSurname &&
      !second.isCommon &&
      !neverNames.has(current.folded) &&
      !neverNames.has(folded(index + 1)) &&
      !particles.has(folded(index + 1)) &&
      (plainlyGivenNames.has(current.folded) ||
        (!isEveryday(reading, current.folded) && (english || !isEveryday(reading, folded(index + 1)))))
    )
      take(index, index + 2, 'likely-name', 0.7)
    // One name in small letters, with what somebody is to the patient after it: "d/w sarah (his wife)".
    else if (
      current.shape === 'lower' &&
      current.text.length > 2 &&
      first.isGiven &&
      !neverNames.has(current.folded) &&
      (plainlyGivenNames.has(current.folded) || !first.isEveryday) &&
      /^ ?[,(] ?$/.test(current.gap) &&
      /^(?:his|her|the|their|su|la|el)$/.test(folded(index + 1)) &&
      relations[language].has(folded(index + 2))
    )
      take(index, index + 1, 'likely-name', 0.7)
  }

  function likelyName(from: number, to: number): Run | null {
    const first = word(from) as Word
    const known = Array.from({ length: to - from }, (_, offset) => know(folded(from + offset)))
    const shapes = words.slice(from, to)
    const plain = (offset: number): boolean =>
      shapes[offset]?.shape === 'title' || shapes[offset]?.shape === 'upper' || shapes[offset]?.shape === 'mixed'
    if (shapes.some(({ shape }, offset) => shape === 'initial' && shapes[offset]?.gap === '-')) return null
    const isAllCaps = shapes.every(({ shape, text: item }) => shape === 'upper' || item.length === 1)
    const firmGiven = known.findIndex(({ isGiven, isCommon, isEponym }, offset) => isGiven && !isCommon && !isEponym && plain(offset))
    const givenCount = known.filter(({ isGiven, isCommon }, offset) => isGiven && !isCommon && plain(offset)).length
    const surnameCount = known.filter(({ isSurname, isCommon }, offset) => isSurname && !isCommon && plain(offset)).length
    const weakCount = known.filter(({ isGiven, isSurname, isCommon }, offset) => (isGiven || isSurname) && isCommon && plain(offset)).length
    const unknown = known.filter(
      ({ isGiven, isSurname, isCommon }, offset) =>
        !isGiven &&
        !isSurname &&
        (!isCommon || (!english && offset > 0)) &&
        shapes[offset]?.shape === 'title' &&
        !particles.has(shapes[offset]?.folded ?? ''),
    ).length
    const initials = shapes.filter(({ shape, text: item }) => shape === 'initial' && item.length === 1).length
    const length = shapes.filter(({ shape }) => shape !== 'lower').length
    const next = folded(to)
    const followed = personVerbs[language].has(next) && /^,? /.test(word(to - 1)?.gap ?? '')
    const allEponyms = known.every(({ isEponym }, offset) => isEponym || !plain(offset))
    const whole = shapes.map(({ folded: item }) => item).join(' ')
    if (
      isCountry(whole) ||
      /^(?:south|north|east|west|northern|southern|eastern|western) |(?: |-)(?:county|province|district|region|scale|score|test|index|sign|criteria|syndrome|disease|stain|blot)$/.test(
        whole,
      )
    )
      return null
    if (!isAllCaps && known.some((_, offset) => shapes[offset]?.shape === 'upper' && (offset === 0 || firmGiven !== 0))) return null
    if (namesAThing(from, to) || isMaker(text, first, word(to - 1) as Word)) return null
    if (/^x[ -]?ray|^gene? /.test(whole) || eponymHeads.has(first.folded)) return null
    if (isPlace(whole) && (length > 1 || !followed)) return null
    if (
      isAllCaps &&
      (length < 2 || givenCount === 0 || known.some(({ isGiven, isSurname }, offset) => !isGiven && !isSurname && plain(offset)))
    )
      return null
    const make = (reason: Reason, confidence: number, start = from, end = to): Run => ({ from: start, to: end, reason, confidence })

    if (length >= 2) {
      const isShortened =
        initials > 0 &&
        known[0]?.isGiven === true &&
        plain(0) &&
        /^\.|^[,;)?\n]|^$/.test(text.slice(words[to - 1]?.end ?? 0, (words[to - 1]?.end ?? 0) + 1))
      if (isShortened && length === 2) return make('likely-name', 0.75)
      if (allEponyms && !followed && !(known[0]?.isGiven && known.length === 2 && known[1]?.isSurname && !first.opens && first.gap === ' '))
        return null
      const named = givenCount + surnameCount
      if (firmGiven >= 0 && (named >= 2 || weakCount > 0 || unknown > 0 || initials > 0)) {
        const start = firmGiven > 0 && first.opens && !known[0]?.isGiven && !known[0]?.isSurname ? from + firmGiven : from
        if (start === to - 1) return followed ? make('known-name', 0.75, start) : single(start)
        return make(named >= 2 ? 'known-name' : 'likely-name', named >= 2 ? 0.9 : 0.8, start)
      }
      if (known[0]?.isGiven && !first.opens && (surnameCount > 0 || initials > 0) && plain(0)) return make('likely-name', 0.75)
      if (known[0]?.isGiven && surnameCount > 0 && !known[1]?.isEponym && plain(0)) return make('likely-name', 0.7)
      if (surnameCount >= 2 && !english && !shapes.every(({ folded: item }) => isWordOf('en', item))) return make('likely-name', 0.75)
      if (surnameCount >= 1 && initials > 0 && known.every(({ isEponym }) => !isEponym) && length === 2) return make('likely-name', 0.6)
      if (known.some(({ isEponym }) => isEponym)) return null
      const isAged = /^,? ?\(?(?:an? |aged |de )?\d{1,3}(?: ?(?:y|m|f|a[ñn]os|-year|year|,|\)))/i.test(text.slice(words[to - 1]?.end ?? 0))
      const areBoth = known[0]?.isGiven && known.at(-1)?.isSurname && shapes.every(({ shape }) => shape === 'title')
      if (
        areBoth &&
        (humanVerbs[language].has(next) || (followed && !/^(?:and|y|no|se|can|will)$/.test(next)) || isAged || (!english && !first.opens))
      )
        return make('likely-name', 0.65)
      if (followed && named + unknown >= 2 && named + unknown + initials === length) return make('likely-name', 0.65)
      return null
    }
    return single(from)
  }

  function single(at: number): Run | null {
    const current = word(at) as Word
    const { isGiven, isSurname, isCommon, isEponym } = know(current.folded)
    if (current.shape !== 'title' || isRoman(current.text) || current.text.length < 3 || isCommon || isEponym || !isGiven) return null
    const followed =
      (personVerbs[language].has(folded(at + 1)) && /^,? /.test(current.gap)) ||
      (current.opens && agedBeside.test(text.slice(current.end, current.end + 16))) ||
      roleInBrackets.test(text.slice(current.end, current.end + 24))
    if (isPlace(current.folded) && !followed) return null
    if (namesAThing(at, at + 1)) return null
    const before = text.slice(Math.max(0, current.start - 12), current.start)
    if (/[(/-]$|\b(?:de|del|of|by|the|in|en)\s(?:la )?$/i.test(before) && !followed) return null
    if (followed || (!isSurname && !current.opens && isOnlyGiven(reading, current.folded)))
      return { from: at, to: at + 1, reason: 'known-name', confidence: followed ? 0.75 : 0.5 }
    return null
  }

  for (const match of text.matchAll(staff[language])) {
    const from = words.findIndex(({ start }) => start === match.index + match[0].length)
    const first = word(from)
    if (first && !taken.has(from) && (isUnlisted(reading, first) || (isFirm(from) && !isMedical(first.folded))))
      take(from, expectedEnd(from), 'title-before-name', 0.8)
  }
  for (const match of text.matchAll(initialsOfPatient)) {
    const from = words.findIndex(({ start }) => start === match.index)
    const to = words.findIndex(({ start }) => start >= match.index + match[0].length)
    if (from >= 0 && !taken.has(from)) take(from, to < 0 ? words.length : to, 'label-before-name', 0.75)
  }
  for (const match of text.matchAll(familyFirst)) {
    const given = words.findIndex(({ start }) => start === match.index + (match[1]?.length ?? 0) + 2)
    const from = words.findIndex(({ start }) => start === match.index)
    if (from < 0 || given < 0 || taken.has(from) || !know(folded(given)).isGiven || know(folded(given)).isCommon) continue
    take(from, expectedEnd(given), 'likely-name', 0.8)
  }
  for (const { from, to, reason, confidence } of unlistedNames(reading, taken, namesAThing)) take(from, to, reason, confidence)

  const hits: Hit[] = runs.map(({ from, to, reason, confidence }) => ({
    start: words[from]?.start ?? 0,
    end: withInitialStop(text, words[to - 1] as Word),
    kind: 'name',
    reason,
    confidence,
  }))
  return [...hits, ...seenBefore(reading, runs, taken, namesAThing)]
}

const isAfterVitamin = (text: string, { start, text: title }: Word, before: string): boolean =>
  title.length === 1 &&
  (/^(?:vitamina|vitamin|hepatitis|grupo|factor|tipo|clase|estadio|grado|dimero|fraccion|lado|lobulo|ojo|proteina|h)$/.test(before) ||
    /[\d/-]\s?$/.test(text.slice(0, start)))

/** The maker of a drug or device, as papers name it: "(Sonos 100 CF, Hewlett Packard, Massachusetts)". */
const isMaker = (text: string, first: Word, last: Word): boolean => {
  const before = text.slice(Math.max(0, first.start - 60), first.start)
  const after = text.slice(last.end, last.end + 40)
  if (
    /^,? ?(?:Ltd|Inc|SA\b|S\.A|SL\b|GmbH|GMBH|AG\b|Corp|Co\b|LLC|Laborator|Pharma|Instruments|Medi|Healthcare|Surgical|Scientific|Systems|Diagnostic)/.test(
      after,
    )
  )
    return true
  return (
    /[®™] ?[,(]? ?$/.test(before) ||
    (/\([^()]*[,;:] ?$/.test(before) && /^(?:,|;) ?\p{Lu}[\p{L} .,]*\)|^ ?\p{Lu}?[\p{L} ]*, \p{Lu}[\p{L} .]*\)/u.test(after))
  )
}

/** A full stop after the initial of a shortened surname belongs to the name unless a sentence ends there. */
const withInitialStop = (text: string, { end, text: last }: Word): number => (last.length === 1 && text[end] === '.' ? end + 1 : end)

/** In small letters a word is a name only if the language has no such word. */
const isEveryday = ({ know }: Reading, folded: string): boolean => know(folded).isEveryday

const isOnlyGiven = ({ know }: Reading, folded: string): boolean => {
  const { isGiven, isSurname, isCommon, isEponym } = know(folded)
  return isGiven && !isSurname && !isCommon && !isEponym
}

interface Introduction {
  readonly parts: readonly string[]
  /** It is an abbreviation: a full stop may follow. */
  readonly isShort: boolean
}
const byFirstWord = (phrases: readonly string[]): ReadonlyMap<string, readonly Introduction[]> => {
  const found = new Map<string, Introduction[]>()
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    const [first = ''] = parts
    found.set(first, [...(found.get(first) ?? []), { parts, isShort: /^(?:pt|pte|pcte|fdo)$/.test(phrase) }])
  }
  return found
}
const introductionsByFirst = { en: byFirstWord(introductions.en), es: byFirstWord(introductions.es) }

/** The index of the word after a phrase that introduces a name, or 0. */
const introductionAt = ({ words, language, text }: Reading, index: number): number => {
  for (const { parts, isShort } of introductionsByFirst[language].get(words[index]?.folded ?? '') ?? []) {
    if (!parts.every((part, offset) => words[index + offset]?.folded === part)) continue
    const last = words[index + parts.length - 1]
    const next = words[index + parts.length]
    if (!last || !next) continue
    const gap = text.slice(last.end, next.start)
    if (/^:? ?["(]?$|^, ?$| - ?$/.test(gap) || (isShort && gap === '. ')) return index + parts.length
  }
  return 0
}

const nameLabel =
  /(?:^|[\n.;]|\s{2,})[ \t]*(?:nombre(?: y apellidos)?|apellidos?(?: y nombre)?|(?:primer|segundo) apellido|m[ée]dico(?: responsable)?|paciente|firmado|fdo|remitido por|especialidad|facultativo|doctor|name|full name|first name|last name|surname|patient(?: name)?|physician|attending|consultant|referred by|signed|gp|next of kin|nok|interpreter|carer|witness|informant|contact|key ?worker|int[ée]rprete|cuidador[a]?|familiar|contacto|testigo|informante|tutor[a]?)[ \t]*[:.=][ \t]*/gi

/** Runs of words after a label such as "Nombre:", up to the end of the field. */
const labelledNames = ({ text, words, know }: Reading): [from: number, to: number][] => {
  const found: [number, number][] = []
  for (const label of text.matchAll(nameLabel)) {
    const start = label.index + label[0].length
    let from = words.findIndex((candidate) => candidate.start >= start)
    if (from < 0 || !/^[\s"]*$/.test(text.slice(start, words[from]?.start))) continue
    const isWeak =
      /interpreter|carer|witness|informant|contact|worker|int[ée]rprete|cuidador|familiar|testigo|tutor|paciente|patient|especialidad|doctor|physician|consultant|gp|facultativo|signed/i.test(
        label[0],
      )
    while (titles.es.has(words[from]?.folded ?? '') && /^[.:ª]* ?$/.test(words[from]?.gap ?? '')) from += 1
    let to = from
    for (let index = from; index < words.length; index += 1) {
      const current = words[index] as Word
      // "Name: Ng, Wei Jie"
      const isTurned =
        index === from + 1 &&
        words[index - 1]?.gap === ', ' &&
        current.shape !== 'lower' &&
        (know(current.folded).isGiven || know(current.folded).isSurname)
      if (index > from && !isTurned && !/^(?:[ \t]+|-|\. ?|['´] ?|\.?ª ?)$/.test(words[index - 1]?.gap ?? '')) break
      if (index > from && /^\. ?$/.test(words[index - 1]?.gap ?? '') && (words[index - 1]?.text.length ?? 0) > 2) break
      const { isGiven, isSurname, isCommon } = know(current.folded)
      if (current.shape === 'lower' && !particles.has(current.folded) && !(isGiven || isSurname)) break
      if (
        (neverNames.has(current.folded) || institutions.has(current.folded)) &&
        !particles.has(current.folded) &&
        !(/nombre|name|apellido/i.test(label[0]) && !/^[ \t]*:/.test(current.gap))
      )
        break
      if (isCommon && !isGiven && !isSurname && !particles.has(current.folded) && isWeak && index === from) break
      if (current.shape === 'upper' && isWeak && !((isGiven || isSurname) && !isCommon)) break
      to = index + 1
    }
    while (to > from && particles.has(words[to - 1]?.folded ?? '') && words[to - 1]?.shape === 'lower') to -= 1
    const isSome = words.slice(from, to).some(({ folded }) => know(folded).isGiven || know(folded).isSurname)
    if (to > from && (!isWeak || (isSome && (to - from > 1 || !know(words[from]?.folded ?? '').isCommon)))) found.push([from, to])
  }
  return found
}

/** A name that was found once is found wherever its words or its initials stand again. */
const seenBefore = (
  { text, words, know }: Reading,
  runs: readonly Run[],
  taken: ReadonlySet<number>,
  namesAThing: (from: number, to: number) => boolean,
): Hit[] => {
  const remembered = new Map<string, number>()
  const initials = new Set<string>()
  for (const { from, to, confidence } of runs) {
    if (confidence < 0.75) continue
    const parts = words.slice(from, to).filter(({ text: part, shape }) => part.length > 2 && shape !== 'initial' && shape !== 'mixed')
    for (const { folded } of parts)
      if (!particles.has(folded) && !neverNames.has(folded) && !titles.en.has(folded))
        remembered.set(folded, Math.max(remembered.get(folded) ?? 0, confidence))
    const letters = words.slice(from, to).filter(({ shape, folded }) => shape !== 'lower' && !titles.en.has(folded))
    if (letters.length >= 2 && letters.length <= 4 && confidence >= 0.75)
      initials.add(letters.map(({ text: part }) => part[0]?.toUpperCase()).join(''))
  }
  const hits: Hit[] = []
  words.forEach((current, index) => {
    if (taken.has(index)) return
    const confidence = remembered.get(current.folded)
    if (confidence === undefined) return
    const { isCommon, isEponym, isEveryday: isWord } = know(current.folded)
    if (isRoman(current.text) || current.shape === 'mixed') return
    if (current.opens && /^(?: \p{Ll}+){0,3} ?:/u.test(text.slice(current.end, current.end + 40))) return
    if (/^x-?$/i.test(words[index - 1]?.text ?? '')) return
    const isSmall = current.shape === 'lower'
    if (isSmall && (isWord || isEponym)) return
    if ((isEponym || isCommon) && (current.opens || namesAThing(index, index + 1))) return
    if (namesAThing(index, index + 1) && (isWord || isEponym || confidence < 0.75)) return
    hits.push({ start: current.start, end: current.end, kind: 'name', reason: 'name-seen-before', confidence: confidence - 0.1 })
  })
  for (const letters of initials) {
    const pattern = new RegExp(`(?<![\\p{L}.])${[...letters].join('\\. ?')}\\.(?!\\p{L})`, 'gu')
    for (const match of text.matchAll(pattern))
      hits.push({ start: match.index, end: match.index + match[0].length, kind: 'name', reason: 'name-seen-before', confidence: 0.6 })
  }
  return hits
}

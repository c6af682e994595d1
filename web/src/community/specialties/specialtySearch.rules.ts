import { type SpecialtyCode, specialties } from '#atlas/specialties.ts'
import { specialtyAliases } from '#atlas/specialtyAliases.ts'
import type { Language } from '#contract/shapes.ts'

/** A text as it is compared: no accents, small letters, British and American spelling alike, single spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æœ]|ae|oe/g, 'e')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

interface Name {
  readonly shown: string
  readonly folded: string
  readonly initials: string
}

const small = new Set(['and', 'of', 'the', 'y', 'e', 'de', 'del', 'la', 'las', 'los', 'el', 'en', 'sus'])

const nameOf = (shown: string): Name => {
  const plain = folded(shown)
  const initials = plain
    .split(' ')
    .filter((word) => !small.has(word))
    .map((word) => word[0])
    .join('')
  return { shown, folded: plain, initials }
}

const names: ReadonlyMap<SpecialtyCode, readonly Name[]> = new Map(
  specialties.map(({ code, en, es }) => [
    code,
    [en, es, ...specialtyAliases.filter((alias) => alias.code === code).map(({ alias }) => alias)].map(nameOf),
  ]),
)

/** How well a name answers what is typed: 0 best; null not at all. */
const rankOf = (name: Name, typed: string): number | null => {
  if (name.folded === typed) return 0
  if (name.folded.startsWith(typed)) return 1
  const begins = ` ${name.folded}`
  if (typed.split(' ').every((word) => begins.includes(` ${word}`))) return 2
  if (typed.length >= 2 && name.initials === typed) return 3
  return typed.length >= 3 && name.folded.includes(typed) ? 4 : null
}

export interface FoundSpecialty {
  readonly code: SpecialtyCode
  readonly name: string
  /** The other name it was found by, where its own does not say it. */
  readonly by: string | null
}

/** Specialties by any of their names in either language, best first; for nothing typed all, in the reader's alphabet. */
export const findSpecialties = (typed: string, language: Language): readonly FoundSpecialty[] => {
  const asked = folded(typed)
  const all = specialties.map((specialty) => ({ code: specialty.code, name: specialty[language], group: specialty.parent === null }))
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, language)
  if (asked === '') return all.sort(byName).map(({ code, name }) => ({ code, name, by: null }))
  return all
    .flatMap(({ code, name, group }) => {
      const ranked = (names.get(code) ?? []).flatMap((known, place) => {
        const rank = rankOf(known, asked)
        return rank === null ? [] : [{ rank, shown: known.shown, kind: known.shown === name ? 0 : place < 2 ? 1 : 2 }]
      })
      const best = ranked.toSorted((a, b) => a.rank - b.rank || a.kind - b.kind)[0]
      if (!best) return []
      const own = ranked.some(({ shown }) => shown === name)
      // Its own name counts before a translation, that before an alias; a whole field before what lies within it.
      return [{ code, name, by: own ? null : best.shown, order: [best.rank, best.kind, group ? 0 : 1] }]
    })
    .sort((a, b) => a.order.map((n, at) => n - (b.order[at] ?? 0)).find((difference) => difference !== 0) ?? byName(a, b))
    .map(({ code, name, by }) => ({ code, name, by }))
}

/** The specialties used lately, newest first, with these now in front. */
export const withUsed = (used: readonly SpecialtyCode[], now: readonly SpecialtyCode[]): readonly SpecialtyCode[] =>
  [...new Set([...now, ...used])].slice(0, 6)

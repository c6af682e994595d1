import type { TermName, TermPair } from '#contract/community/glossary.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Term } from '../texts/Translator.ts'

export type ProposalState = 'proposed' | 'accepted' | 'declined' | 'taken-back'

/** What a term is told from others by. */
export const nameOf = ({ class: kind, en, es }: TermName): string => [kind, en, es].join('\t')

/** A term of the engine's glossary as members see it. */
export const pairOf = ({ class: kind, en, es, gender, plural, oneWay, specialties, near, isDrug }: Term): TermPair => ({
  class: kind,
  en,
  es,
  gender,
  plural,
  onlyFrom: oneWay,
  specialties: [...specialties] as TermPair['specialties'],
  ...(near && { near: [...near] }),
  isDrug,
})

/** A term of the desk as an engine takes it. */
export const termOf = ({ onlyFrom, ...term }: TermPair): Term => ({ ...term, oneWay: onlyFrom })

export interface Change {
  readonly term: TermPair | null
  readonly replaces: string | null
}

/** The terms that stand after these changes, oldest first, and those of the product they replace or take out. */
export const standing = (changes: readonly Change[]): { readonly terms: readonly TermPair[]; readonly replaced: ReadonlySet<string> } => {
  const terms = new Map<string, TermPair>()
  const replaced = new Set<string>()
  for (const { term, replaces } of changes) {
    if (replaces !== null) {
      terms.delete(replaces)
      replaced.add(replaces)
    }
    if (term) {
      terms.delete(nameOf(term))
      terms.set(nameOf(term), term)
      replaced.add(nameOf(term))
    }
  }
  // The newest is read first.
  return { terms: [...terms.values()].reverse(), replaced }
}

/** Why a change cannot be proposed: it says nothing, changes what is not there, or changes nothing. */
export const whyNoProposal = ({ term, replaces }: Change, known: ReadonlyMap<string, TermPair>): ErrorCode | null => {
  if (!term && replaces === null) return 'term.missing'
  if (term && (term.en.trim() === '' || term.es.trim() === '')) return 'term.missing'
  if (replaces !== null && !known.has(replaces)) return 'term.unknown'
  return term && JSON.stringify(known.get(nameOf(term))) === JSON.stringify(term) ? 'term.known' : null
}

/** Why somebody may not accept or decline a proposal: nobody settles their own, and nothing twice. */
export const whyNotSettle = ({
  state,
  mine,
  readsBoth,
}: {
  readonly state: ProposalState
  readonly mine: boolean
  readonly readsBoth: boolean
}): ErrorCode | null => {
  if (state !== 'proposed') return 'term.settled'
  if (mine) return 'correction.own'
  return readsBoth ? null : 'correction.one-language'
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Terms that hold what was typed in either language; those that begin with it first, the shortest of them before. */
export const termsLike = (terms: readonly TermPair[], typed: string): readonly TermPair[] => {
  const wanted = plain(typed.trim())
  if (wanted === '') return terms
  const rank = ({ en, es }: TermPair): number => {
    const both = [plain(en), plain(es)]
    if (both.includes(wanted)) return 0
    if (both.some((words) => words.startsWith(wanted))) return 1
    return both.some((words) => words.includes(wanted)) ? 2 : 3
  }
  return terms
    .map((term) => ({ term, rank: rank(term) }))
    .filter((ranked) => ranked.rank < 3)
    .toSorted((one, other) => one.rank - other.rank || one.term.en.length - other.term.en.length)
    .map(({ term }) => term)
}

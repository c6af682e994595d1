import { findSpecialty, type SpecialtyCode, specialties } from '#atlas/specialties.ts'
import type { Language } from '#contract/shapes.ts'
import type { ListAsked } from '../cases/cases.queries.ts'

export const lists = ['for-you', 'unanswered', 'latest', 'resolved'] as const satisfies readonly ListAsked['list'][]

/** What the address of home asks for; what it does not say, or says wrongly, is the first list, unfiltered. */
export const readHome = (search: string): ListAsked => {
  const asked = new URLSearchParams(search)
  const list = lists.find((name) => name === asked.get('list')) ?? 'for-you'
  const specialty = findSpecialty(asked.get('specialty') ?? '')?.code as SpecialtyCode | undefined
  const published = (['only', 'without'] as const).find((choice) => choice === asked.get('published'))
  return { list, ...(specialty && { specialty }), ...(list === 'resolved' && published && { published }) }
}

/** The address of a list of home, as short as it can be. */
export const homeAddress = ({ list, specialty, published }: ListAsked): string => {
  const search = new URLSearchParams()
  if (list !== 'for-you') search.set('list', list)
  if (specialty) search.set('specialty', specialty)
  if (list === 'resolved' && published && published !== 'with') search.set('published', published)
  return search.size === 0 ? '/' : `/?${search}`
}

/** Specialties for a select: each group with what is in it, in the reader's alphabet. */
export const specialtyChoices = (
  language: Language,
): readonly { readonly code: string; readonly name: string; readonly within: boolean }[] => {
  const byName = (a: (typeof specialties)[number], b: (typeof specialties)[number]) => a[language].localeCompare(b[language], language)
  return specialties
    .filter(({ parent }) => parent === null)
    .sort(byName)
    .flatMap((group) => [
      { code: group.code, name: group[language], within: false },
      ...specialties
        .filter(({ parent }) => parent === group.code)
        .sort(byName)
        .map((member) => ({ code: member.code, name: member[language], within: true })),
    ])
}

import { ageGroups } from '#atlas/ageBands.ts'
import { countries } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import type { Passage } from '#contract/community/search.ts'
import type { SearchAsked } from './search.queries.ts'

export type Filters = Omit<SearchAsked, 'q'>

const oneOf = <V extends string>(values: readonly V[], given: string | null): V | undefined => values.find((value) => value === given)

/** What the address of the search page asks for; what it says wrongly is left out. */
export const readSearch = (search: string): SearchAsked => {
  const asked = new URLSearchParams(search)
  const specialty = findSpecialty(asked.get('specialty') ?? '')?.code as Filters['specialty']
  const status = oneOf(['open', 'resolved'] as const, asked.get('status'))
  const country = oneOf(
    countries.map(({ code }) => code),
    asked.get('country'),
  )
  const age = oneOf(ageGroups, asked.get('age'))
  return {
    q: (asked.get('q') ?? '').slice(0, 200),
    ...(specialty && { specialty }),
    ...(status && { status }),
    ...(country && { country }),
    ...(age && { age }),
    ...(asked.get('withOutcome') === 'true' && { withOutcome: true }),
    ...(asked.get('withImage') === 'true' && { withImage: true }),
  }
}

/** The address of a search, as short as it can be. */
export const searchAddress = ({ q, ...filters }: SearchAsked): string => {
  const search = new URLSearchParams()
  if (q.trim() !== '') search.set('q', q)
  for (const [name, value] of Object.entries(filters)) if (value !== undefined && value !== false) search.set(name, String(value))
  return search.size === 0 ? '/search' : `/search?${search}`
}

export const countFilters = (filters: Filters): number =>
  Object.values(filters).filter((value) => value !== undefined && value !== false).length

/** A passage cut where its marks begin and end. */
export const stretchesOf = ({ text, marks }: Passage): readonly { readonly text: string; readonly marked: boolean }[] => {
  const stretches: { text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of marks) {
    stretches.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true })
    at = end
  }
  stretches.push({ text: text.slice(at), marked: false })
  return stretches.filter((stretch) => stretch.text !== '')
}

import { useMemo } from 'preact/hooks'
import { ageGroups } from '#atlas/ageBands.ts'
import { countries } from '#atlas/countries.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Select } from '../../ui/Select.tsx'
import { specialtyChoices } from '../feed/home.rules.ts'
import { countFilters, type Filters } from './search.rules.ts'
import './search.css'

const indent = '\u2003'

/** What a search keeps to. */
export const SearchFilters = ({ filters, change }: { filters: Filters; change: (filters: Filters) => void }) => {
  const { language, search } = useWords()
  const words = search.filters
  const specialtyOptions = useMemo(
    () =>
      specialtyChoices(language).map(({ code, name, within }) => ({ value: code as string, label: within ? `${indent}${name}` : name })),
    [language],
  )
  const set = countFilters(filters)
  const choose =
    <K extends keyof Filters>(name: K) =>
    (value: string) => {
      const { [name]: _, ...others } = filters
      change((value === '' ? others : { ...others, [name]: value }) as Filters)
    }
  const select = (
    name: 'specialty' | 'status' | 'country' | 'age',
    label: string,
    any: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      label={label}
      labelHidden
      value={filters[name] ?? ''}
      options={[{ value: '', label: any }, ...options]}
      onChange={choose(name)}
    />
  )
  const toggle = (name: 'withOutcome' | 'withImage', label: string) => (
    <label className={filters[name] ? 'search-toggle search-toggle-on' : 'search-toggle'}>
      <input
        type="checkbox"
        checked={filters[name] ?? false}
        onChange={({ currentTarget }) => change({ ...filters, [name]: currentTarget.checked })}
      />
      {label}
    </label>
  )
  return (
    <Disclosure title={words.title} value={set > 0 ? words.count(set) : undefined}>
      <div className="search-filters">
        {select('specialty', words.specialty, words.anySpecialty, specialtyOptions)}
        {select('status', words.status, words.anyStatus, [
          { value: 'open', label: words.statuses.open },
          { value: 'resolved', label: words.statuses.resolved },
        ])}
        {select(
          'age',
          words.age,
          words.anyAge,
          ageGroups.map((value) => ({ value, label: words.ages[value] })),
        )}
        {select(
          'country',
          words.country,
          words.anyCountry,
          countries.map((country) => ({ value: country.code, label: country[language] })),
        )}
        {toggle('withOutcome', words.withOutcome)}
        {toggle('withImage', words.withImage)}
        {set > 0 && (
          <Button kind="text" onClick={() => change({})}>
            {words.clear}
          </Button>
        )}
      </div>
    </Disclosure>
  )
}

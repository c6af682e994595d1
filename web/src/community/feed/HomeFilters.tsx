import { useMemo } from 'preact/hooks'
import { useWords } from '../../platform/useWords.ts'
import { Select } from '../../ui/Select.tsx'
import type { ListAsked } from '../cases/cases.queries.ts'
import { specialtyChoices } from './home.rules.ts'
import './feed.css'

const indent = '\u2003'

/** Which cases of a list are shown, and in what order they stand. */
export const HomeFilters = ({ asked, change }: { asked: ListAsked; change: (asked: ListAsked) => void }) => {
  const { language, feed } = useWords()
  const choices = useMemo(
    () =>
      specialtyChoices(language).map(({ code, name, within }) => ({ value: code as string, label: within ? `${indent}${name}` : name })),
    [language],
  )
  const { specialty: _, ...anySpecialty } = asked
  return (
    <div className="home-filters">
      <div className="home-filters-choices">
        <Select
          label={feed.specialty}
          labelHidden
          value={asked.specialty ?? ''}
          options={[{ value: '', label: asked.list === 'for-you' ? feed.allMine : feed.all }, ...choices]}
          onChange={(value) => change(value === '' ? anySpecialty : { ...asked, specialty: value as NonNullable<ListAsked['specialty']> })}
        />
        {asked.list === 'resolved' && (
          <Select
            label={feed.published}
            labelHidden
            value={asked.published ?? 'with'}
            options={(['with', 'only', 'without'] as const).map((value) => ({ value, label: feed.publishedOptions[value] }))}
            onChange={(value) => change({ ...asked, published: value as NonNullable<ListAsked['published']> })}
          />
        )}
      </div>
      <p>{feed.order[asked.list]}</p>
    </div>
  )
}

import type { CaseInList } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import './Counters.css'

const figures = { en: new Intl.NumberFormat('en-GB'), es: new Intl.NumberFormat('es-ES') }

/** Times viewed, doctors who viewed, doctors who took part: always three, in this order. */
export const Counters = ({ counters, large = false }: { counters: CaseInList['counters']; large?: boolean }) => {
  const { language, cases } = useWords()
  const words = cases.counters
  const { views, doctorsWhoViewed, doctorsWhoTookPart } = counters
  const rows: readonly (readonly [number, string])[] = large
    ? [
        [views, words.timesViewed(views)],
        [doctorsWhoViewed, words.viewed(doctorsWhoViewed)],
        [doctorsWhoTookPart, words.doctorsTookPart(doctorsWhoTookPart)],
      ]
    : [
        [views, words.views(views)],
        [doctorsWhoViewed, words.viewed(doctorsWhoViewed)],
        [doctorsWhoTookPart, words.tookPart(doctorsWhoTookPart)],
      ]
  return (
    <ul className={large ? 'counters counters-large' : 'counters'} aria-label={words.label}>
      {rows.map(([figure, noun], index) => (
        <li key={index}>
          <b>{figures[language].format(figure)}</b> {noun}
        </li>
      ))}
    </ul>
  )
}

import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { vitalFigures } from './figures.rules.ts'
import { FlagMark } from './Labs.tsx'
import './Vitals.css'

/** Vital signs as large figures; one outside its range has an arrow, weight and the range. */
export const Vitals = ({ story }: { story: Pick<ShownCase, 'vitals' | 'patient'> }) => {
  const { language } = useWords()
  return (
    <ul className="vitals">
      {vitalFigures(story, language).map(({ key, short, name, value, unit, flag, range }) => (
        <li key={key}>
          <span title={name}>
            {short}, {unit}
          </span>
          <b className={flag ? 'abnormal' : undefined}>
            <FlagMark flag={flag} />
            {value}
          </b>
          {flag && range !== null && <small>{range}</small>}
        </li>
      ))}
    </ul>
  )
}

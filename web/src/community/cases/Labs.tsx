import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { UserLine } from '../texts/UserText.tsx'
import type { Reading } from '../texts/useReading.ts'
import { localFigure } from './figures.rules.ts'
import { takenOf } from './taken.rules.ts'
import './Labs.css'

/** An arrow, and the words for who hears the page. */
export const FlagMark = ({ flag }: { flag: 'high' | 'low' | null }) => {
  const { cases } = useWords()
  return (
    flag && (
      <>
        <span aria-hidden="true">{flag === 'high' ? '↑' : '↓'} </span>
        <span className="visually-hidden">{flag === 'high' ? cases.above : cases.below}: </span>
      </>
    )
  )
}

/** Laboratory values with their range; what lies outside is marked by arrow and weight, not by colour alone. */
export const Labs = ({ labs, reading }: { labs: ShownCase['labs']; reading: Reading }) => {
  const { language, cases } = useWords()
  return (
    <table className="labs">
      <caption className="visually-hidden">{cases.labs}</caption>
      <tbody>
        {labs.map(({ name, value, unit, range, flag, hoursBefore }) => (
          <tr key={name.id}>
            <th scope="row">
              <UserLine words={reading.of(name)} />
              {hoursBefore !== null && <small>{takenOf(hoursBefore, cases.taken)}</small>}
            </th>
            <td className={flag ? 'abnormal' : undefined}>
              <FlagMark flag={flag} />
              {[localFigure(value, language), unit].filter(Boolean).join('\u00a0')}
            </td>
            <td>
              {range !== null && (
                <>
                  <span className="visually-hidden">{cases.range('')}</span>
                  {localFigure(range, language)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { ShownCase } from '#contract/community/cases.ts'
import type { ShownText } from '#contract/shapes.ts'
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

type Lab = ShownCase['labs'][number]

/** What of a laboratory value is translated. */
export const textsOfLab = ({ name, words }: Lab): readonly ShownText[] => [
  name,
  ...[words.value, words.unit, words.range].flatMap((text) => text ?? []),
]

/** A figure as it was typed, or words in the reader's language. */
const Said = ({ figure, words, reading }: { figure: string; words: ShownText | null; reading: Reading }) => {
  const { language } = useWords()
  return words ? <UserLine words={reading.of(words)} /> : localFigure(figure, language)
}

/** Laboratory values with their range; what lies outside is marked by arrow and weight, not by colour alone. */
export const Labs = ({ labs, reading }: { labs: ShownCase['labs']; reading: Reading }) => {
  const { cases } = useWords()
  return (
    <table className="labs">
      <caption className="visually-hidden">{cases.labs}</caption>
      <tbody>
        {labs.map(({ name, value, unit, range, flag, words, hoursBefore }) => (
          <tr key={name.id}>
            <th scope="row">
              <UserLine words={reading.of(name)} />
              {hoursBefore !== null && <small>{takenOf(hoursBefore, cases.taken)}</small>}
            </th>
            <td className={flag ? 'abnormal' : undefined}>
              <FlagMark flag={flag} />
              <Said figure={value} words={words.value} reading={reading} />
              {unit !== '' && (
                <>
                  {'\u00a0'}
                  <Said figure={unit} words={words.unit} reading={reading} />
                </>
              )}
            </td>
            <td>
              {range !== null && (
                <>
                  <span className="visually-hidden">{cases.range('')}</span>
                  <Said figure={range} words={words.range} reading={reading} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { useRef, useState } from 'preact/hooks'
import type { MyRings } from '#contract/community/routing.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { dayNames, hoursOf, movedBy } from './rota.rules.ts'
import { useSetRota } from './routing.queries.ts'
import './routing.css'

/** The week in stretches of four hours of my own clock: in which I am on call, and which a colleague of my specialty covers. */
export const RotaGrid = ({ rota }: { rota: NonNullable<MyRings['rota']> }) => {
  const { language, routing } = useWords()
  const words = routing.mine.rota
  const setting = useSetRota()
  // What was chosen last stands on the screen while it is on its way.
  const mine = setting.isPending ? setting.variables : rota.stretches
  const [at, setAt] = useState(mine[0] ?? 0)
  const table = useRef<HTMLTableElement>(null)
  const days = dayNames(language, 'short')
  const whole = dayNames(language, 'long')
  const toggle = (stretch: number) => {
    setAt(stretch)
    setting.mutate(mine.includes(stretch) ? mine.filter((other) => other !== stretch) : [...mine, stretch])
  }
  const move = (event: KeyboardEvent, stretch: number) => {
    const to = movedBy(event.key, stretch)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    table.current?.querySelector<HTMLButtonElement>(`[data-stretch="${to}"]`)?.focus()
  }
  if (rota.zone === null) return <p>{words.noClock}</p>
  return (
    <>
      <table className="rota" ref={table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <td />
            {days.map((day, index) => (
              <th key={day} scope="col" abbr={whole[index]}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2, 3, 4, 5].map((row) => (
            <tr key={row}>
              <th scope="row">{hoursOf(row)}</th>
              {whole.map((day, column) => {
                const stretch = 6 * column + row
                const on = mine.includes(stretch)
                const covered = rota.covered.includes(stretch)
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className="rota-stretch"
                      data-stretch={stretch}
                      aria-pressed={on}
                      aria-label={words.stretch(day, hoursOf(row), covered)}
                      tabIndex={stretch === at ? 0 : -1}
                      onClick={() => toggle(stretch)}
                      onKeyDown={(event) => move(event, stretch)}
                    >
                      {on ? <Icon name="check" /> : covered ? <span className="rota-covered" /> : null}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="rota-legend">
        <li>
          <span className="rota-sign rota-sign-on">
            <Icon name="check" />
          </span>
          {words.yours}
        </li>
        <li>
          <span className="rota-sign">
            <span className="rota-covered" />
          </span>
          {words.covered}
        </li>
        <li>
          <span className="rota-sign" />
          {words.bare}
        </li>
      </ul>
      <p role="status">{words.hours(4 * mine.length)}</p>
      <ProblemNote error={setting.error} />
    </>
  )
}

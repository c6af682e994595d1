import type { ComponentChildren } from 'preact'
import { findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import type { ClockShown, Figures } from '#contract/community/response-clock.ts'
import { duration, figure } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { clockExportAddress } from './clock.queries.ts'
import { HourChart } from './HourChart.tsx'
import './clock.css'

export const periods = ['7', '28', '90', '365'] as const
export type Period = (typeof periods)[number]

const useSpan = (): ((seconds: number | null) => string) => {
  const { clock, cases } = useWords()
  return (seconds) => (seconds === null ? clock.longer : seconds < 60 ? cases.underAMinute : duration(seconds * 1_000))
}

interface Props {
  readonly clock: ClockShown
  readonly period: Period
  readonly choose: (period: Period) => void
}

/** How long doctors who ask have to wait: figures, hours, the spread, and tables by specialty, country and language. */
export const ClockView = ({ clock: shown, period, choose }: Props) => {
  const { language, clock: words } = useWords()
  return (
    <div className="clock">
      <h1>{words.title}</h1>
      <p className="clock-lead">{words.lead(shown.cases, shown.days)}</p>
      <Segments
        label={words.period}
        labelHidden
        options={periods.map((value) => ({ value, label: words.periods[value] }))}
        value={period}
        onChange={choose}
      />
      <dl className="clock-figures">
        {(['response', 'answer', 'specialist', 'five', 'resolved'] as const).map((name) => (
          <Figure key={name} figures={shown[name]} label={words.median[name]} />
        ))}
        <div>
          <dt>
            {shown.unanswered.of !== null && `${words.unansweredOf(shown.unanswered.of)} `}
            {words.unanswered}
          </dt>
          <dd>{shown.unanswered.cases === null ? words.few : figure(shown.unanswered.cases, language)}</dd>
          <dd className="clock-half">
            <a href="/?list=unanswered">{words.readThem}</a>
          </dd>
        </div>
      </dl>
      <section>
        <h2>{words.byHour}</h2>
        <p>{words.byHourHint}</p>
        <HourChart hours={shown.byHour} />
        <Disclosure title={words.asTable} icon="clock">
          <Groups
            heading={words.hour}
            rows={shown.byHour.map((group) => ({ ...group, name: `${String(group.key).padStart(2, '0')}:00` }))}
          />
        </Disclosure>
      </section>
      <Spread spread={shown.spread} />
      <section>
        <h2>{words.bySpecialty}</h2>
        <Groups
          heading={words.specialty}
          rows={shown.bySpecialty.map((group) => ({
            ...group,
            name: group.key === null ? words.notSure : (findSpecialty(group.key)?.[language] ?? group.key),
          }))}
        />
      </section>
      <section>
        <h2>{words.byCountry}</h2>
        <Groups
          heading={words.country}
          rows={shown.byCountry.map((group) => ({
            ...group,
            name: group.key === null ? words.notSaid : (findCountry(group.key)?.[language] ?? group.key),
          }))}
        />
      </section>
      <section>
        <h2>{words.byLanguage}</h2>
        <Groups heading={words.language} rows={shown.byLanguage.map((group) => ({ ...group, name: words.languages[group.key] }))} />
      </section>
      <p className="clock-note">
        {words.note}{' '}
        <a href={clockExportAddress(shown.days)} download>
          {words.download}
        </a>
      </p>
    </div>
  )
}

const Figure = ({ figures, label }: { figures: Figures | null; label: ComponentChildren }) => {
  const { clock: words } = useWords()
  const span = useSpan()
  return (
    <div>
      <dt>{label}</dt>
      <dd>{figures && figures.quarter !== null ? span(figures.median) : '–'}</dd>
      <dd className="clock-half">
        {figures === null
          ? words.tooFew
          : figures.quarter === null
            ? words.seldom
            : `${words.half(span(figures.quarter), span(figures.threeQuarters))} · ${words.ninetieth(span(figures.ninetieth))}`}
      </dd>
    </div>
  )
}

const Spread = ({ spread }: { spread: ClockShown['spread'] }) => {
  const { language, clock: words } = useWords()
  const largest = Math.max(1, ...spread.map(({ cases }) => cases ?? 0))
  const minutes = (value: number | null | undefined) => (value == null ? null : duration(value * 60_000))
  const day = duration(24 * 3_600_000)
  return (
    <section>
      <h2>{words.spread}</h2>
      <p>{words.spreadHint}</p>
      <table className="clock-spread">
        <tbody>
          {spread.map(({ within, cases }, index) => (
            <tr key={within} data-kind={within === null ? 'none' : within > 90 ? 'late' : 'soon'}>
              <th scope="row">
                {within === null ? words.within(day, null) : words.within(minutes(spread[index - 1]?.within), minutes(within))}
              </th>
              <td aria-hidden="true">
                <span style={{ inlineSize: `${(100 * (cases ?? 0)) / largest}%` }} />
              </td>
              <td>{cases === null ? words.few : figure(cases, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Row = ClockShown['bySpecialty'][number] & { readonly name: string }

const Groups = ({ heading, rows }: { heading: string; rows: readonly (Omit<Row, 'key'> & { key: string | number | null })[] }) => {
  const { language, clock: words } = useWords()
  const span = useSpan()
  const told = rows.filter(({ cases }) => cases !== null)
  const few = rows.filter(({ cases }) => cases === null).map(({ name }) => name)
  if (told.length === 0) return <p className="clock-few">{words.tooFew}</p>
  return (
    <>
      <table className="clock-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{words.medianShort}</th>
            <th scope="col">{words.ninetiethShort}</th>
            <th scope="col">{words.cases}</th>
            <th scope="col">{words.none24}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ key, name, answer, cases, unanswered }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{answer ? <b>{span(answer.median)}</b> : '–'}</td>
              <td>{answer ? span(answer.ninetieth) : '–'}</td>
              <td>{figure(cases ?? 0, language)}</td>
              <td>{unanswered === null ? words.few : figure(unanswered, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {few.length > 0 && <p className="clock-note">{words.fewCases(few.join(', '))}</p>}
    </>
  )
}

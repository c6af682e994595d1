import type { ClockShown } from '#contract/community/response-clock.ts'
import { duration } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'

const [width, height, left, top, bottom] = [480, 240, 44, 12, 40]

/** The steps a vertical axis may have, in minutes. */
const stepsFor = (most: number): number => [5, 10, 30, 60, 120, 360, 720, 1_440, 2_880].find((step) => most <= 4 * step) ?? 10_080

/** Median and middle half of the first answer for each hour of asking; the table below says the same. */
export const HourChart = ({ hours }: { hours: ClockShown['byHour'] }) => {
  const { clock: words } = useWords()
  const shown = hours.flatMap(({ key, answer }) =>
    answer && answer.median !== null ? [{ hour: key, ...answer, median: answer.median }] : [],
  )
  if (shown.length === 0) return <p className="clock-few">{words.tooFew}</p>
  const most = Math.max(...shown.map(({ threeQuarters, median }) => (threeQuarters ?? median) / 60))
  const step = stepsFor(most)
  const ceiling = step * Math.max(1, Math.ceil(most / step))
  const across = (hour: number) => left + ((hour + 0.5) * (width - left)) / 24
  const down = (seconds: number) => top + (height - top - bottom) * (1 - Math.min(1, seconds / 60 / ceiling))
  const lines = Array.from({ length: Math.round(ceiling / step) + 1 }, (_, index) => index * step)
  return (
    <svg className="hour-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${words.byHour}. ${words.byHourHint}`}>
      {lines.map((minutes) => (
        <g key={minutes}>
          <line x1={left} x2={width} y1={down(minutes * 60)} y2={down(minutes * 60)} />
          <text x={left - 8} y={down(minutes * 60) + 4} text-anchor="end">
            {minutes === 0 ? '0' : duration(minutes * 60_000)}
          </text>
        </g>
      ))}
      {shown.map(({ hour, median, quarter, threeQuarters }) => (
        <g key={hour}>
          <rect
            x={across(hour) - 3}
            width={6}
            rx={1}
            y={down(threeQuarters ?? ceiling * 60)}
            height={Math.max(0, down(quarter ?? median) - down(threeQuarters ?? ceiling * 60))}
          />
          <circle cx={across(hour)} cy={down(median)} r={5} />
        </g>
      ))}
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} x={across(hour)} y={height - bottom + 18} text-anchor="middle">
          {String(hour).padStart(2, '0')}
        </text>
      ))}
      <text x={left} y={height - 6}>
        {words.hourAxis}
      </text>
    </svg>
  )
}

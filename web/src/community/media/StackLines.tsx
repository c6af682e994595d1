import type { Stack } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { type Line, lengthOf, roundedLength } from './stack.rules.ts'

interface Shown {
  readonly stack: Stack
  readonly lines: readonly Line[]
  readonly change: (line: Line, next: Line | null) => void
  readonly style: Record<string, string | number>
  /** How many of its pixels one of the screen is. */
  readonly each: number
  readonly scale: number
  readonly turns: number
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What has been measured in a frame: each line with its length, which the keys can move. */
export const StackLines = ({ stack, lines, change, style, each, scale, turns }: Shown) => {
  const { media, language } = useWords()
  const { rows, columns } = stack
  const onKeyDown = (event: KeyboardEvent, line: Line) => {
    const move = moves[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') change(line, null)
    else if (move) {
      const end = event.shiftKey ? 'from' : 'to'
      const by = Math.max(1, Math.round(2 * each))
      change(line, { ...line, [end]: { x: line[end].x + move[0] * by, y: line[end].y + move[1] * by } })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="stack-lines" style={style}>
      <svg viewBox={`0 0 ${columns} ${rows}`} preserveAspectRatio="none" aria-hidden="true">
        {lines.map(({ from, to }, at) => (
          <g key={at}>
            <path d={`M ${from.x} ${from.y} L ${to.x} ${to.y}`} className="stack-line-halo" strokeWidth={4 * each} />
            <path d={`M ${from.x} ${from.y} L ${to.x} ${to.y}`} className="stack-line" strokeWidth={2 * each} />
            {[from, to].map(({ x, y }, end) => (
              <circle key={end} cx={x} cy={y} r={4 * each} className="stack-line-end" strokeWidth={2 * each} />
            ))}
          </g>
        ))}
      </svg>
      {lines.map((line, at) => {
        const { value, unit } = lengthOf(line, stack)
        const length = media.stack.length[unit](new Intl.NumberFormat(language, { useGrouping: false }).format(roundedLength(value)))
        return (
          <button
            key={at}
            type="button"
            className="stack-length"
            style={{
              left: `${((line.from.x + line.to.x) / 2 / columns) * 100}%`,
              top: `${((line.from.y + line.to.y) / 2 / rows) * 100}%`,
              transform: `translate(-50%, -50%) rotate(${-90 * turns}deg) scale(${1 / scale}) translateY(-24px)`,
            }}
            aria-label={media.stack.line(length)}
            onPointerDown={(event) => event.stopPropagation()}
            onKeyDown={(event) => onKeyDown(event, line)}
          >
            {length}
          </button>
        )
      })}
    </div>
  )
}

/** What a long command shows while it works: on a terminal one line that is written over, elsewhere nothing. */
export interface Progress {
  readonly done: (count: number) => void
  /** Clears the line, so that what is said next stands alone. */
  readonly clear: () => void
}

/** `unit` stands behind each count, such as ` MB`. */
export const showProgress = (
  total: number,
  terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  now: () => number,
  unit = '',
): Progress => {
  const began = now()
  let shown = began
  return {
    done: (count) => {
      if (!terminal.isTTY || (now() - shown < 200 && count < total)) return
      shown = now()
      terminal.write(`\r\u001b[K${progressLine(count, total, (shown - began) / 1_000, unit)}`)
    },
    clear: () => {
      if (terminal.isTTY) terminal.write('\r\u001b[K')
    },
  }
}

/** How far, how fast, how much longer. */
export const progressLine = (count: number, total: number, seconds: number, unit = ''): string => {
  const rate = seconds > 0 ? count / seconds : 0
  if (rate === 0) return `${count} of ${total}${unit}`
  return `${count} of ${total}${unit} · ${rate.toFixed(1)}${unit} a second · about ${Math.ceil((total - count) / rate)} s left`
}

/** One row while it is being read: valid until the next one. */
export interface CsvRow {
  /** The line it begins on, 1 being the header's. */
  readonly line: number
  readonly isEmpty: (column: number) => boolean
  /** Whether the value begins with these ASCII letters. */
  readonly begins: (column: number, letters: string) => boolean
  readonly text: (column: number) => string
}

interface Taking {
  readonly onHeader: (names: readonly string[]) => void
  readonly onRow: (row: CsvRow) => void
  readonly onBroken: (line: number, reason: string) => void
}

export interface CsvScanner {
  readonly push: (chunk: Buffer) => void
  readonly end: () => void
}

const byteOrderMark = [0xef, 0xbb, 0xbf]
const quote = 0x22
const comma = 0x2c
const lineFeed = 0x0a
const carriageReturn = 0x0d
/** A value may hold so many line breaks; a quote open for longer is a mistake of its line. */
const linesInOneRow = 8
const notClosed = 'has a quote that is not closed'

/**
 * Reads CSV (RFC 4180, UTF-8) from pieces of any size in bounded memory. Only the values asked for become text.
 * A line that is no row is reported, and reading goes on with the next line.
 */
export const csvScanner = ({ onHeader, onRow, onBroken }: Taking): CsvScanner => {
  let bytes: Buffer = Buffer.alloc(0)
  let line = 1
  let columns = 0
  let starts = new Int32Array(1_024)
  let ends = new Int32Array(1_024)
  /** Which values hold doubled quotes: hardly ever one. */
  const doubled = new Set<number>()

  const grow = (): void => {
    const [olderStarts, olderEnds] = [starts, ends]
    starts = new Int32Array(olderStarts.length * 2)
    ends = new Int32Array(olderStarts.length * 2)
    starts.set(olderStarts)
    ends.set(olderEnds)
  }

  const text = (column: number): string => {
    const value = bytes.toString('utf8', starts[column], ends[column])
    return doubled.size > 0 && doubled.has(column) ? value.replaceAll('""', '"') : value
  }
  const row = {
    line: 0,
    text,
    isEmpty: (column: number) => starts[column] === ends[column],
    begins: (column: number, letters: string) => {
      const start = starts[column] ?? 0
      if ((ends[column] ?? 0) - start < letters.length) return false
      for (let at = 0; at < letters.length; at += 1) if (bytes[start + at] !== letters.charCodeAt(at)) return false
      return true
    },
  }

  let [found, lines] = [0, 1]
  let reason: string | null = null

  /** Reads one row from a place, into `starts` and `ends`; returns the place behind it, or -1 when the piece ends first. */
  const readRow = (from: number, isLast: boolean): number => {
    // Local names, which the loop reads faster than those outside.
    const data = bytes
    const length = data.length
    let at = from
    let column = 0
    let [begin, end] = [starts, ends]
    if (doubled.size > 0) doubled.clear()
    lines = 1
    reason = null
    for (;;) {
      if (column === begin.length) {
        grow()
        ;[begin, end] = [starts, ends]
      }
      if (at < length && data[at] === quote) {
        at += 1
        begin[column] = at
        if (at + 1 < length && data[at] === quote && data[at + 1] === comma) {
          end[column] = at
          column += 1
          at += 2
          continue
        }
        for (;;) {
          while (at < length && data[at] !== quote && data[at] !== lineFeed) at += 1
          if (at >= length) {
            if (!isLast) return -1
            reason = notClosed
            return length
          }
          if (data[at] === lineFeed) {
            lines += 1
            at += 1
            if (lines <= linesInOneRow) continue
            reason = notClosed
            return at
          }
          if (at + 1 >= length || data[at + 1] !== quote) break
          doubled.add(column)
          at += 2
        }
        if (at + 1 >= length && !isLast) return -1
        end[column] = at
        at += 1
        if (at < length && data[at] !== comma && data[at] !== lineFeed && data[at] !== carriageReturn) {
          reason = 'has letters behind a closing quote'
          while (at < length && data[at] !== comma && data[at] !== lineFeed) at += 1
        }
      } else {
        begin[column] = at
        const start = at
        while (at < length && data[at] !== comma && data[at] !== lineFeed) at += 1
        end[column] = at > start && data[at - 1] === carriageReturn && data[at] !== comma ? at - 1 : at
      }
      if (at >= length && !isLast) return -1
      column += 1
      found = column
      if (data[at] === carriageReturn) at += 1
      if (at >= length) return length
      if (data[at] === lineFeed) return at + 1
      at += 1
    }
  }

  const readAll = (isLast: boolean): void => {
    if (columns === 0) {
      if (bytes.length < byteOrderMark.length && !isLast) return
      if (byteOrderMark.every((byte, at) => bytes[at] === byte)) bytes = bytes.subarray(byteOrderMark.length)
    }
    let from = 0
    while (from < bytes.length) {
      const next = readRow(from, isLast)
      if (next < 0) break
      const isWrong = reason !== null || (columns > 0 && found !== columns)
      if (isWrong && !(found === 1 && starts[0] === ends[0] && reason === null)) {
        const end = bytes.indexOf(lineFeed, from)
        // What began on this line may have swallowed good ones: they are read again.
        onBroken(line, reason ?? `has ${found} columns instead of ${columns}`)
        line += 1
        from = end < 0 ? bytes.length : end + 1
        continue
      }
      if (columns === 0) {
        columns = found
        onHeader(Array.from({ length: found }, (_, column) => text(column).trim()))
      } else if (!isWrong) {
        row.line = line
        onRow(row)
      }
      line += lines
      from = next
    }
    bytes = bytes.subarray(from)
  }

  return {
    push: (chunk) => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
      readAll(false)
    },
    end: () => readAll(true),
  }
}

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
const [quote, comma, lineFeed, carriageReturn] = [0x22, 0x2c, 0x0a, 0x0d]
/** A value may hold so many line breaks; a quote open for longer is a mistake of its line. */
const linesInOneRow = 8

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
  let hasDoubled = new Uint8Array(1_024)

  const grow = (): void => {
    const [olderStarts, olderEnds, olderDoubled] = [starts, ends, hasDoubled]
    starts = new Int32Array(olderStarts.length * 2)
    ends = new Int32Array(olderStarts.length * 2)
    hasDoubled = new Uint8Array(olderStarts.length * 2)
    starts.set(olderStarts)
    ends.set(olderEnds)
    hasDoubled.set(olderDoubled)
  }

  const text = (column: number): string => {
    const value = bytes.toString('utf8', starts[column], ends[column])
    return hasDoubled[column] ? value.replaceAll('""', '"') : value
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

  /** Reads one row from a place; the place after it, or a negative number when the piece ends first. */
  const readRow = (from: number, isLast: boolean): { next: number; found: number; lines: number; reason: string | null } => {
    const length = bytes.length
    let [at, found, lines] = [from, 0, 1]
    let reason: string | null = null
    for (;;) {
      if (found === starts.length) grow()
      hasDoubled[found] = 0
      if (bytes[at] === quote) {
        at += 1
        starts[found] = at
        for (;;) {
          // Most values are short and empty ones shorter: a loop is faster here than a search.
          while (at < length && bytes[at] !== quote && bytes[at] !== lineFeed) at += 1
          if (at >= length) {
            if (!isLast) return { next: -1, found, lines, reason: null }
            return { next: length, found, lines, reason: 'has a quote that is not closed' }
          }
          if (bytes[at] === lineFeed) {
            lines += 1
            if (lines > linesInOneRow) return { next: -2, found, lines, reason: 'has a quote that is not closed' }
            at += 1
          } else if (bytes[at + 1] === quote) {
            hasDoubled[found] = 1
            at += 2
          } else break
        }
        if (at + 1 >= length && !isLast) return { next: -1, found, lines, reason: null }
        ends[found] = at
        at += 1
        const after = bytes[at]
        if (at < length && after !== comma && after !== lineFeed && after !== carriageReturn) {
          reason = 'has letters behind a closing quote'
          while (at < length && bytes[at] !== comma && bytes[at] !== lineFeed) at += 1
        }
      } else {
        starts[found] = at
        while (at < length && bytes[at] !== comma && bytes[at] !== lineFeed) at += 1
        ends[found] = at > from && at > (starts[found] ?? 0) && bytes[at - 1] === carriageReturn && bytes[at] !== comma ? at - 1 : at
      }
      if (at >= length && !isLast) return { next: -1, found, lines, reason: null }
      found += 1
      if (bytes[at] === carriageReturn) at += 1
      if (at >= length) return { next: length, found, lines, reason }
      if (bytes[at] === lineFeed) return { next: at + 1, found, lines, reason }
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
      const { next, found, lines, reason } = readRow(from, isLast)
      if (next === -1) break
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

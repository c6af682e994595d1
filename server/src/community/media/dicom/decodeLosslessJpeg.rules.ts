/** Values of one frame of JPEG's lossless process (ITU T.81, annex H), the samples of a pixel side by side; null when it is not whole, or another process. */
export const decodeLosslessJpeg = (stream: Uint8Array, samples: number): { precision: number; values: Uint16Array } | null => {
  const tables = new Map<number, Int32Array>()
  let frame: { precision: number; rows: number; columns: number; ids: number[] } | null = null
  let restartEach = 0
  let at = 2
  while (at + 4 <= stream.length) {
    const marker = ((stream[at] ?? 0) << 8) | (stream[at + 1] ?? 0)
    const length = ((stream[at + 2] ?? 0) << 8) | (stream[at + 3] ?? 0)
    const segment = stream.subarray(at + 4, at + 2 + length)
    at += 2 + length
    if (marker === 0xffc4) readTables(segment, tables)
    else if (marker === 0xffdd) restartEach = ((segment[0] ?? 0) << 8) | (segment[1] ?? 0)
    else if (marker === 0xffc3) frame = readFrame(segment)
    else if (marker === 0xffda) {
      if (!frame || frame.ids.length !== samples || segment[0] !== samples) return null
      const used: Int32Array[] = []
      for (let of = 0; of < samples; of += 1) {
        const table = tables.get((segment[2 + 2 * of] ?? 0) >> 4)
        if (segment[1 + 2 * of] !== frame.ids[of] || !table) return null
        used.push(table)
      }
      const predictor = segment[1 + 2 * samples] ?? 0
      const shift = (segment[3 + 2 * samples] ?? 0) & 15
      if (predictor < 1 || predictor > 7) return null
      const values = decodeScan(stream.subarray(at), { ...frame, samples, used, predictor, shift, restartEach })
      return values && { precision: frame.precision, values }
    }
  }
  return null
}

const readFrame = (segment: Uint8Array) => {
  const [precision = 0, r1 = 0, r0 = 0, c1 = 0, c0 = 0, components = 0] = segment
  const ids: number[] = []
  for (let of = 0; of < components; of += 1) {
    // Every sample as often as every other: nothing else is in use.
    if (segment[7 + 3 * of] !== 0x11) return null
    ids.push(segment[6 + 3 * of] ?? -1)
  }
  return precision < 2 || precision > 16 ? null : { precision, rows: (r1 << 8) | r0, columns: (c1 << 8) | c0, ids }
}

/** By the next sixteen bits: how many of them are the code, and what it stands for; 0 where there is no such code. */
const readTables = (segment: Uint8Array, tables: Map<number, Int32Array>): void => {
  let at = 0
  while (at + 17 <= segment.length) {
    const id = (segment[at] ?? 0) & 15
    const table = new Int32Array(65_536)
    let symbol = at + 17
    let code = 0
    for (let bits = 1; bits <= 16; bits += 1) {
      for (let left = segment[at + bits] ?? 0; left > 0; left -= 1) {
        table.fill((bits << 8) | (segment[symbol] ?? 0), code << (16 - bits), (code + 1) << (16 - bits))
        symbol += 1
        code += 1
      }
      code <<= 1
    }
    tables.set(id, table)
    at = symbol
  }
}

interface Scan {
  readonly precision: number
  readonly rows: number
  readonly columns: number
  readonly samples: number
  readonly used: readonly Int32Array[]
  readonly predictor: number
  readonly shift: number
  /** Pixels between two restarts; 0 for none. */
  readonly restartEach: number
}

const decodeScan = (data: Uint8Array, scan: Scan): Uint16Array | null => {
  const { precision, rows, columns, samples, used, predictor, shift, restartEach } = scan
  const values = new Uint16Array(rows * columns * samples)
  const line = columns * samples
  const middle = 1 << (precision - shift - 1)
  let at = 0
  let held = 0
  let bits = 0
  let fresh = true
  let lacking = 0
  let untilRestart = restartEach || Number.POSITIVE_INFINITY

  const fill = (): void => {
    while (bits <= 16) {
      let byte = data[at]
      // Behind a marker, and behind the end, there is nothing: it may be looked at, not used.
      if (byte === undefined || (byte === 0xff && data[at + 1] !== 0)) {
        byte = 0
        lacking += 8
      } else at += byte === 0xff ? 2 : 1
      held = ((held << 8) | byte) & 0x7fffffff
      bits += 8
    }
  }
  const take = (count: number): number => {
    const value = (held >> (bits - count)) & ((1 << count) - 1)
    bits -= count
    return value
  }

  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (untilRestart === 0) {
        if (lacking > bits || data[at] !== 0xff || ((data[at + 1] ?? 0) & 0xf8) !== 0xd0) return null
        ;[held, bits, lacking] = [0, 0, 0]
        at += 2
        untilRestart = restartEach
        fresh = true
      }
      untilRestart -= 1
      for (let sample = 0; sample < samples; sample += 1) {
        const here = row * line + column * samples + sample
        fill()
        const found = used[sample]?.[(held >> (bits - 16)) & 0xffff] ?? 0
        if (found === 0) return null
        bits -= found >> 8
        const size = found & 255
        let difference = 0
        if (size === 16) difference = 32_768
        else if (size > 16) return null
        else if (size > 0) {
          fill()
          difference = take(size)
          if (difference < 1 << (size - 1)) difference -= (1 << size) - 1
        }
        const left = values[here - samples] ?? 0
        const above = values[here - line] ?? 0
        let guess: number
        if (fresh) guess = column === 0 ? middle : left
        else if (column === 0) guess = above
        else guess = guessed(predictor, left, above, values[here - line - samples] ?? 0)
        values[here] = guess + difference
      }
    }
    fresh = false
  }
  if (lacking > bits) return null
  if (shift > 0) for (let here = 0; here < values.length; here += 1) values[here] = (values[here] ?? 0) << shift
  return values
}

const guessed = (predictor: number, left: number, above: number, corner: number): number => {
  switch (predictor) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return corner
    case 4:
      return left + above - corner
    case 5:
      return left + ((above - corner) >> 1)
    case 6:
      return above + ((left - corner) >> 1)
    default:
      return (left + above) >> 1
  }
}

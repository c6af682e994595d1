/** One frame's JPEG or JPEG-LS stream with only what decoding needs: comments, application data and whatever follows its end are gone. Null if it is not whole. */
export const stripJpeg = (frame: Uint8Array, size: { readonly rows: number; readonly columns: number }): Uint8Array | null => {
  if (frame[0] !== 0xff || frame[1] !== 0xd8) return null
  const kept: Uint8Array[] = [frame.subarray(0, 2)]
  let at = 2
  let losslessScan = false
  while (at + 1 < frame.length) {
    if (frame[at] !== 0xff) return null
    const marker = frame[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return concat([...kept, frame.subarray(at, at + 2)])
    const length = ((frame[at + 2] ?? 0) << 8) | (frame[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > frame.length) return null
    const segment = frame.subarray(at, end)
    if (isFrameHeader(marker)) {
      losslessScan = marker === 0xf7
      const rows = ((segment[5] ?? 0) << 8) | (segment[6] ?? 0)
      const columns = ((segment[7] ?? 0) << 8) | (segment[8] ?? 0)
      if (rows !== size.rows || columns !== size.columns || length !== 8 + 3 * (segment[9] ?? 0)) return null
    }
    if (isNeeded(marker)) kept.push(segment)
    else if (isColourMark(marker, segment)) kept.push(colourMark(segment))
    else if (marker !== 0xfe && (marker < 0xe0 || marker > 0xef)) return null
    at = end
    if (marker !== 0xda) continue
    const next = endOfScan(frame, at, losslessScan)
    if (next === null) return null
    kept.push(frame.subarray(at, next))
    at = next
  }
  return null
}

const isFrameHeader = (marker: number): boolean =>
  marker === 0xf7 || (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))

const isNeeded = (marker: number): boolean => isFrameHeader(marker) || [0xc4, 0xcc, 0xda, 0xdb, 0xdd, 0xf8].includes(marker)

/** Adobe's mark says how the colours were turned; without it some decoders show them wrong. */
const isColourMark = (marker: number, segment: Uint8Array): boolean =>
  marker === 0xee && segment.length >= 16 && String.fromCharCode(...segment.subarray(4, 9)) === 'Adobe'

/** The mark alone, with the version and flags at rest. */
const colourMark = (segment: Uint8Array): Uint8Array =>
  Uint8Array.from([0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, Math.min(segment[15] ?? 0, 2)])

const endOfScan = (frame: Uint8Array, from: number, losslessScan: boolean): number | null => {
  for (let at = from; at + 1 < frame.length; at += 1) {
    if (frame[at] !== 0xff) continue
    const next = frame[at + 1] ?? 0
    const isData = losslessScan ? next < 0x80 : next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData && next !== 0xff) return at
  }
  return null
}

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Values of one frame of DICOM's run lengths (PS3.5, annex G), lowest byte first, the samples of a pixel side by side; null when it is not whole. */
export const decodeRle = (
  stream: Uint8Array,
  { pixels, samples, bytes }: { pixels: number; samples: number; bytes: number },
): Uint8Array | null => {
  const head = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (stream.length < 64 || head.getUint32(0, true) !== samples * bytes) return null
  const values = new Uint8Array(pixels * samples * bytes)
  for (let segment = 0; segment < samples * bytes; segment += 1) {
    const from = head.getUint32(4 + 4 * segment, true)
    // Segments of a sample begin with its highest byte.
    const first = Math.floor(segment / bytes) * bytes + (bytes - 1 - (segment % bytes))
    if (from < 64 || !unpack(stream, from, values, { first, step: samples * bytes, count: pixels })) return null
  }
  return values
}

const unpack = (
  stream: Uint8Array,
  from: number,
  into: Uint8Array,
  { first, step, count }: { first: number; step: number; count: number },
): boolean => {
  let at = from
  let done = 0
  while (done < count) {
    if (at + 1 >= stream.length) return false
    const says = stream[at] ?? 0
    at += 1
    if (says === 128) continue
    const isRun = says > 128
    for (let left = isRun ? 257 - says : says + 1; left > 0 && done < count; left -= 1) {
      if (at >= stream.length) return false
      into[first + done * step] = stream[at] ?? 0
      done += 1
      if (!isRun) at += 1
    }
    if (isRun) at += 1
  }
  return true
}

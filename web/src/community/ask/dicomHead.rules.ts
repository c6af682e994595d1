/** What the head of a DICOM file says of where it belongs: null where it does not say it, or is no DICOM file. */
export interface DicomHead {
  readonly series: string | null
  readonly size: string | null
  readonly frames: number
}

/** As much of a file as holds its head. */
export const headLength = 262_144

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes).replace(/[\0 ]+$/, '')

/** The value of the first element with this tag, written with its kind or without: looked for, not parsed, as the server reads the file again. */
const valueAt = (
  head: Uint8Array,
  tag: readonly [number, number, number, number],
  kind: string,
  fits: (value: Uint8Array) => boolean,
): Uint8Array | null => {
  for (let at = 132; at + 8 < head.length; at += 1) {
    if (tag.some((byte, of) => head[at + of] !== byte)) continue
    const named = text(head.subarray(at + 4, at + 6)) === kind
    const length = named ? (head[at + 6] ?? 0) | ((head[at + 7] ?? 0) << 8) : (head[at + 4] ?? 0) | ((head[at + 5] ?? 0) << 8)
    const value = head.subarray(at + 8, at + 8 + length)
    if (length > 0 && length <= 64 && (named || (head[at + 6] === 0 && head[at + 7] === 0)) && fits(value)) return value
  }
  return null
}

/** Reads the head of a file; null when it is no DICOM file, whatever its name says. */
export const dicomHead = (head: Uint8Array): DicomHead | null => {
  if (text(head.subarray(128, 132)) !== 'DICM') return null
  const series = valueAt(head, [0x20, 0, 0x0e, 0], 'UI', (value) => /^[0-9.]+$/.test(text(value)))
  const frames = valueAt(head, [0x28, 0, 0x08, 0], 'IS', (value) => /^ *[0-9]+$/.test(text(value)))
  const sides = [0x10, 0x11].map((element) => valueAt(head, [0x28, 0, element, 0], 'US', (value) => value.length === 2))
  return {
    series: series && text(series),
    size: sides.every((side) => side !== null) ? sides.map((side) => [...(side ?? [])].join()).join(' ') : null,
    frames: frames ? Number(text(frames)) : 1,
  }
}

/** Files that are one image together: the slices of a series, of one size. Every other file, and every film, stands alone. */
export const groupsOf = <T extends { readonly head: DicomHead | null }>(files: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<unknown, T[]>()
  for (const file of files) {
    const { head } = file
    const key = head?.series && head.size && head.frames === 1 ? `${head.series} ${head.size}` : file
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups.values()]
}

import { aDicom } from '#server/testing/aDicom.ts'

const side = 96

/** A slice through a head that nobody has: bone, brain, a dark middle, and a dense lens that grows from slice to slice. In Hounsfield units. */
const slice = (at: number): number[] =>
  Array.from({ length: side * side }, (_, index) => {
    const [x, y] = [(index % side) - side / 2, Math.floor(index / side) - side / 2]
    const round = Math.hypot(x, y * 0.82)
    if (round > 40) return -1_000
    if (round > 35) return 1_000
    if (Math.hypot(x, y + 4) < 6) return 5
    return Math.hypot(x - 24, y * 0.7) < at + 2 ? 65 : 35
  })

/** The files of a scan of it, one for each slice. */
export const aHead = (slices: number, from = 0) =>
  Array.from({ length: slices }, (_, at) => ({
    name: `IM${at + from + 1}`,
    mimeType: '',
    buffer: aDicom({ frames: [slice(at)], rows: side, columns: side, instance: at + 1 }),
  }))

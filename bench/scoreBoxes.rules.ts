import type { Box } from '#server/community/media/PlaceFinder.ts'

const areaOf = ({ width, height }: Box): number => width * height

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

export interface BoxScore {
  readonly lines: number
  /** Lines of which at least 95 % lie under boxes. */
  readonly caught: number
  readonly boxes: number
  /** Boxes that lie on a line with at least half of their area, or hold one. */
  readonly right: number
}

/** How well boxes cover lines. Boxes of one search do not overlap by more than their margins, so their shares may be added up. */
export const scoreBoxes = (lines: readonly Box[], boxes: readonly Box[]): BoxScore => ({
  lines: lines.length,
  caught: lines.filter((line) => boxes.reduce((sum, box) => sum + shared(line, box), 0) >= 0.95 * areaOf(line)).length,
  boxes: boxes.length,
  right: boxes.filter((box) => lines.some((line) => shared(line, box) >= 0.4 * areaOf(box) || shared(line, box) >= 0.9 * areaOf(line)))
    .length,
})

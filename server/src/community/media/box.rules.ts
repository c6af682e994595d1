import type { Box } from './PlaceFinder.ts'

/** What of a place lies within an image, in whole pixels; null when nothing does. */
export const withinImage = (box: Box, { width, height }: { width: number; height: number }): Box | null => {
  const [x, y] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))]
  const [wide, high] = [Math.min(width, Math.ceil(box.x + box.width)) - x, Math.min(height, Math.ceil(box.y + box.height)) - y]
  return wide < 1 || high < 1 ? null : { x, y, width: wide, height: high }
}

const shared = (from: number, side: number, other: number, otherSide: number): number =>
  Math.max(0, Math.min(from + side, other + otherSide) - Math.max(from, other))

/** The smallest place that holds two. */
export const around = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

/** How many pixels two places share. */
export const overlap = (a: Box, b: Box): number => shared(a.x, a.width, b.x, b.width) * shared(a.y, a.height, b.y, b.height)

/** How much of the smaller of two places lies in the other, 0 to 1. */
export const sharedPart = (a: Box, b: Box): number => overlap(a, b) / Math.min(a.width * a.height, b.width * b.height)

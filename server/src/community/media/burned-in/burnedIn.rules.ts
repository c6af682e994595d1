import { around } from '../box.rules.ts'
import type { Box } from '../PlaceFinder.ts'

/** A word as the reader saw it, in pixels of the image. */
export interface Word extends Box {
  readonly text: string
  /** 0 to 100. */
  readonly confidence: number
}

/** A place with the look of a line, and what was read there. */
export interface Line {
  readonly place: Box
  readonly words: readonly Word[]
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** An image is looked at in about as many pixels, whatever its size: what is burned in grows with the picture. */
const mostPixels = 4_000_000
const mostEnlarged = 2

/** By how much an image is made larger or smaller before it is looked at. */
export const scaleOf = ({ width, height }: Size): number => Math.min(mostEnlarged, Math.sqrt(mostPixels / (width * height)))

/** The outer part of an image, where devices write who and when. */
const border = 0.2

const isAtBorder = (word: Box, { width, height }: Size): boolean => {
  const [x, y] = [(word.x + word.width / 2) / width, (word.y + word.height / 2) / height]
  return Math.min(x, y, 1 - x, 1 - y) < border
}

/**
 * Whether what was seen is taken for text by itself: at the border in doubt yes, on the picture itself only when it reads like text.
 * One or two signs are seen in any texture; they count for what they stand beside. `surer` is by how much more than usual the reader must be sure.
 */
export const isWord = (word: Word, size: Size, surer = 0): boolean => {
  if (!mayBeText(word)) return false
  const signs = signsOf(word)
  if (signs === 2) return word.confidence >= 80 + surer
  return signs > 2 && word.confidence >= (isAtBorder(word, size) ? 50 : 60) + surer
}

/** How much surer a word must be that is read in a place turned: the same place was read, or could be, in three ways more. */
export const surerTurned = 15

const signsOf = ({ text }: Word): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Whether it has the look of letters: as wide as they are for their height. */
const mayBeText = (word: Word): boolean => {
  const signs = signsOf(word)
  const each = word.width / word.height / word.text.length
  return signs > 0 && signs / word.text.length > 0.5 && word.height >= 5 && each > 0.15 && each < 1.5
}

const overlap = (a0: number, a1: number, b0: number, b1: number): number => Math.min(a1, b1) - Math.max(a0, b0)

/** How far apart, in their own heights, a sign stands from the word it belongs to, and words of one line from each other: stops and colons between them are not seen. */
const gaps = { sign: 1.2, word: 2.5 } as const

/** Whether two boxes stand in one line, no further apart than that. */
const together = (a: Box, b: Box, gap: number): boolean => {
  const [low, high] = [Math.min(a.height, b.height), Math.max(a.height, b.height)]
  const apart = -overlap(a.x, a.x + a.width, b.x, b.x + b.width)
  const beside = overlap(a.y, a.y + a.height, b.y, b.y + b.height) > 0.5 * low
  return beside && (apart <= 0 || (high < 2.5 * low && apart < gap * high))
}

/** A little more than the letters, so that none looks out; within the image, in whole pixels. */
const grown = (box: Box, size: Size): Box => {
  const by = Math.max(2, Math.ceil(box.height * 0.2))
  const [x, y] = [Math.max(0, Math.floor(box.x) - by), Math.max(0, Math.floor(box.y) - by)]
  return {
    x,
    y,
    width: Math.min(size.width, Math.ceil(box.x + box.width) + by) - x,
    height: Math.min(size.height, Math.ceil(box.y + box.height) + by) - y,
  }
}

/** Puts boxes of one line together. */
const linesOf = (boxes: readonly Box[]): Box[] => {
  const lines: Box[] = []
  for (const one of boxes) {
    let box = one
    for (
      let at = lines.findIndex((line) => together(line, box, gaps.word));
      at >= 0;
      at = lines.findIndex((line) => together(line, box, gaps.word))
    )
      box = around(box, lines.splice(at, 1)[0] ?? box)
    lines.push(box)
  }
  return lines
}

/** The boxes to offer: every place in which a word was read, whole, for the reader may miss the next word; those of one line as one, from the top down. */
export const boxesOf = (lines: readonly Line[], size: Size, surer = 0): Box[] => {
  const sure = linesOf(
    lines.flatMap(({ place, words }) => {
      const read = words.filter((word) => isWord(word, size, surer))
      return read.length > 0 ? [place, ...read] : []
    }),
  )
  const beside = lines.flatMap(({ words }) =>
    words.filter((word) => mayBeText(word) && sure.some((line) => together(line, word, gaps.sign))),
  )
  return linesOf([...sure, ...beside])
    .map((line) => grown(line, size))
    .sort((a, b) => a.y - b.y || a.x - b.x)
}

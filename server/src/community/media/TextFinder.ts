import type { ImageReview } from '#contract/community/media.ts'

/** A rectangle of an image, in its own pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How far a search came: over the whole image, over a part of it, or nowhere. */
export type Looked = Exclude<ImageReview['textLooked'], 'waiting' | 'failed'>

export interface FoundText {
  readonly looked: Looked
  readonly boxes: readonly Box[]
}

/** Finds where text stands in the pixels of an image: the places only, never what it says. */
export interface TextFinder {
  /** Tells what was found within the time and memory it is given, and how far it came. Rejects only what cannot be decoded as an image. */
  find(image: Buffer): Promise<FoundText>
  stop(): Promise<void>
}

import type { ImageReview } from '#contract/community/media.ts'

/** A rectangle of an image, in its own pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How far a search came: over the whole image, over a part of it, or nowhere. */
export type Looked = Exclude<ImageReview['searched'], 'waiting' | 'failed'>

/** A place by which somebody could be recognised. */
export interface FoundPlace extends Box {
  readonly kind: ImageReview['boxes'][number]['kind']
}

export interface FoundPlaces {
  readonly looked: Looked
  readonly boxes: readonly FoundPlace[]
}

/** Finds where text and faces stand in the pixels of an image: the places only, never what is written there or who it is. */
export interface PlaceFinder {
  /** Tells what was found within the time and memory it is given, and how far it came. Rejects only what cannot be decoded as an image. */
  find(image: Buffer, also: { readonly faces: boolean }): Promise<FoundPlaces>
  stop(): Promise<void>
}

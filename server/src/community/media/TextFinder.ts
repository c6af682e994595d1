/** A rectangle of an image, in its own pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Finds where text stands in the pixels of an image: the places only, never what it says. */
export interface TextFinder {
  /** Rejects when an image cannot be read within the time and memory it is given. */
  find(image: Buffer): Promise<readonly Box[]>
  stop(): Promise<void>
}

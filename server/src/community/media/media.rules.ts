import { variants } from '#contract/community/media.ts'

const startsWith = (bytes: Buffer, text: string, at = 0): boolean => bytes.toString('latin1', at, at + text.length) === text

/** What a camera or a viewer gives, the decoder reads safely and every browser shows, known by its first bytes. */
const kinds = {
  jpeg: (bytes: Buffer) => startsWith(bytes, '\xff\xd8\xff'),
  png: (bytes: Buffer) => startsWith(bytes, '\x89PNG\r\n\x1a\n'),
  webp: (bytes: Buffer) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
  avif: (bytes: Buffer) => startsWith(bytes, 'ftypavif', 4),
}

export type ImageKind = keyof typeof kinds

/** The kind of an image by its content, whatever its name says; null for all that is not taken: drawings with code, animations, documents, HEIC. */
export const kindOf = (bytes: Buffer): ImageKind | null => (Object.keys(kinds) as ImageKind[]).find((kind) => kinds[kind](bytes)) ?? null

export type Variant = keyof typeof variants

export const variantNames = Object.keys(variants) as readonly Variant[]

/** Where a variant of an image is kept. */
export const fileOf = (imageId: string, variant: Variant): string => `images/${imageId}/${variant}.webp`

/** Where a frame of a stack is kept. */
export const frameFileOf = (imageId: string, frame: string): string => `images/${imageId}/frames/${frame}.gz`

/** An image nobody has posted is thrown away after so long. */
export const unpostedKeptFor = 7 * 24 * 60 * 60_000

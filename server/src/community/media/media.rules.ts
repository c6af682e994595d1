import { variants } from '#contract/community/media.ts'

/** What a camera or a viewer gives and the decoder reads safely; no drawings with code in them. */
export const readableFormats: readonly string[] = ['jpeg', 'png', 'webp', 'heif', 'avif']

export type Variant = keyof typeof variants

export const variantNames = Object.keys(variants) as readonly Variant[]

/** Where a variant of an image is kept. */
export const fileOf = (imageId: string, variant: Variant): string => `images/${imageId}/${variant}.webp`

/** An image nobody has posted is thrown away after so long. */
export const unpostedKeptFor = 7 * 24 * 60 * 60_000

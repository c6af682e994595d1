import { showImage, type variants } from '#contract/community/media.ts'
import { addressOf } from '../../platform/call.ts'

/** Where a variant of an image is fetched; with its revision where the pixels can change while a page is open. */
export const imageAddress = (imageId: string, variant: keyof typeof variants, revision?: number): string =>
  addressOf(showImage, { params: { imageId, variant }, query: { revision } })

import { showImage, type variants } from '#contract/community/media.ts'

/** Where a variant of an image is fetched. */
export const imageAddress = (imageId: string, variant: keyof typeof variants): string =>
  showImage.path.replace('{imageId}', imageId).replace('{variant}', variant)

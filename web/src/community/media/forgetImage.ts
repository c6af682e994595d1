import { variants } from '#contract/community/media.ts'
import { imageAddress } from './imageAddress.ts'

/** Has the browser ask anew for an image that is gone, so that what it had kept of it is overwritten by the refusal. */
export const forgetImage = (imageId: string): void => {
  for (const variant of Object.keys(variants) as (keyof typeof variants)[])
    void fetch(imageAddress(imageId, variant), { cache: 'reload' }).catch(() => {})
}

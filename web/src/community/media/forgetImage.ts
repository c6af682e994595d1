import { showFrame, variants } from '#contract/community/media.ts'
import type { ShownImage } from '#contract/shapes.ts'
import { addressOf } from '../../platform/call.ts'
import { imageAddress } from './imageAddress.ts'

/** Has the browser ask anew for an image that is gone, so that what it had kept of it is overwritten by the refusal. */
export const forgetImage = ({ id, stack }: Pick<ShownImage, 'id' | 'stack'>): void => {
  const frames = Array.from({ length: stack?.frames ?? 0 }, (_, frame) => addressOf(showFrame, { params: { imageId: id, frame } }))
  const shown = (Object.keys(variants) as (keyof typeof variants)[]).map((variant) => imageAddress(id, variant))
  for (const address of [...shown, ...frames]) void fetch(address, { cache: 'reload' }).catch(() => {})
}

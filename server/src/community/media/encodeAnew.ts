import { availableParallelism } from 'node:os'
import sharp, { type Sharp } from 'sharp'
import { limits, variants } from '#contract/community/media.ts'
import { inTurns } from '../../platform/inTurns.ts'
import { refuse } from '../../platform/refuse.ts'
import { type ImageKind, kindOf, type Variant, variantNames } from './media.rules.ts'

// One thread an image: two uploads at once must not take both cores from everybody who reads.
sharp.concurrency(1)
sharp.cache(false)

/** No more at once than there are cores, and never all of the threads that read files: whoever reads goes on reading. */
export const inEncoding = inTurns(Math.min(3, availableParallelism()))

/** A picture this size is decoded in a second or two; one that takes so long was made to. */
const patience = { seconds: 30 }

export interface Encoded {
  /** What came in. */
  readonly kind: ImageKind
  readonly width: number
  readonly height: number
  readonly files: ReadonlyMap<Variant, Buffer>
}

/** Decodes an image and encodes it anew, upright and without any metadata, in every variant that is kept. Refuses what it cannot read. */
export const encodeAnew = async (bytes: Buffer): Promise<Encoded> => {
  if (bytes.length > limits.megabytes * 1_000_000) return refuse('image.too-large', { megabytes: limits.megabytes })
  const kind = kindOf(bytes) ?? refuse('image.kind-refused')
  const read = () => sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', animated: false, unlimited: false }).timeout(patience)
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => refuse('image.unreadable'))
  if ((header.pages ?? 1) > 1) return refuse('image.kind-refused')
  if (header.width * header.height > limits.pixels) return refuse('image.too-many-pixels', { megapixels: limits.pixels / 1_000_000 })
  try {
    return { kind, ...(await inEncoding(() => variantsOf(() => read().rotate()))) }
  } catch {
    return refuse('image.unreadable')
  }
}

/** Every variant that is kept, each made from the picture anew. */
export const variantsOf = async (picture: () => Sharp): Promise<Omit<Encoded, 'kind'>> => {
  const files = new Map<Variant, Buffer>()
  let size = { width: 0, height: 0 }
  for (const variant of variantNames) {
    const side = variants[variant]
    const { data, info } = await picture()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      // More effort takes the full size twice as long and makes it no smaller.
      .webp(variant === 'full' ? { quality: 92, effort: 1 } : { quality: 82, effort: 3 })
      .toBuffer({ resolveWithObject: true })
    files.set(variant, data)
    if (variant === 'full') size = { width: info.width, height: info.height }
  }
  return { ...size, files }
}

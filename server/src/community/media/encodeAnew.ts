import sharp from 'sharp'
import { limits, variants } from '#contract/community/media.ts'
import { refuse } from '../../platform/refuse.ts'
import { readableFormats, type Variant, variantNames } from './media.rules.ts'

// One thread an image: two uploads at once must not take both cores from everybody who reads.
sharp.concurrency(1)
sharp.cache(false)

export interface Encoded {
  readonly width: number
  readonly height: number
  readonly files: ReadonlyMap<Variant, Buffer>
}

/** Decodes an image and encodes it anew, upright and without any metadata, in every variant that is kept. Refuses what it cannot read. */
export const encodeAnew = async (bytes: Buffer): Promise<Encoded> => {
  const read = () => sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', animated: false, unlimited: false })
  const format = await read()
    .metadata()
    .then((metadata) => metadata.format)
    .catch(() => null)
  if (format === null) return refuse('image.unreadable')
  if (!readableFormats.includes(format)) return refuse('image.kind-refused')
  try {
    const files = new Map<Variant, Buffer>()
    let size = { width: 0, height: 0 }
    for (const variant of variantNames) {
      const side = variants[variant]
      const { data, info } = await read()
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: variant === 'full' ? 92 : 82, effort: 3 })
        .toBuffer({ resolveWithObject: true })
      files.set(variant, data)
      if (variant === 'full') size = { width: info.width, height: info.height }
    }
    return { ...size, files }
  } catch {
    return refuse('image.unreadable')
  }
}

import sharp from 'sharp'

/** Pure grain as a sensor makes it in the dark, the same at every run. */
export const aGrain = (width: number, height: number, { mean = 128, spread = 40 } = {}): Promise<Buffer> => {
  const grey = new Uint8Array(width * height)
  let state = 1
  for (let at = 0; at < grey.length; at += 1) {
    // The sum of the halves of a number is spread like a hill, which is how grain is.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    grey[at] = mean + ((state >>> 24) + ((state >>> 16) & 255) - 255) * (spread / 104)
  }
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .webp({ quality: 90, effort: 0 })
    .toBuffer()
}

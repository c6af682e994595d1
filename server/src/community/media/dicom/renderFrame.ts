import sharp, { type Sharp } from 'sharp'
import { firstWindow, lightsOf } from '#atlas/lightWindow.ts'
import type { Stack } from '#contract/shapes.ts'
import { valuesOf } from './shownFrames.ts'

/** A frame as everybody sees it first: through the window its stack opens with. */
export const renderFrame = (values: Uint8Array, stack: Stack, frame: number): Sharp => {
  const size = { width: stack.columns, height: stack.rows }
  return stack.colour
    ? sharp(values, { raw: { ...size, channels: 3 } })
    : sharp(lit(values, stack, frame), { raw: { ...size, channels: 1 } })
}

const lit = (values: Uint8Array, stack: Stack, frame: number): Uint8Array => {
  const lights = lightsOf(stack, firstWindow(stack), frame)
  const written = valuesOf(values, { bits: stack.bits, signed: false })
  const pixels = new Uint8Array(written.length)
  for (let at = 0; at < written.length; at += 1) pixels[at] = lights[written[at] ?? 0] ?? 0
  return pixels
}

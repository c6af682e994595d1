/** Grey values as they were measured, and what is needed to show them. */
export interface Greys {
  readonly bits: 8 | 16
  readonly signed: boolean
  /** The largest values are black. */
  readonly inverse: boolean
  /** What makes a written value a measured one: once for all frames, or once for each. */
  readonly rescale: readonly { readonly slope: number; readonly intercept: number }[]
  /** Least and largest measured value. */
  readonly range: { readonly least: number; readonly most: number }
  /** The window the device proposes. */
  readonly window: Window | null
}

/** Which measured values are shown from black to white: the one in the middle, and how far it is from end to end. */
export interface Window {
  readonly centre: number
  readonly width: number
}

/** The window from the least to the largest value there is. */
export const wholeRange = ({ range: { least, most } }: Pick<Greys, 'range'>): Window => ({
  centre: (least + most) / 2,
  width: most > least ? most - least : 1,
})

/** The window a stack opens with: the device's own, else everything. */
export const firstWindow = (stack: Pick<Greys, 'range' | 'window'>): Window => stack.window ?? wholeRange(stack)

/** For every value a frame can hold, read without a sign, how light it is shown, 0 to 255 (PS3.3, C.11.2.1.3.2, LINEAR_EXACT). */
export const lightsOf = (
  { bits, signed, inverse, rescale }: Pick<Greys, 'bits' | 'signed' | 'inverse' | 'rescale'>,
  { centre, width }: Window,
  frame: number,
): Uint8ClampedArray => {
  const { slope, intercept } = rescale[rescale.length > 1 ? frame : 0] ?? { slope: 1, intercept: 0 }
  const count = 2 ** bits
  const lights = new Uint8ClampedArray(count)
  for (let at = 0; at < count; at += 1) {
    const written = signed && at >= count / 2 ? at - count : at
    const light = ((written * slope + intercept - centre) / width + 0.5) * 255
    lights[at] = inverse ? 255 - light : light
  }
  return lights
}

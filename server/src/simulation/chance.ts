/** Chance that is the same for the same seed. */
export interface Chance {
  /** From 0 up to 1. */
  readonly next: () => number
  readonly bytes: (length: number) => Buffer
  /** Around 0, with the spread of one. */
  readonly normal: () => number
  /** How long until the next of something that happens so often on average. */
  readonly exponential: (mean: number) => number
  readonly poisson: (mean: number) => number
  /** The place of a weight, drawn as often as it is heavy. */
  readonly weighted: (weights: readonly number[]) => number
}

/** Mulberry32: thirty-two bits of state are enough for a model. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const exponential = (mean: number): number => -mean * Math.log(1 - next())
  return {
    next,
    bytes: (length) => Buffer.from(Array.from({ length }, () => Math.floor(next() * 256))),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential,
    poisson: (mean) => {
      let count = 0
      for (let sum = exponential(1); sum < mean; sum += exponential(1)) count += 1
      return count
    },
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const found = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      return found < 0 ? weights.length - 1 : found
    },
  }
}

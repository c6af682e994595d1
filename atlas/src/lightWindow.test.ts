import { assert, constantFrom, double, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { firstWindow, lightsOf, wholeRange } from './lightWindow.ts'

const greys = record({
  bits: constantFrom(8 as const, 16 as const),
  signed: constantFrom(true, false),
  inverse: constantFrom(true, false),
  rescale: record({
    slope: double({ min: 0.001, max: 100, noNaN: true }),
    intercept: double({ min: -2_000, max: 2_000, noNaN: true }),
  }).map((one) => [one]),
})
const windows = record({ centre: double({ min: -2_000, max: 2_000, noNaN: true }), width: double({ min: 0.01, max: 5_000, noNaN: true }) })

/** The written values from the least to the largest, as they stand in a frame. */
const inOrder = ({ bits, signed }: { bits: 8 | 16; signed: boolean }): number[] => {
  const count = 2 ** bits
  return Array.from({ length: count }, (_, at) => (signed ? (at + count / 2) % count : at))
}

test('the larger a value, the lighter it is shown, or the darker where the largest are black', () => {
  assert(
    property(greys, windows, (of, window) => {
      const lights = lightsOf(of, window, 0)
      const along = inOrder(of).map((at) => lights[at] ?? 0)
      return along.every((light, at) => at === 0 || (of.inverse ? light <= (along[at - 1] ?? 0) : light >= (along[at - 1] ?? 0)))
    }),
    { numRuns: 30 },
  )
})

test('below the window everything is black, above it white, in its middle half way', () => {
  assert(
    property(greys, windows, (of, window) => {
      const [{ slope, intercept } = { slope: 1, intercept: 0 }] = of.rescale
      const lights = lightsOf({ ...of, inverse: false }, window, 0)
      return inOrder(of).every((at) => {
        const written = of.signed && at >= 2 ** of.bits / 2 ? at - 2 ** of.bits : at
        const away = (written * slope + intercept - window.centre) / window.width
        const light = lights[at] ?? -1
        if (away <= -0.5) return light === 0
        if (away >= 0.5) return light === 255
        return Math.abs(light - (away + 0.5) * 255) <= 0.51
      })
    }),
    { numRuns: 30 },
  )
})

test('inverse is the same picture, light for dark', () => {
  assert(
    property(greys, windows, (of, window) => {
      const [one, other] = [lightsOf({ ...of, inverse: false }, window, 0), lightsOf({ ...of, inverse: true }, window, 0)]
      return one.every((light, at) => Math.abs(light + (other[at] ?? 0) - 255) <= 1)
    }),
    { numRuns: 10 },
  )
})

test('the whole range shows its ends as black and white, and one value alone is no division by nothing', () => {
  assert(
    property(integer({ min: -1_000, max: 1_000 }), integer({ min: 1, max: 2_000 }), (least, more) => {
      const range = { least, most: least + more }
      const lights = lightsOf({ bits: 16, signed: true, inverse: false, rescale: [{ slope: 1, intercept: 0 }] }, wholeRange({ range }), 0)
      return lights[(least + 65_536) % 65_536] === 0 && lights[(range.most + 65_536) % 65_536] === 255
    }),
  )
  expect(wholeRange({ range: { least: 7, most: 7 } })).toEqual({ centre: 7, width: 1 })
})

test('a stack opens as its device proposes; each frame is rescaled by its own values where they differ', () => {
  const range = { least: 0, most: 100 }
  expect(firstWindow({ range, window: { centre: 1, width: 2 } })).toEqual({ centre: 1, width: 2 })
  expect(firstWindow({ range, window: null })).toEqual({ centre: 50, width: 100 })
  const rescale = [
    { slope: 1, intercept: 0 },
    { slope: 2, intercept: 0 },
  ]
  const of = { bits: 8, signed: false, inverse: false, rescale } as const
  expect(lightsOf(of, { centre: 50, width: 100 }, 1)[25]).toBe(lightsOf(of, { centre: 50, width: 100 }, 0)[50])
})

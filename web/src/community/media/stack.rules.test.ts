import { assert, double, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Stack } from '#contract/shapes.ts'
import {
  bytesEach,
  draggedWindow,
  frameOn,
  framesFor,
  framesNear,
  lengthOf,
  mayMakeAFace,
  presetsOf,
  roundedLength,
} from './stack.rules.ts'

const stack = (more: Partial<Stack> = {}): Stack => ({
  frames: 20,
  rows: 512,
  columns: 512,
  colour: false,
  bits: 16,
  signed: true,
  inverse: false,
  modality: 'CT',
  rescale: [{ slope: 1, intercept: 0 }],
  window: { centre: 40, width: 400 },
  range: { least: -1_024, most: 3_000 },
  spacing: { row: 0.5, column: 0.25, plane: 'patient' },
  rate: null,
  ...more,
})

test('computed tomography has its windows, other devices what they propose and everything, colours none', () => {
  expect(presetsOf(stack()).map(({ preset }) => preset)).toEqual(['asProposed', 'brain', 'softTissue', 'abdomen', 'lung', 'bone', 'whole'])
  expect(presetsOf(stack({ modality: 'MR', window: null })).map(({ preset }) => preset)).toEqual(['whole'])
  expect(presetsOf(stack({ colour: true }))).toEqual([])
})

const frame = { width: 390, height: 600 }

test('a drag to the right widens the window, one upwards makes darker values visible; it never closes', () => {
  const from = { centre: 40, width: 400 }
  expect(draggedWindow(stack(), from, { x: 40, y: 0 }, frame).width).toBeGreaterThan(400)
  expect(draggedWindow(stack(), from, { x: 0, y: -40 }, frame).centre).toBeLessThan(40)
  expect(draggedWindow(stack(), from, { x: 0, y: 0 }, frame)).toEqual(from)
  const drags = record({ x: double({ min: -3_000, max: 3_000, noNaN: true }), y: double({ min: -3_000, max: 3_000, noNaN: true }) })
  assert(property(drags, (by) => draggedWindow(stack(), from, by, frame).width >= 1))
  assert(
    property(
      drags,
      (by) => draggedWindow(stack({ range: { least: 0, most: 0.5 }, window: null }), { centre: 0.2, width: 0.5 }, by, frame).width > 0,
    ),
  )
})

test('from every frame one stays within the stack; a drag over the screen goes through all of it', () => {
  assert(
    property(integer({ min: 0, max: 99 }), integer({ min: -500, max: 500 }), (at, by) => {
      const next = frameOn(at, by, 100)
      return next >= 0 && next < 100
    }),
  )
  expect(framesFor(600, 100, 600)).toBeGreaterThanOrEqual(99)
  expect(framesFor(-13, 2, 600)).toBe(0)
  expect(framesFor(-120, 20, 600)).toBe(-4)
})

test('the frames fetched first are the nearest, each once, no more than there is memory for', () => {
  expect(framesNear(3, 6, 4)).toEqual([3, 4, 2, 5])
  assert(
    property(integer({ min: 1, max: 60 }), integer({ min: 1, max: 80 }), integer({ min: 0, max: 59 }), (frames, most, at) => {
      const near = framesNear(at % frames, frames, most)
      return new Set(near).size === near.length && near.length === Math.min(frames, most) && near.every((one) => one >= 0 && one < frames)
    }),
  )
})

test('a length is in millimetres where rows and columns are known to lie so far apart, in pixels where not', () => {
  const line = { from: { x: 0, y: 0 }, to: { x: 30, y: 40 } }
  expect(lengthOf(line, stack({ spacing: { row: 0.3, column: 0.3, plane: 'patient' } }))).toEqual({ value: 15, unit: 'mm' })
  expect(lengthOf({ from: { x: 0, y: 0 }, to: { x: 8, y: 0 } }, stack())).toEqual({ value: 2, unit: 'mm' })
  expect(lengthOf({ from: { x: 0, y: 0 }, to: { x: 0, y: 8 } }, stack())).toEqual({ value: 4, unit: 'mm' })
  expect(lengthOf(line, stack({ spacing: { row: 0.2, column: 0.2, plane: 'detector' } }))).toEqual({ value: 10, unit: 'mmOnDetector' })
  expect(lengthOf(line, stack({ spacing: null }))).toEqual({ value: 50, unit: 'px' })
  expect([roundedLength(12.345), roundedLength(123.45)]).toEqual([12.3, 123])
})

test('a frame of colours has three bytes a pixel', () => {
  expect([bytesEach(stack()), bytesEach(stack({ colour: true, bits: 8 })), bytesEach(stack({ bits: 8 }))]).toEqual([
    524_288, 786_432, 262_144,
  ])
})

test('many slices of a scanner can be made into a surface; a few, or the frames of an ultrasound, cannot', () => {
  expect(mayMakeAFace(stack({ frames: 120 }))).toBe(true)
  expect(mayMakeAFace(stack({ frames: 20 }))).toBe(false)
  expect(mayMakeAFace(stack({ frames: 120, modality: 'US' }))).toBe(false)
})

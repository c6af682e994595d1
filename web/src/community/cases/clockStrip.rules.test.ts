import { expect, test } from 'vitest'
import { clockPoints } from './clockStrip.rules.ts'

const asked = '2026-01-01T02:58:00Z'
const at = (minutes: number) => new Date(Date.parse(asked) + minutes * 60_000).toISOString()
const shape = (points: ReturnType<typeof clockPoints>) =>
  points.map(({ name, after, line }) => `${name} ${after === null ? '-' : after / 60_000} ${line}`)

test('an open case with an answer waits behind a dotted line', () => {
  const clock = { askedAt: asked, firstResponseAt: at(4), firstAnswerAt: at(8), resolvedAt: null }
  expect(shape(clockPoints(clock, Date.parse(at(16))))).toEqual([
    'asked 0 none',
    'firstResponse 4 solid',
    'firstAnswer 8 solid',
    'waiting 16 dotted',
  ])
})

test('a case nobody has answered shows what has not come, dotted', () => {
  const clock = { askedAt: asked, firstResponseAt: null, firstAnswerAt: null, resolvedAt: null }
  expect(shape(clockPoints(clock, Date.parse(at(3))))).toEqual([
    'asked 0 none',
    'firstResponse - dotted',
    'firstAnswer - dotted',
    'waiting 3 dotted',
  ])
})

test('a resolved case is a solid line to its end, answered or not', () => {
  const clock = { askedAt: asked, firstResponseAt: at(6), firstAnswerAt: null, resolvedAt: at(1140) }
  expect(shape(clockPoints(clock, Date.parse(at(9999))))).toEqual([
    'asked 0 none',
    'firstResponse 6 solid',
    'firstAnswer - solid',
    'resolved 1140 solid',
  ])
})

import { expect, test } from 'vitest'
import { countOf, summaryOf } from './testCounts.ts'

test('a part without tests counts as one', () => {
  expect(countOf(true, null)).toEqual({ passed: 1, failed: 0 })
  expect(countOf(false, null)).toEqual({ passed: 0, failed: 1 })
})

test('tests are counted from the report of either runner', () => {
  expect(countOf(false, { numPassedTests: 7, numFailedTests: 2 })).toEqual({ passed: 7, failed: 2 })
  expect(countOf(true, { stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } })).toEqual({ passed: 5, failed: 0 })
})

test('a skipped test counts as failed', () => {
  expect(countOf(true, { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1 })).toEqual({ passed: 7, failed: 1 })
})

test('a runner that broke although no test failed has failed', () => {
  expect(countOf(false, { numPassedTests: 7, numFailedTests: 0 })).toEqual({ passed: 7, failed: 1 })
})

test('the last line is the sum and nothing else', () => {
  const summary = summaryOf([
    { name: 'types', passed: 1, failed: 0, seconds: 2 },
    { name: 'unit', passed: 40, failed: 2, seconds: 10 },
  ])
  expect(summary.split('\n').at(-1)).toBe('41 passed, 2 failed')
})

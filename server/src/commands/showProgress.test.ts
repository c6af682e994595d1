import { expect, test } from 'vitest'
import { progressLine, showProgress } from './showProgress.ts'

const terminal = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) > 0 }
}

test('a line says how far, how fast and how much longer', () => {
  expect(progressLine(120, 423, 12)).toBe('120 of 423 · 10.0 a second · about 31 s left')
  expect(progressLine(0, 423, 3)).toBe('0 of 423')
  expect(progressLine(1, 1, 0)).toBe('1 of 1')
})

test('a terminal sees it five times a second, and always the end', () => {
  let now = 0
  const screen = terminal(true)
  const { done } = showProgress(3, screen, () => now)
  done(1)
  now = 200
  done(2)
  done(3)
  expect(screen.written.map((text) => text.slice(4, 10))).toEqual(['2 of 3', '3 of 3'])
})

test('where there is no terminal nothing is shown', () => {
  const file = terminal(false)
  const { done, clear } = showProgress(1, file, () => 1)
  done(1)
  clear()
  expect(file.written).toEqual([])
})

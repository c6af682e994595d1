import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvScanner } from './csvScanner.ts'

const read = (text: string, size = 1_000_000) => {
  const [rows, broken]: [string[][], [number, string][]] = [[], []]
  let header: readonly string[] = []
  const scanner = csvScanner({
    onHeader: (names) => {
      header = names
    },
    onRow: (row) => rows.push(header.map((_, column) => row.text(column))),
    onBroken: (line, reason) => broken.push([line, reason]),
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
  scanner.end()
  return { header, rows, broken }
}

test('quoted and bare values, doubled quotes, line breaks inside, CRLF, a byte order mark and no last line break', () => {
  expect(read('\uFEFF"a",b\r\n"1, ""x""",é\r\n"two\nlines",\r\n\r\n,"z"')).toEqual({
    header: ['a', 'b'],
    rows: [
      ['1, "x"', 'é'],
      ['two\nlines', ''],
      ['', 'z'],
    ],
    broken: [],
  })
})

test('a broken line is named and the lines around it are read', () => {
  expect(read('a,b\n1,2\n3\n"4,5\n6,7\n"8"x,9\n1,2,3\n10,11\n')).toEqual({
    header: ['a', 'b'],
    rows: [
      ['1', '2'],
      ['6', '7'],
      ['10', '11'],
    ],
    broken: [
      [3, 'has 1 columns instead of 2'],
      [4, 'has letters behind a closing quote'],
      [6, 'has letters behind a closing quote'],
      [7, 'has 3 columns instead of 2'],
    ],
  })
})

test('a quote that is never closed costs its own line only', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at},x`)
  const { rows, broken } = read(`a,b\n"oops,1\n${lines.join('\n')}\n`)
  expect(rows).toHaveLength(30)
  expect(broken).toEqual([[2, 'has a quote that is not closed']])
})

test('whatever is written is read again, in pieces of any size', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '名'), maxLength: 6 })
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 })
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
      const few = rows.filter((row) => row.join('').split('\n').length < 6)
      const text = ['x,y,z', ...few.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))].join('\n')
      expect(read(text, size)).toEqual({ header: ['x', 'y', 'z'], rows: few, broken: [] })
    }),
    { numRuns: 500 },
  )
})

import { expect, test } from 'vitest'
import { matchLine } from './matchNames.ts'

test.each([
  ['María José\tGarcía\tMARIA JOSE\tGARCIA LOPEZ', 0.958, 'accept'],
  ['Sarah\tJones\tSARAH\tSMITH\t', 0.4, 'mismatch'],
  ['Sarah\tJones\tSARAH\tSMITH\tSARAH JONES', 1, 'accept'],
  ['Sarah\tJones\tSARAH\tSMITH\tBROWN; JONES', 1, 'accept'],
  ['Sarah\tJones\tSARAH\tSMITH\tJONES, SARAH ANN', 0.988, 'accept'],
])('%s', (line, score, decision) => {
  expect(matchLine(line)).toMatchObject({ score, decision })
})

test.each([
  ['Sarah\tJones\tSARAH', 'has 3 columns instead of 4 or 5'],
  ['a\tb\tc\td\te\tf', 'has 6 columns instead of 4 or 5'],
  ['\t\tSARAH\tSMITH', 'has no typed name'],
  ['Sarah\tJones\t\t', 'has no name on the register'],
])('a bad line says what is wrong', (line, why) => {
  expect(matchLine(line)).toBe(why)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seededChance } from './chance.ts'
import { npiAt, nppesFile, nppesHeader } from './nppesFile.ts'

test('the invented file has the 330 columns of the real one, and NPIs with a right check digit', () => {
  const sample = readFileSync('server/src/registrar/registers/us-nppes/sample/npidata_sample.csv', 'utf8').split('\n')[0]
  expect(`"${nppesHeader.join('","')}"`).toBe(sample)
  expect([npiAt(1), npiAt(2)]).toEqual(['2000000010', '2000000028'])
})

test('the same seed writes the same rows', () => {
  const write = () => [...nppesFile(20, seededChance(3))].join('')
  expect(write()).toBe(write())
  expect(write().trim().split('\n')).toHaveLength(21)
})

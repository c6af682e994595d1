import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countries } from '#atlas/countries.ts'
import { manualDeskOf, transcribedFields } from './manualDesks.ts'
import { usNppesWordings } from './us-nppes/wordings.ts'

const rows = readFileSync(join(import.meta.dirname, 'vectors/register_status_map.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', '')))

test.each(rows)('%s, %s: "%s" is %s, eligible %s', (country, register, raw, standing, eligible) => {
  const wordings = register === 'NPPES' ? usNppesWordings : manualDeskOf(country as 'US').wordings
  expect(wordings).toContainEqual({ raw, standing, eligible })
})

test('every country can be looked up by a person, on a page of its register', () => {
  for (const { code } of countries) {
    const { deepLink, fields, wordings } = manualDeskOf(code)
    expect(deepLink).toMatch(/^https:\/\//)
    expect(fields).toEqual(expect.arrayContaining(['family', 'given', 'status']))
    expect(transcribedFields).toEqual(expect.arrayContaining([...fields]))
    expect(wordings.some(({ eligible }) => eligible === 'no' || eligible === 'review')).toBe(true)
  }
})

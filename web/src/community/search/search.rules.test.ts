import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFilters, readSearch, searchAddress, stretchesOf } from './search.rules.ts'

test('an address and what it asks for are the same thing said twice', () => {
  const asked = { q: 'IAM & fiebre', specialty: 'cardiology', status: 'resolved', country: 'MX', age: 'child', withImage: true } as const
  const address = searchAddress(asked)
  expect(readSearch(address.slice(address.indexOf('?')))).toEqual(asked)
  expect(searchAddress({ q: ' ' })).toBe('/search')
  expect(countFilters({ status: 'open', withImage: false })).toBe(1)
})

test('what an address says wrongly is left out', () => {
  expect(readSearch('?q=a&specialty=magic&status=x&country=FR&age=old&withImage=1')).toEqual({ q: 'a' })
  expect(readSearch(`?q=${'x'.repeat(500)}`).q).toHaveLength(200)
})

test('a passage loses nothing by being cut at its marks', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.uniqueArray(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
      const at = cuts.filter((cut) => cut <= text.length).toSorted((one, other) => one - other)
      const marks = at.flatMap((start, index) =>
        index % 2 === 0 && at[index + 1] !== undefined ? [{ start, end: at[index + 1] as number }] : [],
      )
      const stretches = stretchesOf({ part: 'story', commentId: null, language: 'en', text, marks })
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
      expect(stretches.filter(({ marked }) => marked)).toHaveLength(marks.length)
    }),
  ))

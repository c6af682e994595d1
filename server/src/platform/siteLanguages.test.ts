import { expect, test } from 'vitest'
import { languagesFrom } from './siteLanguages.ts'

test('a community speaks English and Spanish, or what its operator names', () => {
  expect(languagesFrom(undefined)).toEqual(['en', 'es'])
  expect(languagesFrom('')).toEqual(['en', 'es'])
  expect(languagesFrom('es, ca ,en,es')).toEqual(['es', 'ca', 'en'])
})

test.each(['en', 'en,xx', 'en;es'])('%s is refused, with what there is', (setting) =>
  expect(languagesFrom(setting)).toBe(`SITE_LANGUAGES must name two or more of en, es, ca, parted by commas, not "${setting}".`),
)

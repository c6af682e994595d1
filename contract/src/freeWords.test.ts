import type { TSchema } from 'typebox'
import { expect, test } from 'vitest'
import { communityEndpoints } from './community/all.ts'
import { shownText } from './shapes.ts'

/** Strings of replies that are nobody's prose, so that they need not be translated: where they stand, and what they are. */
const noProse: readonly (readonly [place: RegExp, what: string])[] = [
  [/\b(?:byline|me|showName)\.(?:name|handle)$/, 'a name'],
  [/\blabel(?:\.shown|\.carried)?\.(?:code|specialty|place)$|\blabels?(?:\[\])?$/, 'a label, which the reader’s own phrases say'],
  [/\blabs\[\]\.(?:value|unit|range)$/, 'a figure; what of it is words stands beside it as a shown text'],
  [/\battribution\./, 'a citation'],
  [/\bform\.|\blastDraft\./, 'what the reader wrote and has not posted'],
  [/\bpassages\[\]\.text$/, 'a stretch of a text, which says its language'],
  [/\bmended\[\]\./, 'a word of the reader’s own search'],
  [/^(?:listSentences|listHeldSentences|listCorrections)\./, 'a sentence in both its languages side by side, each of which it says'],
  [/^(?:listTerms|listProposals)\./, 'a term in both its languages side by side'],
  [/^correctSentence\./, 'what the gate misses in the corrector’s own words'],
  [/^listDevices\.|\baddedDevices\[\]$/, 'a device of the reader’s own'],
  [/MailAddress\.address$/, 'an address of the reader’s own'],
  [/^listDemoLetters\.items/, 'a letter, written in its receiver’s language'],
  [/\.next$/, 'a token'],
  [/Origin$/, 'an address'],
]

/** Every place of a reply where any words may stand. */
const freeStrings = (schema: TSchema, place: string): readonly string[] => {
  const {
    type,
    format,
    pattern,
    properties,
    items,
    anyOf,
    enum: listed,
    patternProperties,
    const: fixed,
  } = schema as Record<string, unknown>
  if (schema === (shownText as TSchema) || isShownText(schema) || listed !== undefined || fixed !== undefined) return []
  if (anyOf) return (anyOf as TSchema[]).flatMap((one) => freeStrings(one, place))
  if (type === 'array') return freeStrings(items as TSchema, `${place}[]`)
  if (type === 'object')
    return [
      ...Object.entries((properties ?? {}) as Record<string, TSchema>),
      ...Object.entries((patternProperties ?? {}) as Record<string, TSchema>),
    ].flatMap(([name, one]) => freeStrings(one, `${place}.${name}`))
  return type === 'string' && format === undefined && pattern === undefined ? [place] : []
}

const isShownText = (schema: TSchema) =>
  Object.keys(shownText.properties).every((name) => name in ((schema as { properties?: object }).properties ?? {}))

test('whatever members write reaches a reader as a shown text, which is in their language', () => {
  const places = communityEndpoints.flatMap(({ name, endpoint }) => (endpoint.reply ? freeStrings(endpoint.reply, name) : []))
  expect(places.length).toBeGreaterThan(20)
  const prose = [...new Set(places)].filter((place) => !noProse.some(([pattern]) => pattern.test(place)))
  expect(prose, 'send these as shownText, or say in noProse what they are').toEqual([])
})

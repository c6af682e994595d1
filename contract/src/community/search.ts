import { type Static, Type } from 'typebox'
import { ageGroups } from '#atlas/ageBands.ts'
import { endpoint } from '../endpoint.ts'
import { countryCode, id, orNull, specialtyCode, textLanguage } from '../shapes.ts'
import { caseInList } from './cases.ts'

/** Where in a case something was found. */
export const foundIn = Type.Enum(['story', 'outcome', 'comment'])

/**
 * A stretch of a case that answers a search, in the reader's language.
 * `marks` are the words found, as UTF-16 offsets into `text`; `commentId` leads to the comment it stands in.
 */
export const passage = Type.Object(
  {
    part: foundIn,
    commentId: orNull(id),
    text: Type.String(),
    language: textLanguage,
    marks: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type Passage = Static<typeof passage>

export const foundCase = Type.Object({ case: caseInList, passages: Type.Array(passage) }, { additionalProperties: false })
export type FoundCase = Static<typeof foundCase>

export const searchFilters = {
  specialty: Type.Optional(specialtyCode),
  status: Type.Optional(Type.Enum(['open', 'resolved'])),
  country: Type.Optional(countryCode),
  age: Type.Optional(Type.Enum([...ageGroups])),
  withOutcome: Type.Optional(Type.Boolean()),
  withImage: Type.Optional(Type.Boolean()),
}

export const searchCases = endpoint({
  method: 'GET',
  path: '/api/community/search',
  who: 'member',
  summary: 'Cases that hold these words, in either language; the best first. Bylines are not searched.',
  query: Type.Object(
    {
      q: Type.String({ minLength: 1, maxLength: 200 }),
      typing: Type.Optional(Type.Boolean({ description: 'The last word may be unfinished.' })),
      ...searchFilters,
      after: Type.Optional(Type.String({ maxLength: 20 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, default: 10 })),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object(
    {
      items: Type.Array(foundCase),
      next: orNull(Type.String()),
      /** Words that stand nowhere, and what was looked for in their place. */
      mended: Type.Array(Type.Object({ typed: Type.String(), read: Type.String() }, { additionalProperties: false })),
      /** No case has all of the words; these have some of them. */
      loosened: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  status: 200,
  limit: 240,
  errors: [],
})

export const similarCases = endpoint({
  method: 'GET',
  path: '/api/community/search/similar',
  who: 'member',
  summary: 'Up to three resolved cases like the one being asked, the most alike first.',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 400 }) }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(caseInList) }, { additionalProperties: false }),
  status: 200,
  limit: 120,
  errors: [],
})

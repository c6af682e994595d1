import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { byline, id, instant, language, orNull, pageOf, paging } from '../shapes.ts'
import { termChange } from './glossary.ts'
import { notIdentifiers } from './privacy.ts'

export const limits = { sentence: 2_000 } as const

/** What the clinical gate looks at, and finds missing or new in a translation. */
export const objectionKind = Type.Enum([
  'number',
  'dose',
  'sign',
  'drug',
  'frequency',
  'negation-lost',
  'negation-invented',
  'instruction',
  'side',
  'capitals',
  'length',
  'address',
  'placeholder',
])
export type ObjectionKind = Static<typeof objectionKind>

const objection = Type.Object({ kind: objectionKind, expected: Type.String(), found: Type.String() }, { additionalProperties: false })
export type Objection = Static<typeof objection>

/** What a sentence is known by: SHA-256 of its words. */
const sentenceKey = Type.String({ pattern: '^[0-9a-f]{64}$' })

/**
 * A sentence as a doctor put it right. Readers see it while it is proposed or accepted.
 * `settledBy` is who accepted or declined it: the author, or a colleague who reads both languages.
 */
export const shownCorrection = Type.Object(
  {
    id,
    caseId: id,
    textId: id,
    source: Type.String(),
    sourceLanguage: language,
    language,
    before: Type.String(),
    target: Type.String(),
    /** What the gate objected to and the corrector has confirmed. */
    objections: Type.Array(objection),
    state: Type.Enum(['proposed', 'accepted', 'declined', 'taken-back']),
    settledBy: orNull(Type.Enum(['author', 'colleague'])),
    byline,
    at: instant,
    mayAccept: Type.Boolean(),
    mayDecline: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ShownCorrection = Static<typeof shownCorrection>

/** A sentence beside what readers of another language see of it. */
export const shownSentence = Type.Object(
  {
    caseId: id,
    textId: id,
    key: sentenceKey,
    source: Type.String(),
    sourceLanguage: language,
    language,
    shown: Type.String(),
    /** Held by the gate: readers see the original; `proposed` is what the engine said. */
    held: Type.Boolean(),
    proposed: orNull(Type.String()),
    objections: Type.Array(objection),
    /** Newest first. */
    corrections: Type.Array(shownCorrection),
  },
  { additionalProperties: false },
)
export type ShownSentence = Static<typeof shownSentence>

export const listSentences = endpoint({
  method: 'GET',
  path: '/api/community/sentences',
  who: 'member',
  summary: 'The sentences of some texts beside what an engine or a doctor made of them in my language, as they stand in the texts.',
  query: Type.Object(
    { texts: Type.String({ description: 'Ids, with commas between.', maxLength: 4_000 }) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ items: Type.Array(shownSentence) }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

export const listHeldSentences = endpoint({
  method: 'GET',
  path: '/api/community/sentences/held',
  who: 'member',
  summary: 'Sentences that wait for somebody who reads both languages, because the gate holds what the engine said; most read first.',
  query: Type.Object({ ...paging }, { additionalProperties: false }),
  reply: pageOf(shownSentence),
  status: 200,
  errors: ['correction.one-language'],
})

export const correctSentence = endpoint({
  method: 'POST',
  path: '/api/community/texts/{textId}/corrections',
  who: 'member',
  summary:
    'Puts a sentence right, for every reader and wherever the same is said. While the gate objects and I have not confirmed, nothing is done.',
  params: Type.Object({ textId: id }, { additionalProperties: false }),
  body: Type.Object(
    {
      key: sentenceKey,
      language,
      target: Type.String({ maxLength: 10_000 }),
      /** I have read what the gate objects to, and mean it so. */
      confirmed: Type.Boolean(),
      notIdentifiers,
    },
    { additionalProperties: false },
  ),
  /** `change` is what the glossary could say, where one term was put right. */
  reply: Type.Object(
    { correctionId: orNull(id), objections: Type.Array(objection), change: orNull(termChange) },
    { additionalProperties: false },
  ),
  status: 201,
  limit: 60,
  errors: [
    'text.not-found',
    'sentence.gone',
    'correction.one-language',
    'correction.empty',
    'correction.too-long',
    'correction.same',
    'privacy.identifier',
    'request.repeat-differs',
  ],
})

const correctionId = Type.Object({ correctionId: id }, { additionalProperties: false })

export const settleCorrection = endpoint({
  method: 'POST',
  path: '/api/community/corrections/{correctionId}/settlement',
  who: 'member',
  summary: 'Accepts a correction, as its author or as a second who reads both languages; or, as its author, declines it.',
  params: correctionId,
  body: Type.Object({ accept: Type.Boolean() }, { additionalProperties: false }),
  reply: Type.Object({ correctionId: id }, { additionalProperties: false }),
  status: 201,
  errors: ['correction.not-found', 'correction.one-language', 'correction.own', 'correction.not-author', 'correction.taken-back'],
})

export const takeBackCorrection = endpoint({
  method: 'DELETE',
  path: '/api/community/corrections/{correctionId}',
  who: 'member',
  summary: 'Takes one’s own correction back: what stood before stands again.',
  params: correctionId,
  status: 204,
  errors: ['correction.not-found', 'correction.not-yours'],
})

export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/community/corrections',
  who: 'member',
  summary: 'Corrections: of what I wrote and have not answered, of others that a second should look at, or my own.',
  query: Type.Object({ list: Type.Enum(['of-my-words', 'to-look-at', 'mine']), ...paging }, { additionalProperties: false }),
  reply: pageOf(shownCorrection),
  status: 200,
  errors: [],
})

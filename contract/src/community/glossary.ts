import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { byline, id, instant, language, orNull, pageOf, specialtyCode } from '../shapes.ts'

export const termClass = Type.Enum(['noun', 'adjective', 'verb', 'adverb', 'preposition', 'abbreviation'])
const words = Type.String({ minLength: 1, maxLength: 120 })

/** A term in both languages, as a dictionary would list it. `gender` is that of the Spanish noun. */
export const termPair = Type.Object(
  {
    class: termClass,
    en: words,
    es: words,
    gender: orNull(Type.Enum(['m', 'f', 'mf'])),
    /** Only where it is not the regular one. */
    plural: Type.Object({ en: Type.Optional(words), es: Type.Optional(words) }, { additionalProperties: false }),
    /** The only language it is read in; null where it serves both ways. */
    onlyFrom: orNull(language),
    /** Whose posts give an abbreviation this reading; empty for everybody's. */
    specialties: Type.Array(specialtyCode, { maxItems: 40, uniqueItems: true }),
    /** Words of the same sentence that give it this reading; the beginning of one where a hyphen follows. */
    near: Type.Optional(Type.Array(Type.String({ minLength: 2, maxLength: 40 }), { maxItems: 60, uniqueItems: true })),
    /** A medicine: the gate asks that it be named. */
    isDrug: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type TermPair = Static<typeof termPair>

/** Which term of the glossary is meant. */
const termName = Type.Object({ class: termClass, en: words, es: words }, { additionalProperties: false })
export type TermName = Static<typeof termName>

/** A term to be added, or in the place of `replaces`; without a term, `replaces` goes. */
export const termChange = Type.Object({ term: orNull(termPair), replaces: orNull(termName) }, { additionalProperties: false })
export type TermChange = Static<typeof termChange>

/** A change of the glossary one member proposed: `term` to be added, or in the place of `replaces`; without a term, `replaces` goes. */
export const shownProposal = Type.Object(
  {
    id,
    term: orNull(termPair),
    replaces: orNull(termName),
    state: Type.Enum(['proposed', 'accepted', 'declined', 'taken-back']),
    byline,
    settledBy: orNull(byline),
    at: instant,
    maySettle: Type.Boolean(),
    mayTakeBack: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ShownProposal = Static<typeof shownProposal>

export const listTerms = endpoint({
  method: 'GET',
  path: '/api/community/glossary',
  who: 'member',
  summary: 'The terms translations use, found by words of either language.',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 120 })) }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(termPair), total: Type.Integer() }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/community/glossary/proposals',
  who: 'member',
  summary: 'Changes of the glossary: those that wait for a second pair of eyes first, then what became of others, newest first.',
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }),
  reply: pageOf(shownProposal),
  status: 200,
  errors: [],
})

export const proposeTerm = endpoint({
  method: 'POST',
  path: '/api/community/glossary/proposals',
  who: 'member',
  summary: 'Proposes a term, a change of one, or that one goes. A second who reads both languages accepts it.',
  body: termChange,
  reply: Type.Object({ proposalId: id }, { additionalProperties: false }),
  status: 201,
  limit: 60,
  errors: ['correction.one-language', 'term.missing', 'term.unknown', 'term.known', 'request.repeat-differs'],
})

const proposalId = Type.Object({ proposalId: id }, { additionalProperties: false })

export const settleProposal = endpoint({
  method: 'POST',
  path: '/api/community/glossary/proposals/{proposalId}/settlement',
  who: 'member',
  summary: 'Accepts or declines what a colleague proposed; accepted, only texts that hold the term are translated again.',
  params: proposalId,
  body: Type.Object({ accept: Type.Boolean() }, { additionalProperties: false }),
  reply: Type.Object({ proposalId: id }, { additionalProperties: false }),
  status: 201,
  errors: ['term.proposal-not-found', 'term.settled', 'correction.one-language', 'correction.own'],
})

export const takeBackProposal = endpoint({
  method: 'DELETE',
  path: '/api/community/glossary/proposals/{proposalId}',
  who: 'member',
  summary: 'Takes back what one proposed, or accepted: the glossary is as it was before.',
  params: proposalId,
  status: 204,
  errors: ['term.proposal-not-found', 'correction.not-yours'],
})

import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id, instant, orNull, specialtyCode } from '../shapes.ts'
import { hourZone } from './notifications.ts'

/** Counts below this are not told: who was alerted must not be guessed. */
export const fewerThan = 5

/** How many were alerted in one specialty (null: generalists of any); null for fewer than five. */
const alertedIn = Type.Object({ specialty: orNull(specialtyCode), alerted: orNull(Type.Integer()) }, { additionalProperties: false })

/**
 * What is happening to find an answer, for the doctor who asked: counts, never who.
 * `state`: alerting (a ring is due at `widensAt`), answered (five colleagues have answered, one of the specialty), exhausted (the last ring is out), closed.
 */
export const askersRing = Type.Object(
  {
    state: Type.Enum(['alerting', 'answered', 'exhausted', 'closed']),
    alerted: orNull(Type.Integer()),
    groups: Type.Array(alertedIn),
    /** How many of those alerted have opened the case; null while too few were alerted to say. */
    opened: orNull(Type.Integer()),
    widensAt: orNull(instant),
    /** Specialties added to those the case was asked of. */
    added: Type.Array(specialtyCode),
  },
  { additionalProperties: false },
)
export type AskersRing = Static<typeof askersRing>

export const declined = Type.Enum(['not-my-field', 'no-time', 'know-the-patient', 'other'])
export type Declined = Static<typeof declined>

/** What a colleague may do: they were asked or not, have opened it, declined, or said they will answer until an instant. */
export const colleaguesRing = Type.Object(
  { asked: Type.Boolean(), opened: Type.Boolean(), declined: orNull(declined), claimedUntil: orNull(instant) },
  { additionalProperties: false },
)

export const shownRing = Type.Object(
  {
    asker: orNull(askersRing),
    mine: orNull(colleaguesRing),
    /** How many colleagues other than the reader have said they are answering. */
    answering: Type.Integer(),
  },
  { additionalProperties: false },
)
export type ShownRing = Static<typeof shownRing>

const caseId = Type.Object({ caseId: id }, { additionalProperties: false })

export const showRing = endpoint({
  method: 'GET',
  path: '/api/community/cases/{caseId}/ring',
  who: 'member',
  summary: 'Whom a case has reached: for its asker in counts, for a colleague what they were asked and said.',
  params: caseId,
  reply: shownRing,
  status: 200,
  errors: ['case.not-found'],
})

export const tellOpened = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/ring/opened',
  who: 'member',
  summary: 'I was asked about this case and have opened it.',
  params: caseId,
  reply: shownRing,
  status: 201,
  errors: ['case.not-found'],
})

export const claimAnswer = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/claim',
  who: 'member',
  summary: 'I will answer within 30 minutes: fewer others are asked meanwhile.',
  params: caseId,
  reply: shownRing,
  status: 201,
  errors: ['case.not-found', 'ring.not-running', 'ring.own-case'],
})

export const dropClaim = endpoint({
  method: 'DELETE',
  path: '/api/community/cases/{caseId}/claim',
  who: 'member',
  summary: 'I will not answer after all.',
  params: caseId,
  status: 204,
  errors: ['case.not-found'],
})

export const declineCase = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/not-for-me',
  who: 'member',
  summary: 'This case is not for me, and why; with `mute`, nothing of that specialty is any more.',
  params: caseId,
  body: Type.Object({ why: declined, mute: Type.Boolean() }, { additionalProperties: false }),
  reply: shownRing,
  status: 201,
  errors: ['case.not-found', 'ring.own-case'],
})

export const widenRing = endpoint({
  method: 'POST',
  path: '/api/community/cases/{caseId}/ring',
  who: 'member',
  summary: 'Asks the next colleagues now; with a specialty, those of it too. For the asker, and for whoever was asked or has answered.',
  params: caseId,
  body: Type.Object({ specialty: orNull(specialtyCode) }, { additionalProperties: false }),
  reply: shownRing,
  status: 201,
  limit: 6,
  errors: ['case.not-found', 'case.not-yours', 'ring.not-running', 'ring.too-many-added'],
})

const stretch = { from: instant, to: instant }

/** A week has so many stretches of four hours: 0 is Monday from midnight, the last one Sunday from eight in the evening. */
export const rotaStretches = 42
const rotaStretch = Type.Integer({ minimum: 0, maximum: rotaStretches - 1 })

/** What I am asked about and when. */
export const myRings = Type.Object(
  {
    /** Specialties a case of which may reach me: by my label, and by interest. */
    topics: Type.Array(Type.Object({ specialty: specialtyCode, attested: Type.Boolean() }, { additionalProperties: false })),
    muted: Type.Array(specialtyCode),
    pausedUntil: orNull(instant),
    /** When I am or will be on call. */
    duties: Type.Array(Type.Object(stretch, { additionalProperties: false })),
    /**
     * In which stretches of every week I am on call, by my own clock (`zone`; null while I have not said it), and in which a colleague of my specialty
     * is from beginning to end. Null where my label names no specialty.
     */
    rota: orNull(
      Type.Object(
        { zone: orNull(hourZone), stretches: Type.Array(rotaStretch), covered: Type.Array(rotaStretch) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type MyRings = Static<typeof myRings>

export const showMyRings = endpoint({
  method: 'GET',
  path: '/api/community/rings',
  who: 'member',
  summary: 'What I am asked about, whether I have paused, and when I am on call.',
  reply: myRings,
  status: 200,
  errors: [],
})

export const pauseRings = endpoint({
  method: 'PUT',
  path: '/api/community/rings/pause',
  who: 'member',
  summary: 'Until then I am not asked about anything; null: I am again.',
  body: Type.Object({ until: orNull(instant) }, { additionalProperties: false }),
  reply: myRings,
  status: 200,
  errors: [],
})

export const muteTopics = endpoint({
  method: 'PUT',
  path: '/api/community/rings/muted',
  who: 'member',
  summary: 'The specialties I do not want to be asked about.',
  body: Type.Object({ muted: Type.Array(specialtyCode, { maxItems: 20, uniqueItems: true }) }, { additionalProperties: false }),
  reply: myRings,
  status: 200,
  errors: [],
})

export const takeDuty = endpoint({
  method: 'POST',
  path: '/api/community/rings/duty',
  who: 'member',
  summary: 'I am on call: urgent cases of my specialty may reach me at night.',
  body: Type.Object(stretch, { additionalProperties: false }),
  reply: myRings,
  status: 201,
  errors: ['duty.too-long'],
})

export const endDuty = endpoint({
  method: 'DELETE',
  path: '/api/community/rings/duty/{from}',
  who: 'member',
  summary: 'I am not on call in this stretch after all.',
  params: Type.Object({ from: instant }, { additionalProperties: false }),
  status: 204,
  errors: [],
})

export const setRota = endpoint({
  method: 'PUT',
  path: '/api/community/rings/rota',
  who: 'member',
  summary: 'In these stretches of every week I am on call: urgent cases of my specialty may reach me then, at night too.',
  body: Type.Object(
    { stretches: Type.Array(rotaStretch, { maxItems: rotaStretches, uniqueItems: true }) },
    { additionalProperties: false },
  ),
  reply: myRings,
  status: 200,
  errors: ['rota.no-clock', 'rota.no-specialty'],
})

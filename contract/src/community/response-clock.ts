import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { countryCode, orNull, specialtyCode, textLanguage } from '../shapes.ts'

/** Seconds; null for "not within what was looked at": more than that part of the cases waits still. */
const span = orNull(Type.Number())

/** How long something took: of how many cases, the median, the middle half, and what nine of ten stayed under. */
const figures = Type.Object(
  { cases: Type.Integer(), median: span, quarter: span, threeQuarters: span, ninetieth: span },
  { additionalProperties: false },
)
export type Figures = Static<typeof figures>

const group = <K extends Parameters<typeof Type.Object>[0][string]>(key: K) =>
  Type.Object(
    {
      key,
      /** Null for fewer than five, as everything else about them then is. */
      cases: orNull(Type.Integer()),
      answer: orNull(figures),
      /** Of those asked a day ago or more, how many had no answer within 24 hours; null for fewer than five. */
      unanswered: orNull(Type.Integer()),
    },
    { additionalProperties: false },
  )

/** How long doctors who ask have to wait. Nothing is said of fewer than five cases. */
export const clockShown = Type.Object(
  {
    days: Type.Integer(),
    cases: orNull(Type.Integer()),
    response: orNull(figures),
    answer: orNull(figures),
    specialist: orNull(figures),
    five: orNull(figures),
    resolved: orNull(figures),
    unanswered: Type.Object({ of: orNull(Type.Integer()), cases: orNull(Type.Integer()) }, { additionalProperties: false }),
    /** How many cases had their first answer within each span; `within` in minutes, null for none within 24 hours. */
    spread: Type.Array(Type.Object({ within: orNull(Type.Integer()), cases: orNull(Type.Integer()) }, { additionalProperties: false })),
    bySpecialty: Type.Array(group(orNull(specialtyCode))),
    byCountry: Type.Array(group(orNull(countryCode))),
    byLanguage: Type.Array(group(textLanguage)),
    /** By the hour of asking on the clock most doctors of the asker's country live by; cases without hurry left out. */
    byHour: Type.Array(group(Type.Integer({ minimum: 0, maximum: 23 }))),
  },
  { additionalProperties: false },
)
export type ClockShown = Static<typeof clockShown>

const days = Type.Object({ days: Type.Integer({ minimum: 1, maximum: 366 }) }, { additionalProperties: false })

export const showClock = endpoint({
  method: 'GET',
  path: '/api/community/clock',
  who: 'member',
  summary: 'How long doctors who ask have to wait: medians, by specialty, country, hour and language; nothing of fewer than five cases.',
  query: days,
  reply: clockShown,
  status: 200,
  errors: [],
})

export const exportClock = endpoint({
  method: 'GET',
  path: '/api/community/clock/cases.csv',
  who: 'member',
  summary: 'What the clock is worked out from, one line for each case I may see: no id, no instant, spans in seconds.',
  query: days,
  produces: 'text/csv',
  status: 200,
  errors: [],
})

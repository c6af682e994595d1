import type { CountryCode } from '#atlas/countries.ts'
import { localHour, mainZoneOf } from '#atlas/hourZones.ts'
import { isSpecialistFor } from '#atlas/neighbours.ts'
import { groupOf, type SpecialtyCode } from '#atlas/specialties.ts'
import type { ClockShown, Figures } from '#contract/community/response-clock.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { parseLabel } from '#tickets/labels.ts'

/** The times of one case: spans from asking, in seconds; null where it has not come. */
export interface CaseTimes {
  readonly specialties: readonly string[]
  readonly country: string | null
  readonly language: TextLanguage
  /** The hour of asking where the asker practises; null where their label does not say. */
  readonly hour: number | null
  readonly hurry: boolean
  /** How long ago it was asked. */
  readonly age: number
  readonly response: number | null
  readonly answer: number | null
  readonly specialist: number | null
  readonly five: number | null
  readonly resolved: number | null
}

/** A case as it stands in the rows. */
export interface CaseRow {
  readonly specialties: readonly string[]
  readonly askerLabel: string | null
  readonly language: string
  readonly urgency: string
  readonly askedAt: Date
  readonly firstResponseAt: Date | null
  readonly resolvedAt: Date | null
  /** When each doctor other than the asker first answered, with their label, oldest first. */
  readonly answers: readonly { readonly label: string; readonly at: Date }[]
}

const specialistAmong = (specialties: readonly string[], labelCode: string): boolean => {
  if (specialties.length === 0) return true
  const label = parseLabel(labelCode)
  if (!label || label.rung === 'region' || label.rung === 'doctor') return false
  return specialties.some((asked) =>
    label.rung === 'group-country' ? groupOf(asked) === label.group : isSpecialistFor(asked, label.specialty),
  )
}

/** The times of a case, seen at an instant. */
export const timesOf = (row: CaseRow, now: Date): CaseTimes => {
  const since = (at: Date | null | undefined): number | null =>
    at ? Math.max(0, Math.round((at.getTime() - row.askedAt.getTime()) / 1_000)) : null
  const label = row.askerLabel === null ? null : parseLabel(row.askerLabel)
  const country = label && 'country' in label ? label.country : null
  const zone = country && mainZoneOf(country)
  return {
    specialties: row.specialties,
    country,
    language: row.language as TextLanguage,
    hour: zone ? localHour(zone, row.askedAt) : null,
    hurry: row.urgency !== 'no-hurry',
    age: since(now) ?? 0,
    response: since(row.firstResponseAt),
    answer: since(row.answers[0]?.at),
    specialist: since(row.answers.find(({ label: code }) => specialistAmong(row.specialties, code))?.at),
    five: since(row.answers[4]?.at),
    resolved: since(row.resolvedAt),
  }
}

/** Nothing is said of fewer. */
export const fewest = 5

const day = 86_400

const tellable = (count: number): number | null => (count >= fewest ? count : null)

/**
 * How long something took, over all cases that had a day for it: one in which it has not come yet counts as longer than any other, so that a
 * quarter that waits for ever is seen. A case younger than a day in which it has not come says nothing yet.
 */
export const figuresOf = (cases: readonly CaseTimes[], of: (times: CaseTimes) => number | null): Figures | null => {
  const told = cases.filter((times) => of(times) !== null || times.age >= day)
  if (told.length < fewest) return null
  const sorted = told.map((times) => of(times) ?? Number.POSITIVE_INFINITY).toSorted((one, other) => one - other)
  const at = (part: number): number | null => {
    const value = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY
    return Number.isFinite(value) ? value : null
  }
  return { cases: told.length, median: at(0.5), quarter: at(0.25), threeQuarters: at(0.75), ninetieth: at(0.9) }
}

const unansweredIn = (cases: readonly CaseTimes[]): readonly CaseTimes[] =>
  cases.filter(({ age, answer }) => age >= day && (answer === null || answer > day))

const groupsBy = <K extends string | number | null>(cases: readonly CaseTimes[], keysOf: (times: CaseTimes) => readonly K[]) => {
  const groups = new Map<K, CaseTimes[]>()
  for (const times of cases) for (const key of keysOf(times)) groups.set(key, [...(groups.get(key) ?? []), times])
  return [...groups].map(([key, own]) => ({
    key,
    cases: tellable(own.length),
    answer: figuresOf(own, ({ answer }) => answer),
    unanswered: tellable(unansweredIn(own).length),
    size: own.length,
  }))
}

const largestFirst = <G extends { size: number; key: unknown }>(groups: readonly G[]): Omit<G, 'size'>[] =>
  groups
    // Below five their order says nothing of their number.
    .toSorted((one, other) => (tellable(other.size) ?? 0) - (tellable(one.size) ?? 0) || String(one.key).localeCompare(String(other.key)))
    .map(({ size: _, ...group }) => group)

/** Where the spread of first answers is cut, in minutes. */
const cuts = [10, 30, 90, 360, 1_440] as const

const spreadOf = (cases: readonly CaseTimes[]): ClockShown['spread'] => {
  const count = (from: number, to: number) =>
    cases.filter(({ answer }) => answer !== null && answer >= from * 60 && answer < to * 60).length
  return [
    ...cuts.map((within, index) => ({ within, cases: tellable(count(cuts[index - 1] ?? 0, within)) })),
    { within: null, cases: tellable(unansweredIn(cases).length) },
  ]
}

/** The clock, from the times of every case. */
export const clockOf = (cases: readonly CaseTimes[], days: number): ClockShown => ({
  days,
  cases: tellable(cases.length),
  response: figuresOf(cases, ({ response }) => response),
  answer: figuresOf(cases, ({ answer }) => answer),
  specialist: figuresOf(cases, ({ specialist }) => specialist),
  five: figuresOf(cases, ({ five }) => five),
  resolved: figuresOf(cases, ({ resolved }) => resolved),
  unanswered: { of: tellable(cases.filter(({ age }) => age >= day).length), cases: tellable(unansweredIn(cases).length) },
  spread: spreadOf(cases),
  bySpecialty: largestFirst(
    groupsBy<SpecialtyCode | null>(cases, ({ specialties }) => (specialties.length > 0 ? (specialties as SpecialtyCode[]) : [null])),
  ),
  byCountry: largestFirst(groupsBy<CountryCode | null>(cases, ({ country }) => [country as CountryCode | null])),
  byLanguage: largestFirst(groupsBy<TextLanguage>(cases, ({ language }) => [language])),
  byHour: groupsBy<number>(
    cases.filter(({ hurry }) => hurry),
    ({ hour }) => (hour === null ? [] : [hour]),
  )
    .toSorted((one, other) => one.key - other.key)
    .map(({ size: _, ...group }) => group),
})

const columns = [
  'specialties',
  'country',
  'language',
  'hour',
  'hurry',
  'age',
  'response',
  'answer',
  'specialist',
  'five',
  'resolved',
] as const

/** The times of every case as lines of comma-separated values under their names. */
export const clockCsv = (cases: readonly CaseTimes[]): string =>
  [columns.join(','), ...cases.map((times) => columns.map((name) => cell(times[name])).join(','))].map((line) => `${line}\r\n`).join('')

const cell = (value: CaseTimes[(typeof columns)[number]]): string =>
  value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value)

/** Reads such lines. */
export const readClockCsv = (csv: string): readonly CaseTimes[] =>
  csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) => {
      const cells = line.split(',')
      const at = (name: (typeof columns)[number]): string => cells[columns.indexOf(name)] ?? ''
      const span = (name: (typeof columns)[number]): number | null => (at(name) === '' ? null : Number(at(name)))
      return {
        specialties: at('specialties') === '' ? [] : at('specialties').split(' '),
        country: at('country') || null,
        language: at('language') as TextLanguage,
        hour: span('hour'),
        hurry: at('hurry') === 'true',
        age: Number(at('age')),
        response: span('response'),
        answer: span('answer'),
        specialist: span('specialist'),
        five: span('five'),
        resolved: span('resolved'),
      }
    })

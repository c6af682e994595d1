import type { Kysely } from 'kysely'
import { localHour } from '#atlas/hourZones.ts'
import { isSpecialistFor } from '#atlas/neighbours.ts'
import { blankCase, type CaseForm, type Urgency } from '#contract/community/cases.ts'
import type { Member } from '../access.ts'
import { postCase } from '../community/cases/post-case.ts'
import type { Deps } from '../community/deps.ts'
import { postComment } from '../community/discussion/post-comment.ts'
import { refreshEveryMember, refreshMembers, takeInNewcomers, wakeMembers } from '../community/routing/refresh-members.ts'
import { dueRings } from '../community/routing/widen-rings.ts'
import { afterComment, afterPosting } from '../features.ts'
import type { DB } from '../platform/schema/community.generated.ts'
import { days, hours, later, minutes } from '../platform/time.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { askedAbout, asking, attention, feedSelfSelection, type Model, places, specialtySizes, urgencies } from './model.ts'
import { addDoctors, alertsSince, type NewDoctor, nextDue, settle, teach } from './simulation.sql.ts'

/** What became of one case: minutes from asking; null where it never came while it was looked at. */
export interface CaseTold {
  readonly firstAnswer: number | null
  readonly firstSpecialist: number | null
  readonly fiveAnswers: number | null
}

export interface Simulated {
  readonly routed: readonly CaseTold[]
  /** The same cases and the same feed without rings, and such a feed in a network of 300,000. */
  readonly feedOnly: readonly CaseTold[]
  readonly feedOf300k: readonly CaseTold[]
  readonly alertsPerCase: number
  readonly alertsPerDoctorWeek: number
  /** The most any doctor got in seven days. */
  readonly mostInAWeek: number
  /** Alerts in a doctor's own hours of rest that they had not asked for by being on call. */
  readonly nightWakings: number
}

interface Doctor extends NewDoctor {
  readonly specialty: string
  readonly willing: number
  readonly member: Member
}

interface Case {
  readonly at: Date
  readonly asker: Doctor
  readonly specialty: string
  readonly urgency: Urgency
  readonly feed: readonly { readonly doctor: Doctor; readonly at: Date }[]
}

/** Looks at a case for so long. */
const watched = 48 * hours

const uuidFrom = (bytes: Buffer): string => {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Makes doctors as the model says. */
const someDoctors = (model: Model, chance: Chance): readonly Doctor[] => {
  const codes = Object.keys(specialtySizes)
  const sizes = Object.values(specialtySizes)
  const shares = places.map(({ share }) => share)
  return Array.from({ length: model.members }, () => {
    const { country, zone } = places[chance.weighted(shares)] as (typeof places)[number]
    const specialty = codes[chance.weighted(sizes)] as string
    const language = country === 'ES' || country === 'MX' ? ('es' as const) : ('en' as const)
    const accountId = uuidFrom(chance.bytes(16))
    const label = `${specialty}.${country}`
    return {
      accountId,
      label,
      language,
      zone,
      wakesAt: 6 + Math.floor(chance.next() * 4),
      restsAt: 21 + Math.floor(chance.next() * 3),
      reachable: chance.next() < model.reachable,
      chance: chance.next(),
      specialty,
      // The mean of all doctors is one, however unequal they are.
      willing: Math.exp(model.inequality * chance.normal() - model.inequality ** 2 / 2),
      member: { kind: 'member', accountId, language, label, shown: label, lapsed: false, moderator: false },
    }
  })
}

/** When a doctor comes upon something that fades in so many hours: as likely at an hour of their clock as they look at anything then. */
const whenSeen = (chance: Chance, zone: string, at: Date, fadesIn: number): Date => {
  const highest = Math.max(...attention)
  for (;;) {
    const when = later(at, chance.exponential(fadesIn))
    if (chance.next() <= (attention[localHour(zone, when)] ?? 1) / highest) return when
  }
}

const someCases = (model: Model, doctors: readonly Doctor[], chance: Chance, start: Date): readonly Case[] => {
  const topics = Object.keys(askedAbout)
  const weights = Object.values(askedAbout)
  const shares = urgencies.map(({ share }) => share)
  const busiest = Math.max(...asking)
  const cases: Case[] = []
  for (
    let at = later(start, chance.exponential(days / model.casesPerDay));
    at < later(start, model.days * days);
    at = later(at, chance.exponential(days / model.casesPerDay))
  ) {
    let asker = doctors[Math.floor(chance.next() * doctors.length)] as Doctor
    while (chance.next() > (asking[localHour(asker.zone, at)] ?? 1) / busiest)
      asker = doctors[Math.floor(chance.next() * doctors.length)] as Doctor
    const specialty = topics[chance.weighted(weights)] as string
    const { urgency } = urgencies[chance.weighted(shares)] as (typeof urgencies)[number]
    cases.push({ at, asker, specialty, urgency, feed: someFeed(model, doctors, chance, { at, specialty, members: model.members }) })
  }
  return cases
}

/** Who would comment on a case by reading the feed, and when. */
const someFeed = (
  model: Model,
  doctors: readonly Doctor[],
  chance: Chance,
  { at, specialty, members }: { at: Date; specialty: string; members: number },
): Case['feed'] => {
  const comments = chance.poisson(((model.feedViews * members) / 300_000) * model.feedComments)
  return Array.from({ length: comments }, () => {
    let doctor = doctors[Math.floor(chance.next() * doctors.length)] as Doctor
    while (!isSpecialistFor(specialty, doctor.specialty) && chance.next() > 1 / feedSelfSelection)
      doctor = doctors[Math.floor(chance.next() * doctors.length)] as Doctor
    return { doctor, at: whenSeen(chance, doctor.zone, at, model.feedHours * hours) }
  }).toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

const toldOf = (askedAt: Date, specialty: string, answers: readonly { readonly doctor: Doctor; readonly at: Date }[]): CaseTold => {
  const seen = new Set<string>()
  const independent = answers
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .filter(({ doctor, at }) => at.getTime() - askedAt.getTime() <= watched && !seen.has(doctor.accountId) && seen.add(doctor.accountId))
  const after = (answer: { at: Date } | undefined): number | null => (answer ? (answer.at.getTime() - askedAt.getTime()) / minutes : null)
  return {
    firstAnswer: after(independent[0]),
    firstSpecialist: after(independent.find(({ doctor }) => isSpecialistFor(specialty, doctor.specialty))),
    fiveAnswers: after(independent[4]),
  }
}

const formOf = ({ specialty, urgency, asker }: Case, number: number): CaseForm => ({
  ...blankCase,
  language: asker.language,
  question: `Case ${number}?`,
  questionTypes: ['what-next'],
  specialties: [specialty as CaseForm['specialties'][number]],
  urgency,
  patient: { ageBand: '40-44', sex: null, pregnant: null },
})

/** Two of a kind, told apart by when they happen and, at one instant, by which was planned first. */
type Step = { readonly at: number; readonly order: number; readonly take: () => Promise<void> }

/**
 * Runs modelled doctors against the product's own rules and rows, with a clock that is moved: cases are posted, rings go out and answers come through
 * the same commands as everybody's. The database is empty before and holds the simulated network after.
 */
export const simulate = async (
  given: Omit<Deps, 'clock' | 'ids' | 'jobs' | 'db'> & { db: Kysely<DB> },
  model: Model,
  progress: (done: number, of: number) => void,
): Promise<Simulated> => {
  const chance = chanceFrom(model.seed)
  const start = new Date('2027-03-01T00:00:00Z')
  let now = start
  const deps: Deps = {
    ...given,
    clock: { now: () => now },
    ids: {
      timed: (at) =>
        `${at
          .getTime()
          .toString(16)
          .padStart(12, '0')
          .replace(/^(.{8})/, '$1-')}-7${uuidFrom(chance.bytes(16)).slice(15)}`,
      random: () => uuidFrom(chance.bytes(16)),
      bytes: chance.bytes,
    },
    // What follows an event is done here at once; nothing is translated.
    jobs: { ask: async () => {}, work: async () => {}, every: async () => {}, health: async () => 'ok', stop: async () => {} },
  }
  const doctors = someDoctors(model, chance)
  const byAccount = new Map(doctors.map((doctor) => [doctor.accountId, doctor]))
  for (let from = 0; from < doctors.length; from += 2_000) await addDoctors(deps.db, doctors.slice(from, from + 2_000))
  await takeInNewcomers(deps)
  for (let from = 0; from < doctors.length; from += 2_000) {
    const some = doctors.slice(from, from + 2_000)
    const known = some.map(({ accountId, willing }) => {
      const judged = willing * Math.exp(model.misjudged * chance.normal() - model.misjudged ** 2 / 2)
      return { accountId, asked: 100, answered: Math.min(90, 100 * model.opened * model.answered * judged) }
    })
    await teach(deps.db, known)
    await refreshMembers(
      deps,
      some.map(({ accountId }) => accountId),
    )
  }
  await settle(deps.db)
  const cases = someCases(model, doctors, chance, start)

  const steps: Step[] = []
  let planned = 0
  const plan = (at: Date, take: Step['take']): void => {
    const step = { at: at.getTime(), order: planned++, take }
    // Kept in order, latest first: the next step is taken from the end.
    let low = 0
    let high = steps.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = steps[middle] as Step
      if (other.at > step.at || (other.at === step.at && other.order > step.order)) low = middle + 1
      else high = middle
    }
    steps.splice(low, 0, step)
  }

  const answersOf = new Map<Case, { doctor: Doctor; at: Date }[]>(cases.map((each) => [each, []]))
  const alertedAt = new Map<string, number[]>()
  let alerts = 0
  let nightWakings = 0
  let done = 0

  const answer = async (each: Case, caseId: string, doctor: Doctor): Promise<void> => {
    answersOf.get(each)?.push({ doctor, at: now })
    const { id } = await postComment(deps, doctor.member, caseId, {
      form: {
        kind: 'answer',
        language: doctor.language,
        text: 'An answer.',
        parentId: null,
        confidence: null,
        seen: null,
        byline: 'anonymous',
      },
      key: uuidFrom(chance.bytes(16)),
    })
    await afterComment(deps, { threadId: caseId, commentId: id, kind: 'answer', byAsker: false })
  }

  /** Lets those just alerted open and answer, each as they are, and plans the next ring. */
  const afterRing = async (each: Case, caseId: string): Promise<void> => {
    for (const { accountId, onCall } of await alertsSince(deps.db, caseId, now)) {
      const doctor = byAccount.get(accountId) as Doctor
      alerts += 1
      alertedAt.set(accountId, [...(alertedAt.get(accountId) ?? []), now.getTime()])
      const hour = localHour(doctor.zone, now)
      if (!onCall && (hour < doctor.wakesAt || hour >= doctor.restsAt)) nightWakings += 1
      if (chance.next() > model.opened * (attention[hour] ?? 1)) continue
      if (chance.next() > Math.min(0.9, model.answered * doctor.willing)) continue
      const opens = model.openAfter * Math.exp(1.6 * chance.normal())
      const writes = model.writeFor * Math.exp(0.69 * chance.normal())
      plan(later(now, (opens + writes) * minutes), () => answer(each, caseId, doctor))
    }
    const due = await nextDue(deps.db, caseId)
    // As in life, a tick looks every minute.
    if (due) plan(new Date(Math.ceil(due.getTime() / minutes) * minutes), () => tick(each, caseId))
  }

  const tick = async (each: Case, caseId: string): Promise<void> => {
    await wakeMembers(deps, now)
    await dueRings(deps, now)
    await afterRing(each, caseId)
  }

  for (const [number, each] of cases.entries())
    plan(each.at, async () => {
      const { id } = await postCase(deps, each.asker.member, { form: formOf(each, number), draftId: null, key: uuidFrom(chance.bytes(16)) })
      for (const { doctor, at } of each.feed)
        if (doctor !== each.asker && at.getTime() - each.at.getTime() <= watched) plan(at, () => answer(each, id, doctor))
      await wakeMembers(deps, now)
      await afterPosting(deps, id, false)
      await afterRing(each, id)
      progress(++done, cases.length)
    })
  for (let day = 1; day < model.days + 2; day += 1) plan(later(start, day * days), () => refreshEveryMember(deps))
  for (let step = steps.pop(); step; step = steps.pop()) {
    now = new Date(step.at)
    await step.take()
  }

  const mostInAWeek = Math.max(
    0,
    ...[...alertedAt.values()].map((times) =>
      Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 7 * days).length)),
    ),
  )
  return {
    routed: cases.map((each) => toldOf(each.at, each.specialty, answersOf.get(each) ?? [])),
    feedOnly: cases.map((each) => toldOf(each.at, each.specialty, each.feed)),
    feedOf300k: cases.map((each) => toldOf(each.at, each.specialty, someFeed(model, doctors, chance, { ...each, members: 300_000 }))),
    alertsPerCase: alerts / Math.max(1, cases.length),
    alertsPerDoctorWeek: alerts / model.members / (model.days / 7),
    mostInAWeek,
    nightWakings,
  }
}

import { circleOf, generalistsFor, isSpecialistFor, nearness } from '#atlas/neighbours.ts'
import { groupOf } from '#atlas/specialties.ts'
import type { Urgency } from '#contract/community/cases.ts'
import { parseLabel } from '#tickets/labels.ts'
import { hours, later, minutes } from '../../platform/time.ts'
import { expectedAnswers, type Scored, scoreOf, usualRate } from './score.rules.ts'

/** When the rings of a case widen, in minutes after it was asked, where its urgency is hours. */
export const ringMinutes = [0, 10, 25, 45, 75, 120, 180, 300, 480] as const

const pace: Readonly<Record<Urgency, number>> = { minutes: 0.5, hours: 1, days: 2, 'no-hurry': 4 }

/** The rings that must have gone out before a patient leaves. */
const ringsBeforeLeaving = 5

/** When a ring is due; null when there is none of this number. A patient who leaves soon pulls the first five together. */
export const ringDue = (
  ring: number,
  { urgency, askedAt, leavesAt }: { urgency: Urgency; askedAt: Date; leavesAt: Date | null },
): Date | null => {
  const after = ringMinutes[ring]
  if (after === undefined) return null
  const usual = after * pace[urgency]
  const stay = leavesAt ? (leavesAt.getTime() - askedAt.getTime()) / minutes : Number.POSITIVE_INFINITY
  const last = (ringMinutes[ringsBeforeLeaving] ?? 0) * pace[urgency]
  // Once the patient has left, the rest is as urgent as it was.
  const squeezed = stay > 0 && stay < last && ring <= ringsBeforeLeaving ? (usual * Math.max(stay, last / 6)) / last : usual
  return later(askedAt, squeezed * minutes)
}

/** A later ring that was never reached is left out: after a silence of hours, one ring goes out and not five. */
export const ringAfter = (
  ring: number,
  now: Date,
  plan: { urgency: Urgency; askedAt: Date; leavesAt: Date | null },
): { ring: number; dueAt: Date } | null => {
  for (let next = ring + 1; next < ringMinutes.length; next += 1) {
    const dueAt = ringDue(next, plan)
    if (dueAt && dueAt > now) return { ring: next, dueAt }
  }
  return null
}

/** The independent answers a case is to have, and how many of them from its specialty. */
export const enough = { answers: 5, specialists: 1 } as const

export interface Heard {
  readonly answers: number
  readonly specialists: number
}

/** Whether a case has been heard: five independent answers, one of them by a specialist. */
export const isHeard = ({ answers, specialists }: Heard): boolean => answers >= enough.answers && specialists >= enough.specialists

/** The specialty an attested label names, and whether it names the whole group; null where it names none. */
export const specialtyOf = (labelCode: string): { readonly specialty: string; readonly group: boolean } | null => {
  const label = parseLabel(labelCode)
  if (!label || label.rung === 'region' || label.rung === 'doctor') return null
  return label.rung === 'group-country' ? { specialty: label.group, group: true } : { specialty: label.specialty, group: false }
}

/** Whether a label is that of the specialist asked for; where the asker was not sure, every doctor is. */
export const isSpecialist = (asked: readonly string[], labelCode: string): boolean => {
  if (asked.length === 0) return true
  const attested = specialtyOf(labelCode)
  if (!attested) return false
  return asked.some((wanted) => (attested.group ? groupOf(wanted) === attested.specialty : isSpecialistFor(wanted, attested.specialty)))
}

/** What has been heard, from the labels of those who have answered. */
export const heardFrom = (asked: readonly string[], labels: readonly string[]): Heard => ({
  answers: labels.length,
  specialists: labels.filter((label) => isSpecialist(asked, label)).length,
})

/** One specialty to look for doctors in: how near it is, whether as generalists, and how many to look at. */
export interface AskedTopic {
  readonly topic: string
  readonly nearness: number
  readonly generalist: boolean
  readonly most: number
}

/** At most so many are asked in one ring, and about one case. */
export const most = { specialists: 60, generalists: 40, perCase: 150 } as const

/** How many of each kind are looked at closely: two for each that may be asked, so that chance has a say. */
export const look = { specialists: 2 * most.specialists, generalists: 2 * most.generalists } as const

/** How many of one specialty the index is asked for: of that asked for, as many as are looked at beside all who may have been asked before. */
const found = { same: look.specialists + most.perCase, other: 40 } as const

/** Whom a ring looks for: those asked for and whoever is near them; from the second ring generalists too, at once where the asker was not sure. */
export const topicsOf = (asked: readonly string[], ring: number, { child }: { child: boolean }): readonly AskedTopic[] => {
  const near = new Map<string, AskedTopic>()
  for (const wanted of asked)
    for (const place of circleOf(wanted)) {
      const known = near.get(place.specialty)
      if (known && known.nearness >= place.nearness) continue
      const topic = place.specialty
      near.set(topic, {
        topic,
        nearness: place.nearness,
        generalist: false,
        most: place.nearness === nearness.same ? found.same : found.other,
      })
    }
  if (ring === 0 && asked.length > 0) return [...near.values()]
  const general = asked.length === 0 ? generalistsFor(null, { child }) : asked.flatMap((wanted) => generalistsFor(wanted, { child }))
  for (const topic of new Set(general)) {
    const known = near.get(topic)
    // A generalist who is also a neighbour is asked as what there is more need of.
    if (known && known.nearness > nearness.neighbour) continue
    near.set(topic, { topic, nearness: known?.nearness ?? nearness.generalist, generalist: true, most: found.other })
  }
  return [...near.values()]
}

export interface Target {
  readonly specialists: number
  readonly generalists: number
  /** No specialist has answered: those who are one come before any neighbour, whoever would rather answer. */
  readonly specialistsFirst: boolean
}

/** How many answers a ring reaches for, by those asked for and by generalists. Whoever has said they will answer counts for most of one. */
export const targetOf = (
  ring: number,
  heard: Heard,
  claims: number,
  { notSure, scarce = false }: { notSure: boolean; scarce?: boolean },
): Target => {
  const missing = Math.max(0, enough.answers - heard.answers)
  const promised = 0.8 * claims
  const generalists = ring === 0 && !notSure && !scarce ? 0 : Math.min(2, 0.6 * missing)
  const specialists = heard.specialists < enough.specialists ? 1.2 * (1 + ring / 2) : missing / 2
  return {
    specialists: notSure ? 0 : Math.max(0, specialists - promised),
    generalists: Math.max(0, (notSure ? 1.2 * (1 + ring / 2) : generalists) - (notSure ? promised : 0)),
    specialistsFirst: heard.specialists < enough.specialists,
  }
}

export interface Candidate extends Scored {
  readonly accountId: string
  readonly topic: string
  readonly generalist: boolean
}

/** Whether an answer of theirs can be the specialist's: of the specialty asked for or its group, by label. */
const countsAsSpecialist = ({ generalist, nearness: near, attested }: Candidate): boolean =>
  !generalist && attested && near >= nearness.group

/** Whom to ask now: the best of each kind until together they are worth what the ring reaches for, and no more than may be asked. */
export const chooseForRing = <C extends Candidate>(
  candidates: readonly C[],
  {
    hour,
    target,
    alreadyAsked,
    chance,
  }: {
    hour: number
    target: Target
    alreadyAsked: number
    /** Between 0 and 1, for one candidate after the other as they stand in the list. */
    chance: (index: number) => number
  },
): readonly C[] => {
  const before = (candidate: C): number => Number(target.specialistsFirst && countsAsSpecialist(candidate))
  const scored = candidates
    .map((candidate, index) => ({ candidate, score: scoreOf(candidate, hour, chance(index)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => before(other.candidate) - before(one.candidate) || other.score - one.score)
  const room = Math.max(0, most.perCase - alreadyAsked)
  const take = (generalist: boolean, reachFor: number, atMost: number): readonly C[] => {
    const taken: C[] = []
    let worth = 0
    for (const { candidate } of scored) {
      if (worth >= reachFor || taken.length >= atMost) break
      if (candidate.generalist !== generalist) continue
      taken.push(candidate)
      worth += expectedAnswers(candidate, hour)
    }
    return taken
  }
  const specialists = take(false, target.specialists, Math.min(most.specialists, room))
  return [...specialists, ...take(true, target.generalists, Math.min(most.generalists, room - specialists.length))]
}

/** Whether of those asked for not even two are awake or on call: then generalists are asked at once, and nobody is woken. */
export const isScarce = (candidates: readonly Candidate[], hour: number): boolean =>
  candidates.filter(countsAsSpecialist).reduce((worth, candidate) => worth + expectedAnswers(candidate, hour), 0) < 2 * usualRate

/** Only these cases may wake somebody who is on call, and only in their own specialty. */
export const mayWake = (urgency: Urgency): boolean => urgency === 'minutes' || urgency === 'hours'

/** For how long somebody who says they will answer is waited for. */
export const claimedFor = 30 * minutes

/** A stretch on call: at most a day long, begun within a week. */
export const isDutyShort = (from: Date, to: Date, now: Date): boolean =>
  to > from && to.getTime() - from.getTime() <= 24 * hours && from.getTime() <= now.getTime() + 7 * 24 * hours && to > now

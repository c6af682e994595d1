import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { MyRings } from '#contract/community/routing.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { days, hours, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { refreshMembers } from './refresh-members.ts'
import { isDutyShort, specialtyOf } from './rings.rules.ts'
import { dropDuty, dutiesIn, dutiesOf, keepDuty, keepMutes, keepPause, mutesOf, pauseOf, topicsOfMember } from './routing.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>

const stretch = 4 * hours

/** What a member is asked about and when. */
export const showMyRings = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member): Promise<MyRings> => {
  const now = clock.now()
  const [topics, muted, paused, duties] = await Promise.all([
    topicsOfMember(db, member.accountId),
    mutesOf(db, member.accountId),
    pauseOf(db, member.accountId, now),
    dutiesOf(db, member.accountId, now),
  ])
  return {
    topics: topics.map(({ topic, attested }) => ({ specialty: topic as SpecialtyCode, attested })),
    muted: [...muted] as SpecialtyCode[],
    pausedUntil: paused?.toISOString() ?? null,
    duties: duties.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    week: await comingWeek(db, member, now, duties),
  }
}

const comingWeek = async (
  db: Deps['db'],
  member: Member,
  now: Date,
  mine: readonly { from: Date; to: Date }[],
): Promise<MyRings['week']> => {
  const own = specialtyOf(member.label)?.specialty
  if (own === undefined) return []
  const first = new Date(Math.floor(now.getTime() / stretch) * stretch)
  const others = await dutiesIn(db, own, first, later(first, 7 * days), member.accountId)
  return Array.from({ length: (7 * days) / stretch }, (_, index) => {
    const from = later(first, index * stretch)
    const to = later(from, stretch)
    const covers = (duty: { from: Date; to: Date }) => duty.from <= from && duty.to >= to
    return { from: from.toISOString(), to: to.toISOString(), covered: others.some(covers), mine: mine.some(covers) }
  })
}

/** A member is not asked about anything until an instant, or is again. */
export const pauseRings = async (deps: Needs, member: Member, until: string | null): Promise<MyRings> => {
  await keepPause(deps.db, member.accountId, until === null ? null : new Date(until))
  await refreshMembers(deps, [member.accountId])
  return showMyRings(deps, member)
}

/** A member says what they do not want to be asked about. */
export const muteTopics = async (deps: Needs, member: Member, muted: readonly string[]): Promise<MyRings> => {
  await deps.db.transaction().execute((trx) => keepMutes(trx, member.accountId, muted))
  await refreshMembers(deps, [member.accountId])
  return showMyRings(deps, member)
}

/** A member is on call for a stretch of time; the same beginning again changes its end. */
export const takeDuty = async (deps: Needs, member: Member, asked: { from: string; to: string }): Promise<MyRings> => {
  const [from, to] = [new Date(asked.from), new Date(asked.to)]
  if (!isDutyShort(from, to, deps.clock.now())) refuse('duty.too-long')
  await keepDuty(deps.db, member.accountId, from, to)
  return showMyRings(deps, member)
}

/** They are not after all. */
export const endDuty = async ({ db }: Pick<Deps, 'db'>, member: Member, from: string): Promise<void> =>
  void (await dropDuty(db, member.accountId, new Date(from)))

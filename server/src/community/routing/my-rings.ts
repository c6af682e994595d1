import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { MyRings } from '#contract/community/routing.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import {
  coverOf,
  dropDuty,
  dutiesOf,
  keepDuty,
  keepMutes,
  keepPause,
  keepRota,
  mutesOf,
  pauseOf,
  rotaOf,
  topicsOfMember,
  zoneOf,
} from './my-rings.sql.ts'
import { refreshMembers } from './refresh-members.ts'
import { isDutyShort, specialtyOf } from './rings.rules.ts'
import { coveredStretches } from './rota.rules.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>

/** What a member is asked about and when. */
export const showMyRings = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member): Promise<MyRings> => {
  const now = clock.now()
  const own = specialtyOf(member.label)?.specialty
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
    rota: own === undefined ? null : await rotaFor(db, member, own, now),
  }
}

const rotaFor = async (db: Deps['db'], { accountId }: Member, own: string, now: Date): Promise<MyRings['rota']> => {
  const [zone, stretches, others] = await Promise.all([zoneOf(db, accountId), rotaOf(db, accountId), coverOf(db, own, accountId)])
  return { zone, stretches: [...stretches], covered: zone === null ? [] : [...coveredStretches(zone, others, now)] }
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

/** A member is on call in these stretches of every week; in none of them any more with an empty list. */
export const setRota = async (deps: Needs, member: Member, stretches: readonly number[]): Promise<MyRings> => {
  if (!specialtyOf(member.label)) refuse('rota.no-specialty')
  if (stretches.length > 0 && (await zoneOf(deps.db, member.accountId)) === null) refuse('rota.no-clock')
  await keepRota(
    deps.db,
    member.accountId,
    stretches.toSorted((one, other) => one - other),
    deps.ids.bytes(4).readUInt32BE() / 2 ** 32,
  )
  await refreshMembers(deps, [member.accountId])
  return showMyRings(deps, member)
}

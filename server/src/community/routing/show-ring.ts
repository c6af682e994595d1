import type { SpecialtyCode } from '#atlas/specialties.ts'
import { type AskersRing, type Declined, fewerThan, type ShownRing } from '#contract/community/routing.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { countByTopic, countClaims, findAlert, findClaim, findForReader, findRingCase } from './routing.sql.ts'

/** A count as it may be told: none below five, where one could guess who is meant. */
export const tellable = (count: number): number | null => (count >= fewerThan ? count : null)

/** Whom a case has reached, as far as this reader may know. */
export const showRing = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member, caseId: string): Promise<ShownRing> => {
  const found = await findForReader(db, caseId, readerOf(member))
  if (!found) return refuse('case.not-found')
  const now = clock.now()
  const answering = await countClaims(db, caseId, now, member.accountId)
  if (found.isAsker) return { asker: await forAsker(db, caseId), mine: null, answering }
  const [alert, claimed] = await Promise.all([findAlert(db, caseId, member.accountId), findClaim(db, caseId, member.accountId, now)])
  const mine = {
    asked: alert !== undefined,
    opened: alert?.opened ?? false,
    declined: (alert?.declined as Declined | null | undefined) ?? null,
    claimedUntil: claimed?.toISOString() ?? null,
  }
  return { asker: null, mine, answering }
}

const forAsker = async (db: Deps['db'], caseId: string): Promise<AskersRing | null> => {
  const ring = await findRingCase(db, caseId)
  if (!ring) return null
  const groups = await countByTopic(db, caseId)
  const large = groups.filter((group) => tellable(group.alerted) !== null)
  // The sum leaves small groups out where there are others, so that no subtraction tells them.
  const alerted = (large.length > 0 ? large : groups).reduce((sum, group) => sum + group.alerted, 0)
  const opened = groups.reduce((sum, group) => sum + group.opened, 0)
  return {
    state: ring.stopped ?? 'alerting',
    // Nobody yet can be told: it says nothing of anybody.
    alerted: alerted === 0 ? 0 : tellable(alerted),
    groups: groups.map((group) => ({ specialty: group.topic as SpecialtyCode | null, alerted: tellable(group.alerted) })),
    opened: alerted >= fewerThan ? opened : null,
    widensAt: ring.dueAt?.toISOString() ?? null,
    added: [...ring.added] as SpecialtyCode[],
  }
}

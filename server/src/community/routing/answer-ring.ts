import type { Declined, ShownRing } from '#contract/community/routing.ts'
import type { Member } from '../../access.ts'
import { announce } from '../../platform/announce.ts'
import { refuse } from '../../platform/refuse.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { addMute } from './my-rings.sql.ts'
import { refreshMembers } from './refresh-members.ts'
import { claimedFor } from './rings.rules.ts'
import {
  addSpecialty,
  dropClaim as dropClaimRow,
  findAlert,
  findForReader,
  findRingCase,
  hasPartIn,
  keepClaim,
  setDeclined,
  setNextRing,
  setOpened,
} from './routing.sql.ts'
import { showRing } from './show-ring.ts'
import { widenRing as sendRing } from './widen-rings.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>

const findCase = async (db: Deps['db'], member: Member, caseId: string): Promise<{ isAsker: boolean }> =>
  (await findForReader(db, caseId, readerOf(member))) ?? refuse('case.not-found')

/** Somebody who was asked has the case on screen; told again, the first time counts. */
export const tellOpened = async (deps: Needs, member: Member, caseId: string): Promise<ShownRing> => {
  await findCase(deps.db, member, caseId)
  await setOpened(deps.db, caseId, member.accountId)
  return showRing(deps, member, caseId)
}

/** A colleague says they will answer within half an hour: the next ring reaches less far. */
export const claimAnswer = async (deps: Needs, member: Member, caseId: string): Promise<ShownRing> => {
  if ((await findCase(deps.db, member, caseId)).isAsker) refuse('ring.own-case')
  const ring = await findRingCase(deps.db, caseId)
  if (!ring || ring.stopped === 'closed') return refuse('ring.not-running')
  await deps.db.transaction().execute(async (trx) => {
    await keepClaim(trx, caseId, member.accountId, later(deps.clock.now(), claimedFor))
    await announce(trx, [{ what: 'thread', id: caseId }])
  })
  return showRing(deps, member, caseId)
}

/** They will not after all. */
export const dropClaim = async ({ db }: Pick<Deps, 'db'>, member: Member, caseId: string): Promise<void> => {
  await findCase(db, member, caseId)
  await takeClaimAway(db, member, caseId)
}

/** Open pages hear of it only where a claim had stood: that somebody merely said no is nobody's business. */
const takeClaimAway = (db: Deps['db'], member: Member, caseId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    if (await dropClaimRow(trx, caseId, member.accountId)) await announce(trx, [{ what: 'thread', id: caseId }])
  })

/** A case is not for somebody, and why; with `mute` they are not asked about its specialty again. */
export const declineCase = async (
  deps: Needs,
  member: Member,
  caseId: string,
  { why, mute }: { why: Declined; mute: boolean },
): Promise<ShownRing> => {
  if ((await findCase(deps.db, member, caseId)).isAsker) refuse('ring.own-case')
  const alert = await findAlert(deps.db, caseId, member.accountId)
  if (alert) {
    await setDeclined(deps.db, caseId, member.accountId, why)
    await takeClaimAway(deps.db, member, caseId)
    if (mute) {
      await addMute(deps.db, member.accountId, alert.topic)
      await refreshMembers(deps, [member.accountId])
    }
  }
  return showRing(deps, member, caseId)
}

const mostAdded = 3

/** The next colleagues are asked now, and those of a further specialty with them: by the asker, or by whoever has part in the case. */
export const widenRing = async (deps: Needs, member: Member, caseId: string, specialty: string | null): Promise<ShownRing> => {
  const { isAsker } = await findCase(deps.db, member, caseId)
  if (!isAsker && (specialty === null || !(await hasPartIn(deps.db, caseId, member.accountId)))) refuse('case.not-yours')
  await deps.db.transaction().execute(async (trx) => {
    const ring = await findRingCase(trx, caseId, { lock: true })
    const canGoOn = ring && (ring.stopped === null || (specialty !== null && ring.stopped !== 'closed'))
    if (!canGoOn) return refuse('ring.not-running')
    if (specialty !== null && !ring.specialties.includes(specialty) && !ring.added.includes(specialty)) {
      if (ring.added.length >= mostAdded) refuse('ring.too-many-added')
      await addSpecialty(trx, caseId, specialty)
    }
    await setNextRing(trx, caseId, ring.ring, deps.clock.now())
  })
  await sendRing(deps, caseId)
  return showRing(deps, member, caseId)
}

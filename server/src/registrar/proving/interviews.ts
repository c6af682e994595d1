import type { Application } from '#contract/registrar/applications.ts'
import type { Registrant, Staff } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { days, hours, later } from '../../platform/time.ts'
import { holdApplication } from '../applications/hold-application.ts'
import { askProof, readProofs } from '../applications/proofs.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import type { Deps } from '../deps.ts'
import { holdProvable } from './hold-provable.ts'
import { addSlot, dropPastSlots, freeSlots, slotOf, takeSlot } from './proving.sql.ts'

type Needs = ShowDeps & Pick<Deps, 'ids'>

/** Offers a time for a video call, in a room whose name nobody guesses. */
export const offerInterviewTime = async (deps: Needs, { staffId }: Staff, startsAt: string): Promise<void> => {
  await addSlot(deps.db, {
    id: deps.ids.random(),
    staff_id: staffId,
    starts_at: new Date(startsAt),
    room: deps.ids.bytes(16).toString('base64url'),
  })
}

const roomOf = ({ interviewUrl }: Pick<Deps, 'interviewUrl'>, room: string): string =>
  interviewUrl ? new URL(room, interviewUrl).href : room

/** When the desk has time, and the time I have taken. */
export const listInterviewTimes = async (deps: Needs, registrant: Registrant) => {
  const found = await deps.db.transaction().execute((trx) => holdApplication(trx, deps, registrant))
  const asked = found && (await readProofs(deps.db, found.id)).find(({ method, state }) => method === 'interview' && state === 'asked')
  const mine = asked && (await slotOf(deps.db, asked.id))
  const items = deps.interviewUrl === null ? [] : await freeSlots(deps.db, deps.clock.now())
  return {
    items: items.map(({ slotId, startsAt }) => ({ slotId, startsAt: startsAt.toISOString() })),
    mine: mine ? { startsAt: mine.startsAt.toISOString(), room: roomOf(deps, mine.room) } : null,
  }
}

/** Takes a time; the one taken before is free again. */
export const askInterview = async (deps: Needs, registrant: Registrant, slotId: string): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const slot = (await freeSlots(trx, deps.clock.now())).find((free) => free.slotId === slotId) ?? refuse('interview.taken')
    const proofId = await askProof(trx, deps, found.id, {
      kind: 'video_interview',
      method: 'interview',
      detail: slot.startsAt.toISOString(),
    })
    if (!(await takeSlot(trx, slotId, proofId, deps.clock.now()))) return refuse('interview.taken')
  })
  return showApplication(deps, registrant)
}

/** Forgets times that have passed. */
export const forgetSlots = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) => dropPastSlots(db, later(clock.now(), -(7 * days + hours)))

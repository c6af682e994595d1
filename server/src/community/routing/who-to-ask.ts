import { epochOf } from '#tickets/tickets.rules.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { coversOf } from '../discussion/audience.rules.ts'
import { look, mayWake, topicsOf } from './rings.rules.ts'
import { type Picked, pick, type RingCase } from './routing.sql.ts'

/** What the looking depends on of a case. */
export type Asking = Pick<RingCase, 'caseId' | 'ring' | 'urgency' | 'child' | 'specialties' | 'added' | 'audience' | 'language'>

/** Whom the ring of a case could ask at an instant: everybody the rules let it look for, and who may read it. */
export const whoToAsk = async (db: Deps['db'], asking: Asking, now: Date): Promise<readonly Picked[]> => {
  const picked = await pick(db, {
    caseId: asking.caseId,
    topics: topicsOf([...asking.specialties, ...asking.added], asking.ring, asking),
    hour: now.getUTCHours(),
    language: asking.language,
    now,
    epoch: epochOf(now),
    wake: mayWake(asking.urgency),
    weekAgo: later(now, -7 * days),
    monthAgo: later(now, -30 * days),
    look,
  })
  return picked.filter((candidate) => mayRead(asking, candidate))
}

/** Whether somebody's label lets them read a case that is for its specialties alone. */
const mayRead = ({ audience, specialties }: Asking, { label }: Picked): boolean => {
  if (audience === 'everyone') return true
  const covers = coversOf(label)
  return covers === null || specialties.some((specialty) => covers.includes(specialty))
}

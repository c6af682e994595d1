import { hourZones } from '#atlas/hourZones.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { coversOf } from '../discussion/audience.rules.ts'
import { isScarce, look, mayWake, topicsOf } from './rings.rules.ts'
import { stretchOf } from './rota.rules.ts'
import { type Picked, pick, type RingCase } from './routing.sql.ts'

/** What the looking depends on of a case. */
export type Asking = Pick<RingCase, 'caseId' | 'ring' | 'urgency' | 'child' | 'specialties' | 'added' | 'audience' | 'language'>

/** Whom the ring of a case could ask at an instant: everybody the rules let it look for, and who may read it. */
export const whoToAsk = async (
  db: Deps['db'],
  asking: Asking,
  now: Date,
): Promise<{ readonly candidates: readonly Picked[]; readonly scarce: boolean }> => {
  const asked = [...asking.specialties, ...asking.added]
  const hour = now.getUTCHours()
  const lookFor = async (ring: number): Promise<readonly Picked[]> =>
    (
      await pick(db, {
        caseId: asking.caseId,
        topics: topicsOf(asked, ring, asking),
        hour,
        language: asking.language,
        now,
        epoch: epochOf(now),
        wake: mayWake(asking.urgency),
        weekAgo: later(now, -7 * days),
        monthAgo: later(now, -30 * days),
        look,
        stretches: hourZones.map(({ code }) => ({ zone: code, stretch: stretchOf(code, now) })),
      })
    ).filter((candidate) => mayRead(asking, candidate))
  const candidates = await lookFor(asking.ring)
  const scarce = asked.length > 0 && isScarce(candidates, hour)
  return { candidates: scarce && asking.ring === 0 ? await lookFor(1) : candidates, scarce }
}

/** Whether somebody's label lets them read a case that is for its specialties alone. */
const mayRead = ({ audience, specialties }: Asking, { label }: Picked): boolean => {
  if (audience === 'everyone') return true
  const covers = coversOf(label)
  return covers === null || specialties.some((specialty) => covers.includes(specialty))
}

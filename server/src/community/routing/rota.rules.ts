import { localMinute, localWeekday } from '#atlas/hourZones.ts'
import { rotaStretches } from '#contract/community/routing.ts'
import { days, hours, later } from '../../platform/time.ts'

/** The stretch of the week an instant lies in, by the clock of a zone: 0 is Monday from midnight to four, 41 Sunday from eight to midnight. */
export const stretchOf = (zone: string, at: Date): number => 6 * localWeekday(zone, at) + Math.floor(localMinute(zone, at) / 240)

/** Those of a specialty on the rota who live by one clock: in which stretches at least one of them is on call. */
export interface Covered {
  readonly zone: string
  readonly stretches: readonly number[]
}

/** In which stretches of the coming week somebody is on call from beginning to end, by the reader's own clock. */
export const coveredStretches = (zone: string, others: readonly Covered[], from: Date): readonly number[] => {
  const bare = new Set<number>()
  const first = new Date(Math.ceil(from.getTime() / hours) * hours)
  for (let hour = 0; hour < (7 * days) / hours; hour += 1) {
    const at = later(first, hour * hours)
    if (!others.some((other) => other.stretches.includes(stretchOf(other.zone, at)))) bare.add(stretchOf(zone, at))
  }
  return Array.from({ length: rotaStretches }, (_, stretch) => stretch).filter((stretch) => !bare.has(stretch))
}

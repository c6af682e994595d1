import { type HourZoneCode, hourZones, localMinute, zonesOf } from '#atlas/hourZones.ts'
import { parseLabel } from '#tickets/labels.ts'

/** From and to which full hour of their own clock a member lets themselves be told. */
export interface WakingHours {
  readonly wakesAt: number
  readonly restsAt: number
}

/** The zones a member may live in: the one they said, else every zone of the country their label names, else all there are. */
export const zonesFor = (zone: string | null, label: string): readonly HourZoneCode[] => {
  if (zone !== null) return hourZones.filter(({ code }) => code === zone).map(({ code }) => code)
  const parsed = parseLabel(label)
  return parsed && 'country' in parsed ? zonesOf(parsed.country) : hourZones.map(({ code }) => code)
}

/** Whether it is waking time at an instant in every zone the member may live in: who has not said where is spared wherever they are. */
export const isAwake = (zones: readonly string[], { wakesAt, restsAt }: WakingHours, at: Date): boolean =>
  zones.length > 0 &&
  zones.every((zone) => {
    const minute = localMinute(zone, at)
    return minute >= wakesAt * 60 && minute < restsAt * 60
  })

const quarter = 15 * 60_000

/** The next instant, on a full quarter of an hour, at which the member is awake: now if they are; null if none comes within two days. */
export const nextAwake = (zones: readonly string[], hours: WakingHours, from: Date): Date | null => {
  if (isAwake(zones, hours, from)) return from
  const first = Math.ceil(from.getTime() / quarter) * quarter
  for (let step = 0; step < 2 * 96; step += 1) {
    const at = new Date(first + step * quarter)
    if (isAwake(zones, hours, at)) return at
  }
  return null
}

/** The next time the member wakes after an instant: when the digest of the day comes. */
export const nextMorning = (zones: readonly string[], hours: WakingHours, from: Date): Date | null => {
  let at = from
  // Out of today's waking hours first; who never rests gets it a day later.
  for (let step = 0; step < 96 && isAwake(zones, hours, at); step += 1) at = new Date(Math.ceil((at.getTime() + 1) / quarter) * quarter)
  return nextAwake(zones, hours, at)
}

/** The same for everybody who lives by a clock, and asked for everybody each night: kept, for as many days as a year has. */
const quartersOf = new Map<string, readonly number[]>()

/** What the clock of a zone shows at each quarter of an hour of a day of UTC. */
const localQuarters = (zone: string, midnight: number): readonly number[] => {
  const key = `${zone} ${midnight}`
  const known = quartersOf.get(key)
  if (known) return known
  if (quartersOf.size > 366 * 24) quartersOf.clear()
  const shown = Array.from({ length: 96 }, (_, step) => localMinute(zone, new Date(midnight + step * quarter)))
  quartersOf.set(key, shown)
  return shown
}

/** The waking hours of a day as 24 bits: bit h is set when the whole hour h of UTC is waking time. */
export const awakeMask = (zones: readonly string[], { wakesAt, restsAt }: WakingHours, day: Date): number => {
  const midnight = Math.floor(day.getTime() / 86_400_000) * 86_400_000
  const clocks = zones.map((zone) => localQuarters(zone, midnight))
  const awake = (step: number) => clocks.every((shown) => (shown[step] ?? 0) >= wakesAt * 60 && (shown[step] ?? 0) < restsAt * 60)
  let mask = 0
  for (let hour = 0; hour < 24; hour += 1) if (clocks.length > 0 && [0, 1, 2, 3].every((part) => awake(4 * hour + part))) mask |= 1 << hour
  return mask
}

const minute = 60_000

/** The instant at which a clock next shows this time, "15:40", today or tomorrow; null where it is no time. */
export const nextTime = (clock: string, now: number): string | null => {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(clock) ?? []
  if (hours === undefined || minutes === undefined) return null
  const next = new Date(now)
  next.setHours(Number(hours), Number(minutes), 0, 0)
  if (next.getTime() <= now) next.setDate(next.getDate() + 1)
  return next.toISOString()
}

/** How long the patient is still there, in milliseconds of whole minutes, rounded up; and whether they have left. */
export const leavingOf = (at: string, now: number): { readonly left: number; readonly gone: boolean } => {
  const left = Date.parse(at) - now
  return { left: Math.max(0, Math.ceil(left / minute) * minute), gone: left < -minute }
}

/** Whether an instant lies on the day that now is. */
export const isToday = (at: string, now: number): boolean => new Date(at).toDateString() === new Date(now).toDateString()

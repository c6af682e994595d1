const minute = 60_000
const hour = 60 * minute

/** A span of time as it is written in both languages: a figure and, where the figure has not got one, its unit. */
export interface Wait {
  readonly figure: string
  readonly unit: '' | 'min'
}

/** How long something took or takes: whole minutes, then hours and minutes, then hours, then days. Null under a minute. */
export const waitOf = (milliseconds: number): Wait | null => {
  if (milliseconds < minute) return null
  if (milliseconds < hour) return { figure: String(Math.floor(milliseconds / minute)), unit: 'min' }
  if (milliseconds < 10 * hour) {
    const minutes = Math.floor((milliseconds % hour) / minute)
    return { figure: `${Math.floor(milliseconds / hour)}\u00a0h\u00a0${String(minutes).padStart(2, '0')}`, unit: '' }
  }
  if (milliseconds < 48 * hour) return { figure: `${Math.floor(milliseconds / hour)}\u00a0h`, unit: '' }
  return { figure: `${Math.floor(milliseconds / (24 * hour))}\u00a0d`, unit: '' }
}

/** The same in one piece; `underAMinute` where not one has passed. */
export const waitText = (milliseconds: number, underAMinute: string): string => {
  const wait = waitOf(milliseconds)
  return wait === null ? underAMinute : wait.unit === '' ? wait.figure : `${wait.figure}\u00a0${wait.unit}`
}

/** Milliseconds from one instant to another, never negative: a device's clock may be behind the server's. */
export const between = (from: string, to: string | number): number =>
  Math.max(0, (typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from))

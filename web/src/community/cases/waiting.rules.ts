import { duration } from '../../platform/format.ts'

const minute = 60_000

/** A span of time in two parts: a figure and, where the figure has not got it within, its unit. */
export interface Wait {
  readonly figure: string
  readonly unit: '' | 'min'
}

/** How long a case waits or took, for large figures; null under a minute. */
export const waitOf = (milliseconds: number): Wait | null => {
  if (milliseconds < minute) return null
  const text = duration(milliseconds)
  const minutes = /^\d+(?=\smin$)/u.exec(text)?.[0]
  return minutes === undefined ? { figure: text, unit: '' } : { figure: minutes, unit: 'min' }
}

/** The same in one piece; `underAMinute` where not one has passed. */
export const waitText = (milliseconds: number, underAMinute: string): string =>
  milliseconds < minute ? underAMinute : duration(milliseconds)

/** Milliseconds from one instant to another, never negative: a device's clock may be behind the server's. */
export const between = (from: string, to: string | number): number =>
  Math.max(0, (typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from))

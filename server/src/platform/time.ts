/** Where the time comes from: the system's in production, a moved one in tests and simulations. */
export interface Clock {
  readonly now: () => Date
}

export const systemClock: Clock = { now: () => new Date() }

export const later = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds)

export const seconds = 1_000
export const minutes = 60 * seconds
export const hours = 60 * minutes
export const days = 24 * hours

import { duration } from '../../platform/format.ts'

const hour = 3_600_000

/** When a value was taken, in words: so long before the case was asked or the update came. */
export const takenOf = (hoursBefore: number, words: { readonly now: string; readonly before: (wait: string) => string }): string =>
  hoursBefore === 0 ? words.now : words.before(duration(hoursBefore * hour))

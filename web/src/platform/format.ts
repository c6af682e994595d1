import type { Language } from '#contract/shapes.ts'

/** A language's figures and clock: British for English; Spanish as the Academy writes it, whose thousands are set apart from five figures on. */
export const localeOf = (language: Language): string => (language === 'es' ? 'es' : 'en-GB')

/** Holds a number and its unit on one line. */
export const nbsp = '\u00a0'

/** A number as the reader writes it: 1,253 and 1.92, or 1253 and 1,92. */
export const figure = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6 }).format(value)

/** A number and its unit, never torn apart. */
export const withUnit = (value: number, unit: string, language: Language): string => `${figure(value, language)}${nbsp}${unit}`

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long something took: 16 min, 1 h 05, 19 h, 3 d. Both languages write it so. */
export const duration = (milliseconds: number): string => {
  const whole = Math.max(0, milliseconds)
  if (whole < hour) return `${Math.floor(whole / minute)}${nbsp}min`
  if (whole >= 2 * day) return `${Math.floor(whole / day)}${nbsp}d`
  const hours = Math.floor(whole / hour)
  const minutes = Math.floor((whole % hour) / minute)
  return whole >= 10 * hour || minutes === 0 ? `${hours}${nbsp}h` : `${hours}${nbsp}h${nbsp}${String(minutes).padStart(2, '0')}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

const format = (language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${name}`
  const found = clocks.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options)
  clocks.set(key, found)
  return found
}

/** The time on the reader's clock: 03:20. */
export const clockTime = (instant: string | number, language: Language): string =>
  format(language, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** The reader's day: 21 November, with the year when it is another one. */
export const dayOf = (instant: string | number, now: number, language: Language): string => {
  const date = new Date(instant)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return sameYear
    ? format(language, 'day', { day: 'numeric', month: 'short' }).format(date)
    : format(language, 'day and year', { day: 'numeric', month: 'short', year: 'numeric' }).format(date)
}

/** When something happened: the clock's time today, the day before it on any other. */
export const eventTime = (instant: string | number, now: number, language: Language): string => {
  const date = new Date(instant)
  const time = clockTime(instant, language)
  return date.toDateString() === new Date(now).toDateString() ? time : `${dayOf(instant, now, language)}, ${time}`
}

/** How long ago, in words: 5 minutes ago, yesterday. */
export const ago = (instant: string | number, now: number, language: Language): string => {
  const since = now - new Date(instant).getTime()
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  if (since < hour) return words.format(-Math.floor(since / minute), 'minute')
  if (since < day) return words.format(-Math.floor(since / hour), 'hour')
  return words.format(-Math.floor(since / day), 'day')
}

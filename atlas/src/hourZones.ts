// Whose clock a doctor lives by, as coarse as hours allow: one zone stands for every place whose clock shows the same all year.

/** A zone by the IANA name that stands for it, what it is called, and the countries of the atlas it reaches into. */
export interface HourZone {
  readonly code: string
  readonly en: string
  readonly es: string
  readonly countries: readonly string[]
}

export const hourZones = [
  { code: 'Europe/London', en: 'Britain, Ireland, Canary Islands', es: 'Canarias, Gran Bretaña, Irlanda', countries: ['GB', 'IE', 'ES'] },
  { code: 'Europe/Madrid', en: 'Spain, central Europe', es: 'España peninsular, Europa central', countries: ['ES'] },
  { code: 'Africa/Johannesburg', en: 'South Africa', es: 'Sudáfrica', countries: ['ZA'] },
  { code: 'America/St_Johns', en: 'Newfoundland', es: 'Terranova', countries: ['CA'] },
  { code: 'America/Halifax', en: 'Atlantic Canada', es: 'Canadá atlántico', countries: ['CA'] },
  { code: 'America/New_York', en: 'Eastern time (US, Canada)', es: 'Hora del este (EE. UU., Canadá)', countries: ['US', 'CA'] },
  { code: 'America/Cancun', en: 'Eastern time all year', es: 'Hora del sureste (Cancún)', countries: ['MX', 'CA'] },
  {
    code: 'America/Chicago',
    en: 'Central time (US, Canada, border of Mexico)',
    es: 'Hora central (EE. UU., Canadá, frontera)',
    countries: ['US', 'CA', 'MX'],
  },
  {
    code: 'America/Mexico_City',
    en: 'Central time all year (Mexico, Saskatchewan)',
    es: 'Hora del centro (México)',
    countries: ['MX', 'CA'],
  },
  { code: 'America/Denver', en: 'Mountain time (US, Canada)', es: 'Hora de montaña (EE. UU., Canadá)', countries: ['US', 'CA', 'MX'] },
  { code: 'America/Phoenix', en: 'Mountain time all year', es: 'Hora del Pacífico de México, Arizona', countries: ['US', 'MX', 'CA'] },
  { code: 'America/Los_Angeles', en: 'Pacific time', es: 'Hora del noroeste, Pacífico', countries: ['US', 'CA', 'MX'] },
  { code: 'America/Anchorage', en: 'Alaska', es: 'Alaska', countries: ['US'] },
  { code: 'Pacific/Honolulu', en: 'Hawaii', es: 'Hawái', countries: ['US'] },
  { code: 'Australia/Perth', en: 'Western Australia', es: 'Australia Occidental', countries: ['AU'] },
  { code: 'Australia/Darwin', en: 'Northern Territory', es: 'Territorio del Norte', countries: ['AU'] },
  { code: 'Australia/Adelaide', en: 'South Australia', es: 'Australia Meridional', countries: ['AU'] },
  { code: 'Australia/Brisbane', en: 'Queensland', es: 'Queensland', countries: ['AU'] },
  { code: 'Australia/Sydney', en: 'New South Wales, Victoria, Tasmania', es: 'Nueva Gales del Sur, Victoria, Tasmania', countries: ['AU'] },
  { code: 'Pacific/Auckland', en: 'New Zealand', es: 'Nueva Zelanda', countries: ['NZ'] },
] as const satisfies readonly HourZone[]

export type HourZoneCode = (typeof hourZones)[number]['code']

export const findHourZone = (code: string): HourZone | undefined => hourZones.find((zone) => zone.code === code)

/** The zones of a country of the atlas; all of them where it is none. */
export const zonesOf = (country: string): readonly HourZoneCode[] =>
  hourZones.filter(({ countries }) => (countries as readonly string[]).includes(country)).map(({ code }) => code)

/** The zone most doctors of a country live by: the one to count its hours in, where no doctor has said theirs. */
export const mainZoneOf = (country: string): HourZoneCode | null => mainZones[country] ?? null

const mainZones: Readonly<Record<string, HourZoneCode>> = {
  AU: 'Australia/Sydney',
  CA: 'America/New_York',
  ES: 'Europe/Madrid',
  GB: 'Europe/London',
  IE: 'Europe/London',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  US: 'America/New_York',
  ZA: 'Africa/Johannesburg',
}

const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  clocks.set(zone, made)
  return made
}

/** What the clock of a zone shows at an instant, in minutes since midnight. */
export const localMinute = (zone: string, at: Date): number => {
  const [hour = '0', minute = '0'] = clockOf(zone).format(at).split(':')
  return Number(hour) * 60 + Number(minute)
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const calendars = new Map<string, Intl.DateTimeFormat>()

/** What day of the week it is in a zone at an instant: 0 is Monday. */
export const localWeekday = (zone: string, at: Date): number => {
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' })
  calendars.set(zone, calendar)
  return weekdays.indexOf(calendar.format(at))
}

/** What the clock of a zone shows at an instant, as an hour from 0 to 23. */
export const localHour = (zone: string, at: Date): number => Math.floor(localMinute(zone, at) / 60)

/** The zone whose clock shows the same as another one's, in winter and in summer of a year; null where the atlas has none. */
export const zoneLike = (zone: string, year: number): HourZoneCode | null => {
  const seasons = [Date.UTC(year, 0, 15), Date.UTC(year, 6, 15)].map((at) => new Date(at))
  const shows = (name: string) => seasons.map((at) => localMinute(name, at)).join()
  return hourZones.find(({ code }) => code === zone)?.code ?? hourZones.find(({ code }) => shows(code) === shows(zone))?.code ?? null
}

// Age bands: a case never carries an age. Days under one month, months under two years, then 2-4, 5-9 ... 85-89, 90+.

/** Every band in order, youngest first. A code is `d` + days, `m` + months, or the years as `from-to`. */
export const ageBands: readonly string[] = [
  ...Array.from({ length: 28 }, (_, day) => `d${day}`),
  ...Array.from({ length: 23 }, (_, month) => `m${month + 1}`),
  '2-4',
  ...Array.from({ length: 17 }, (_, i) => `${5 + i * 5}-${9 + i * 5}`),
  '90+',
]

/** The band of an age in whole years (two and older). */
export const ageBandOfYears = (years: number): string => {
  if (years >= 90) return '90+'
  if (years < 5) return '2-4'
  const from = Math.floor(years / 5) * 5
  return `${from}-${from + 4}`
}

/** Ages as one looks for them, youngest first. */
export const ageGroups = ['newborn', 'infant', 'child', 'adult', 'older'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** The group of a band: days, months, then to 14, to 64 and from 65. */
export const groupOfBand = (band: string): AgeGroup => {
  if (band.startsWith('d')) return 'newborn'
  if (band.startsWith('m')) return 'infant'
  const years = Number.parseInt(band, 10)
  return years < 15 ? 'child' : years < 65 ? 'adult' : 'older'
}

/** Writes a number and the noun that fits it, as a language does: `counted('en-GB')(1253, 'view', 'views')`. */
export const counted = (locale: string) => {
  const rules = new Intl.PluralRules(locale)
  const figures = new Intl.NumberFormat(locale)
  return (count: number, one: string, other: string): string => `${figures.format(count)} ${rules.select(count) === 'one' ? one : other}`
}

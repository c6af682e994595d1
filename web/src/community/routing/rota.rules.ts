import type { Language } from '#contract/shapes.ts'

const rows = 6
const columns = 7

/** The days of a week in a language, Monday first. */
export const dayNames = (language: Language, width: 'short' | 'long'): readonly string[] => {
  const name = new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', { weekday: width, timeZone: 'UTC' })
  // The first of January 2024 was a Monday.
  return Array.from({ length: columns }, (_, day) => name.format(new Date(Date.UTC(2024, 0, 1 + day))))
}

/** The hours of a row of the week: `00–04`. */
export const hoursOf = (row: number): string => [4 * row, 4 * row + 4].map((hour) => String(hour).padStart(2, '0')).join('–')

/** Where a key leads from a stretch; null for any other key. At an edge it stays. */
export const movedBy = (key: string, stretch: number): number | null => {
  const [column, row] = [Math.floor(stretch / rows), stretch % rows]
  const at = (c: number, r: number) => rows * Math.min(columns - 1, Math.max(0, c)) + Math.min(rows - 1, Math.max(0, r))
  switch (key) {
    case 'ArrowLeft':
      return at(column - 1, row)
    case 'ArrowRight':
      return at(column + 1, row)
    case 'ArrowUp':
      return at(column, row - 1)
    case 'ArrowDown':
      return at(column, row + 1)
    case 'Home':
      return at(0, row)
    case 'End':
      return at(columns - 1, row)
    default:
      return null
  }
}

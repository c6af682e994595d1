import type { addUpdate } from '#contract/community/cases.ts'
import type { BodyOf } from '#contract/endpoint.ts'

type LabAsked = BodyOf<typeof addUpdate>['labs'][number]

/** A laboratory value as it stands in its fields. */
export interface LabTyped {
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly range: string
  readonly flag: '' | 'high' | 'low'
}

export const labToType: LabTyped = { name: '', value: '', unit: '', range: '', flag: '' }

/** A figure with a decimal point, as it is stored; a comma before three digits may part thousands and stays. */
const stored = (typed: string): string => typed.trim().replace(/(?<=\d),(?=\d{1,2}(?!\d))/g, '.')

const limitsIn = (range: string): { readonly low: number | null; readonly high: number | null } => {
  const between = /^(-?\d+(?:\.\d+)?)\s*(?:-|–|to|a)\s*(-?\d+(?:\.\d+)?)$/.exec(range)
  if (between) return { low: Number(between[1]), high: Number(between[2]) }
  const under = /^[<≤]\s*(\d+(?:\.\d+)?)$/.exec(range)?.[1]
  const over = /^[>≥]\s*(\d+(?:\.\d+)?)$/.exec(range)?.[1]
  return { low: over === undefined ? null : Number(over), high: under === undefined ? null : Number(under) }
}

/** On which side of its range a value lies; null within it, or where one of them is no figure. */
export const flagOf = (value: string, range: string): 'high' | 'low' | null => {
  const figure = stored(value)
  if (!/^-?\d+(?:\.\d+)?$/.test(figure)) return null
  const { low, high } = limitsIn(stored(range))
  return high !== null && Number(figure) > high ? 'high' : low !== null && Number(figure) < low ? 'low' : null
}

/** Values ready to send, empty rows left out; null when one lacks its name or its value. What its author says of the range counts before what can be worked out. */
export const labsFrom = (typed: readonly LabTyped[]): readonly LabAsked[] | null => {
  const begun = typed.filter((lab) => [lab.name, lab.value, lab.unit, lab.range].some((part) => part.trim() !== ''))
  if (begun.some(({ name, value }) => name.trim() === '' || value.trim() === '')) return null
  return begun.map(({ name, value, unit, range, flag }) => ({
    name: name.trim(),
    value: stored(value),
    unit: unit.trim(),
    range: range.trim() === '' ? null : stored(range),
    flag: flag === '' ? flagOf(value, range) : flag,
  }))
}

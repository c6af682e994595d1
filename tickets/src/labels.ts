import { findCountry, type Region, regions } from '#atlas/countries.ts'
import { findSpecialty, groupOf, membersOf } from '#atlas/specialties.ts'

/** What a byline may say of a doctor: from the finest rung to the coarsest. */
export type Label =
  | { readonly rung: 'specialty-country'; readonly specialty: string; readonly country: string }
  | { readonly rung: 'group-country'; readonly group: string; readonly country: string }
  | { readonly rung: 'specialty-world'; readonly specialty: string }
  | { readonly rung: 'region'; readonly region: Region }
  | { readonly rung: 'doctor' }

/**
 * A label as text: `cardiology.GB`, `cardiology-group.GB`, `cardiology.world`, `doctor.europe`, `doctor.world`.
 * Who, a dot, and where; safe in addresses and file names.
 */
export type LabelCode = string

const groupSuffix = '-group'

/** How many doctors must share a label: unless an instance says otherwise, and at the very least. */
export const crowd = { normal: 50, floor: 5 } as const

/** Writes a label as text. */
export const formatLabel = (label: Label): LabelCode => {
  switch (label.rung) {
    case 'specialty-country':
      return `${label.specialty}.${label.country}`
    case 'group-country':
      return `${label.group}${groupSuffix}.${label.country}`
    case 'specialty-world':
      return `${label.specialty}.world`
    case 'region':
      return `doctor.${label.region}`
    case 'doctor':
      return 'doctor.world'
  }
}

/** Reads a label, or null when the text is not the code of one. */
export const parseLabel = (code: LabelCode): Label | null => {
  const [who, where, ...rest] = code.split('.')
  if (!who || !where || rest.length > 0) return null
  if (who === 'doctor') {
    if (where === 'world') return { rung: 'doctor' }
    const region = regions.find((known) => known.code === where)?.code
    return region ? { rung: 'region', region } : null
  }
  const group = who.endsWith(groupSuffix) ? who.slice(0, -groupSuffix.length) : null
  if (group && isGroup(group)) return findCountry(where) ? { rung: 'group-country', group, country: where } : null
  if (!findSpecialty(who)) return null
  if (where === 'world') return { rung: 'specialty-world', specialty: who }
  return findCountry(where) ? { rung: 'specialty-country', specialty: who, country: where } : null
}

/** A specialty with others inside it; alone, its group would be itself. */
const isGroup = (specialty: string): boolean => groupOf(specialty) === specialty && membersOf(specialty).length > 1

/** The labels a doctor could carry, finest first. */
export const ladder = (specialty: string, country: string): readonly Label[] => {
  const place = findCountry(country)
  if (!place || !findSpecialty(specialty)) throw new RangeError(`No ladder for ${specialty} in ${country}`)
  const group = groupOf(specialty)
  return [
    { rung: 'specialty-country', specialty, country },
    ...(isGroup(group) ? [{ rung: 'group-country', group, country } as const] : []),
    { rung: 'specialty-world', specialty },
    { rung: 'region', region: place.region },
    { rung: 'doctor' },
  ]
}

/** Whether a doctor of this specialty and country is one of those the label describes. */
export const covers = (label: Label, specialty: string, country: string): boolean =>
  ladder(specialty, country).some((rung) => formatLabel(rung) === formatLabel(label))

/** The labels that say less of a doctor than this one, finest first. */
export const widerThan = (code: LabelCode): readonly LabelCode[] => {
  const label = parseLabel(code)
  switch (label?.rung) {
    case 'specialty-country':
      return ladder(label.specialty, label.country).slice(1).map(formatLabel)
    case 'group-country':
      return ladder(label.group, label.country)
        .map(formatLabel)
        .filter((wider) => wider.startsWith('doctor.'))
    case 'specialty-world':
    case 'region':
      return ['doctor.world']
    default:
      return []
  }
}

/**
 * What a doctor who carries a label may be shown with: the label while at least `k` carry it, else the finest wider one that so many carry
 * together with them. Everybody who carries the same label is shown alike, so a crowd that has shrunk widens as a whole; who wants to be
 * shown with a certain wider one (`atMost`) is shown with that, or a wider one still.
 */
export const shownLabel = (
  carried: LabelCode,
  crowds: Readonly<Record<LabelCode, number>>,
  k: number,
  atMost: LabelCode | null = null,
): LabelCode => {
  const minimum = Math.max(k, crowd.floor)
  const own = crowds[carried] ?? 0
  const way = [carried, ...widerThan(carried)]
  const from = atMost === null ? 0 : Math.max(0, way.indexOf(atMost))
  return way.slice(from).find((rung) => (rung === carried ? own : (crowds[rung] ?? 0) + own) >= minimum) ?? 'doctor.world'
}

import { vitals as signs, type VitalCode } from '#atlas/measures.ts'
import type { ShownCase } from '#contract/community/cases.ts'
import type { Language } from '#contract/shapes.ts'

type Flag = 'high' | 'low' | null

/** A value with its place in the range, ready to be drawn. */
export interface Figure {
  readonly key: string
  readonly short: string
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly flag: Flag
  /** Where the value would usually lie, as `94–100` or `≥ 94`; null where there is no agreed range. */
  readonly range: string | null
}

/** Figures with the reader's decimal sign: user texts keep theirs, measured values are stored with a point. */
export const localFigure = (value: string, language: Language): string =>
  language === 'es' ? value.replace(/(?<=\d)\.(?=\d)/g, ',') : value

const usual = (low: number | null, high: number | null, language: Language): string | null => {
  const shown = (limit: number) => localFigure(String(limit), language)
  if (low !== null && high !== null) return `${shown(low)}–${shown(high)}`
  if (low !== null) return `≥\u00a0${shown(low)}`
  return high === null ? null : `≤\u00a0${shown(high)}`
}

/** Adult ranges mislead in a child: below this age vital signs other than these two carry no mark. */
const sameAtEveryAge: readonly VitalCode[] = ['spo2', 'temperature']

/** Whether adult ranges fit a patient of this age band: from 15 years; an unknown age counts as adult. */
export const isAdult = (ageBand: string | null): boolean =>
  ageBand === null || (!/^[dm]/.test(ageBand) && Number.parseInt(ageBand, 10) >= 15)

/** Vital signs in their usual order, systolic and diastolic pressure as one figure. */
export const vitalFigures = (story: Pick<ShownCase, 'vitals' | 'patient'>, language: Language): readonly Figure[] => {
  const adult = isAdult(story.patient.ageBand)
  const one = (code: VitalCode): Figure | null => {
    const given = story.vitals.find((vital) => vital.code === code)
    const sign = signs.find((known) => known.code === code)
    if (!given || !sign) return null
    const ranged = adult || sameAtEveryAge.includes(code)
    const value = Number(given.value)
    const flag = !ranged ? null : sign.high !== null && value > sign.high ? 'high' : sign.low !== null && value < sign.low ? 'low' : null
    return {
      key: code,
      short: sign.short[language],
      name: sign.name[language],
      value: localFigure(given.value, language),
      unit: sign.unit,
      flag,
      range: ranged ? usual(sign.low, sign.high, language) : null,
    }
  }
  const systolic = one('systolic')
  const diastolic = one('diastolic')
  const pressure: Figure | null =
    systolic && diastolic
      ? {
          key: 'pressure',
          short: { en: 'BP', es: 'TA' }[language],
          name: { en: 'Blood pressure', es: 'Tensión arterial' }[language],
          value: `${systolic.value}/${diastolic.value}`,
          unit: systolic.unit,
          flag: systolic.flag ?? diastolic.flag,
          range: systolic.range && diastolic.range ? `${systolic.range} / ${diastolic.range}` : null,
        }
      : (systolic ?? diastolic)
  return signs.flatMap(({ code }) => {
    if (code === 'diastolic') return []
    const figure = code === 'systolic' ? pressure : one(code)
    return figure ? [figure] : []
  })
}

/** An age band as a kind and its limits: `d3` is three days, `m5` five months, `10-14` years, `90+` from ninety. */
export const ageOf = (
  band: string,
): { kind: 'days' | 'months'; count: number } | { kind: 'years'; from: string; to: string } | { kind: 'from'; from: string } => {
  if (band.startsWith('d')) return { kind: 'days', count: Number(band.slice(1)) }
  if (band.startsWith('m')) return { kind: 'months', count: Number(band.slice(1)) }
  if (band.endsWith('+')) return { kind: 'from', from: band.slice(0, -1) }
  const [from = '', to = ''] = band.split('-')
  return { kind: 'years', from, to }
}

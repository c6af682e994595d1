import type { LabAsked } from '#contract/community/cases.ts'

/** A laboratory value before anything of it is written. Its flag is null for as long as its range is left to say it. */
export const labToType: LabAsked = { name: '', value: '', unit: '', range: null, flag: null, hoursBefore: null }

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

const hoursIn = { h: 1, d: 24, w: 7 * 24, m: 30 * 24, y: 365 * 24 } as const
const spans = String.raw`(\d{1,3})\s*(h|hours?|hrs?|horas?|d|days?|d[ií]as?|w|wks?|weeks?|sem|semanas?|months?|mes(?:es)?|years?|años?)`
const takenAgo = new RegExp(String.raw`(?:\bhace\s+${spans}|\b${spans}\s+(?:ago|before|antes|earlier))(?![\p{L}])`, 'iu')
const yesterday = /\b(?:yesterday|ayer)\b/iu

const hoursOf = (count: string, span: string): number => {
  const first = span.toLowerCase()
  const unit = first.startsWith('s') ? 'w' : first.startsWith('a') ? 'y' : (first[0] as keyof typeof hoursIn)
  return Number(count) * hoursIn[unit]
}

/** When a line says its value was taken, and the line without those words. */
const withoutTime = (line: string): { readonly rest: string; readonly hoursBefore: number | null } => {
  const ago = takenAgo.exec(line)
  if (ago) return { rest: line.replace(ago[0], ' '), hoursBefore: hoursOf(ago[1] ?? ago[3] ?? '', ago[2] ?? ago[4] ?? '') }
  return yesterday.test(line) ? { rest: line.replace(yesterday, ' '), hoursBefore: 24 } : { rest: line, hoursBefore: null }
}

const figure = String.raw`\d[\d.,]*`
const between = String.raw`${figure}\s*(?:-|–|\bto\b|\ba\b)\s*${figure}`
const bounds = String.raw`(${between}|[<>≤≥]\s*${figure})`
const rangeIn = [
  new RegExp(String.raw`[([]\s*[^\d()[\]<>≤≥]*${bounds}[^\d()[\]]*[)\]]`, 'u'),
  new RegExp(String.raw`\b(?:ref|range|normal|rango|intervalo|VN|VR)\b[.:\s]*${bounds}`, 'iu'),
  new RegExp(String.raw`(?<=\d.*\s)${bounds}\s*$`, 'u'),
]

/** The range a line gives and the line without it. */
const withoutRange = (line: string): { readonly rest: string; readonly range: string | null } => {
  for (const pattern of rangeIn) {
    const found = pattern.exec(line)
    if (found) return { rest: line.replace(found[0], ' '), range: found[1] ?? null }
  }
  return { rest: line, range: null }
}

const words = 'positive|negative|detected|not detected|positivo|positiva|negativo|negativa|detectado|no detectado'
const value = String.raw`(?:[<>≤≥]\s*)?-?(?!10\s?[\^*⁹])${figure}(?:/${figure})?|${words}`
const flags = { high: /^(?:↑+|\*|H|high|alto|alta|A)$/i, low: /^(?:↓+|L|low|bajo|baja|B)$/i } as const
const wholeLine = new RegExp(String.raw`^(.*\p{L}.*?)[\s:=]+(${value})(?![\d\p{L}])\s*(.*)$`, 'iu')
const tight = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reads one line such as "Na 128 mmol/L (135-145)", "Lactato: 3,4 mmol/L ↑" or "CRP 212 mg/L <5, 2 h ago"; null where it holds no name with a figure. */
export const readLab = (line: string): LabAsked | null => {
  const { rest: timeless, hoursBefore } = withoutTime(line.replace(/^\s*(?:[-•*·]\s+)?/, ''))
  const { rest, range } = withoutRange(timeless)
  const [, name = '', found = '', after = ''] = wholeLine.exec(tight(rest).replace(/[\s,;()]+$/, '')) ?? []
  if (name === '' || found === '') return null
  const parts = tight(after.replace(/[,;]/g, ' ')).split(' ')
  const flag = parts.some((part) => flags.low.test(part)) ? 'low' : parts.some((part) => flags.high.test(part)) ? 'high' : null
  const unit = parts.filter((part) => !flags.low.test(part) && !flags.high.test(part)).join(' ')
  const read = { name: tight(name.replace(/[:=]\s*$/, '')), value: tight(found), unit, range: range && tight(range) }
  if (read.name.length > 120 || unit.length > 40) return null
  // A star says "outside", not on which side.
  return { ...read, flag: parts.includes('*') ? flagOf(read.value, read.range ?? '') : flag, hoursBefore }
}

/** Reads several lines; one that cannot be read stays as a name without a value, so that nothing pasted is lost. */
export const readLabs = (text: string): readonly LabAsked[] =>
  text
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => readLab(line) ?? { ...labToType, name: line.slice(0, 120) })

/** Whether a value has nothing but what stands for its name: a line that is still being written. */
export const isLine = ({ value, unit, range }: LabAsked): boolean => value.trim() === '' && unit.trim() === '' && !range?.trim()

/** Whether a value can be shown as it is. */
export const isWhole = ({ name, value }: LabAsked): boolean => name.trim() !== '' && value.trim() !== ''

/** Values ready to send, empty ones left out; null when one lacks its name or its value. What its author says of the range counts before what can be worked out. */
export const labsFrom = (typed: readonly LabAsked[]): LabAsked[] | null => {
  const begun = typed.filter((lab) => lab.name.trim() !== '' || !isLine(lab)).map((lab) => (isLine(lab) ? (readLab(lab.name) ?? lab) : lab))
  if (!begun.every(isWhole)) return null
  return begun.map(({ name, value, unit, range, flag, hoursBefore = null }) => ({
    name: name.trim(),
    value: stored(value),
    unit: unit.trim(),
    range: range?.trim() ? stored(range) : null,
    flag: flag || flagOf(value, range ?? ''),
    hoursBefore,
  }))
}

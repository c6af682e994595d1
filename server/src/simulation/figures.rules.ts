import type { CaseTold } from './simulate.ts'

type Of = keyof CaseTold

const sorted = (cases: readonly CaseTold[], of: Of): readonly number[] =>
  cases.map((told) => told[of] ?? Number.POSITIVE_INFINITY).toSorted((one, other) => one - other)

/** The span that a part of all cases stayed under, in minutes; infinite where that part was never reached. */
export const quantile = (cases: readonly CaseTold[], of: Of, part: number): number => {
  const all = sorted(cases, of)
  return all[Math.max(0, Math.ceil(part * all.length) - 1)] ?? Number.POSITIVE_INFINITY
}

/** The part of all cases in which something came within so many minutes. */
export const shareWithin = (cases: readonly CaseTold[], of: Of, minutes: number): number =>
  cases.filter((told) => (told[of] ?? Number.POSITIVE_INFINITY) <= minutes).length / Math.max(1, cases.length)

const inWords = (minutes: number): string =>
  !Number.isFinite(minutes) ? 'never' : minutes < 120 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`
const percent = (share: number): string => `${Math.round(share * 100)} %`

/** One line of the table: medians, p90 and shares. */
export const lineOf = (name: string, cases: readonly CaseTold[]): readonly string[] => {
  const both = (of: Of) => `${inWords(quantile(cases, of, 0.5))} / ${inWords(quantile(cases, of, 0.9))}`
  const within = (of: Of) => `${percent(shareWithin(cases, of, 60))} / ${percent(shareWithin(cases, of, 1_440))}`
  return [
    name,
    both('firstAnswer'),
    within('firstAnswer'),
    both('firstSpecialist'),
    within('firstSpecialist'),
    both('fiveAnswers'),
    within('fiveAnswers'),
  ]
}

export const headings = ['', 'first answer', '<=1h / 24h', 'first specialist', '<=1h / 24h', 'five answers', '<=1h / 24h'] as const

/** Lines as a table of text. */
export const tableOf = (lines: readonly (readonly string[])[]): readonly string[] => {
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
}

const [width, height, left, top, bottom] = [760, 420, 56, 24, 56]
const marks = [1, 5, 10, 20, 60, 180, 360, 1_440, 2_880]
const across = (minutes: number): number => left + ((width - left - 16) * Math.log(Math.max(1, minutes))) / Math.log(2_880)
const down = (share: number): number => top + (height - top - bottom) * (1 - share)

const curve = (cases: readonly CaseTold[], of: Of): string => {
  const points = sorted(cases, of).flatMap((minutes, index) =>
    Number.isFinite(minutes) ? [`${across(minutes).toFixed(1)},${down((index + 1) / cases.length).toFixed(1)}`] : [],
  )
  return [`${left},${down(0)}`, ...points].join(' ')
}

/** How many cases had their first answer, specialist and fifth answer after how long, with rings (solid) and by the feed alone (dotted), as SVG. */
export const plotOf = (routed: readonly CaseTold[], feedOnly: readonly CaseTold[]): string => {
  const series: readonly { of: Of; colour: string; name: string }[] = [
    { of: 'firstAnswer', colour: '#0B5A7A', name: 'first answer' },
    { of: 'firstSpecialist', colour: '#1A5C3A', name: 'first specialist' },
    { of: 'fiveAnswers', colour: '#744800', name: 'five answers' },
  ]
  const text = (x: number, y: number, words: string, anchor = 'middle', colour = '#43545A') =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${left}" x2="${width - 16}" y1="${down(share)}" y2="${down(share)}" stroke="#D3DBDC"/>${text(left - 8, down(share) + 4, percent(share), 'end')}`,
  )
  const axis = marks.map((minutes) => text(across(minutes), height - bottom + 20, minutes < 60 ? `${minutes} min` : `${minutes / 60} h`))
  const lines = series.flatMap(({ of, colour }) => [
    `<polyline points="${curve(routed, of)}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
    `<polyline points="${curve(feedOnly, of)}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="2 5"/>`,
  ])
  const legend = series.map(({ colour, name }, index) => text(left + 8 + index * 150, height - 12, `― ${name}`, 'start', colour))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#FBFCFC"/>`,
    ...grid,
    ...axis,
    ...lines,
    ...legend,
    text(left + 470, height - 12, 'solid: with rings · dotted: feed alone', 'start'),
    '</svg>\n',
  ].join('\n')
}

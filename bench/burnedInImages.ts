import sharp from 'sharp'
import type { Box } from '#server/community/media/PlaceFinder.ts'
import { type Chance, seededChance } from './chance.ts'

export interface BurnedIn {
  readonly size: string
  readonly contrast: string
  readonly language: string
  readonly noisy: boolean
  readonly image: Buffer
  readonly megapixels: number
  /** Where each line of text stands. */
  readonly lines: readonly Box[]
}

const sizes = [
  { width: 640, height: 480 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1440 },
  { width: 4000, height: 3000 },
] as const

/** What is written in which tone on what, in greys: full, middling and weak contrast. */
const contrasts = [
  { ink: 245, ground: 12 },
  { ink: 40, ground: 190 },
  { ink: 150, ground: 95 },
] as const

const words = {
  en: {
    labels: ['Name', 'Patient', 'DOB', 'MRN', 'Acc', 'Study', 'Hospital', 'Ref. by'],
    first: ['Anne', 'Peter', 'Mary', 'George'],
    last: ['Whitfield', 'Marlow', 'Ashdown', 'Kerr'],
    place: 'St Elsewhere Infirmary',
  },
  es: {
    labels: ['Nombre', 'Paciente', 'F. nac.', 'NHC', 'Acceso', 'Estudio', 'Hospital', 'Médico'],
    first: ['Begoña', 'Íñigo', 'José', 'Lucía'],
    last: ['Peñalver', 'Gutiérrez', 'Ibáñez', 'Cruz'],
    place: 'Clínica Virgen del Ejemplo',
  },
} as const

const lineOf = (chance: Chance, language: 'en' | 'es'): string => {
  const { labels, first, last, place } = words[language]
  const figure = () => String(100_000 + chance.below(900_000))
  const date = () =>
    `${String(1 + chance.below(28)).padStart(2, '0')}/${String(1 + chance.below(12)).padStart(2, '0')}/19${50 + chance.below(49)}`
  return chance.pick([
    () => `${chance.pick(labels)}: ${chance.pick(first)} ${chance.pick(last)}`,
    () => `${chance.pick(last).toUpperCase()}, ${chance.pick(first)}`,
    () => `${chance.pick(labels)} ${figure()}`,
    () => `${date()} ${10 + chance.below(13)}:${10 + chance.below(49)}`,
    () => place,
  ])()
}

/** Soft shapes, as tissue looks under ultrasound or in a photo; nothing on it is a letter. Drawn small: what is soft stays so when it is enlarged. */
export const tissue = (chance: Chance, width: number, height: number, grey: number): Promise<Buffer> => {
  const shapes = Array.from({ length: 14 }, () => {
    const tone = Math.max(0, Math.min(255, grey + chance.below(70) - 35))
    const [cx, cy, r] = [chance.below(width), chance.below(height), width * (0.04 + 0.16 * chance.next())]
    return `<ellipse cx="${cx}" cy="${cy}" rx="${r}" ry="${r * (0.4 + chance.next())}" fill="rgb(${tone},${tone},${tone})" opacity="0.55" filter="url(#soft)"/>`
  })
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="${Math.round((500 * height) / width)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
    <defs><filter id="soft"><feGaussianBlur stdDeviation="${width / 60}"/></filter></defs>
    <rect width="100%" height="100%" fill="rgb(${grey},${grey},${grey})"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(drawing)).removeAlpha().png().toBuffer()
}

/** Grain as a sensor makes it. */
const grain = (width: number, height: number, sigma: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } } })
    .png({ compressionLevel: 1 })
    .toBuffer()

/** Images with lines of text burned in, in every size, contrast and language, with and without noise; the same from one run to the next. */
export async function* burnedInImages(count: number): AsyncGenerator<BurnedIn> {
  for (let at = 0; at < count; at += 1) {
    const chance = seededChance(at + 1)
    const { width, height } = sizes[at % sizes.length] ?? sizes[0]
    const { ink, ground } = contrasts[Math.floor(at / 4) % contrasts.length] ?? contrasts[0]
    const language = Math.floor(at / 12) % 2 === 0 ? 'en' : 'es'
    const noise = Math.floor(at / 24) % 2 === 0 ? 0 : 14
    const em = Math.round(Math.max(13, (height / 480) * (11 + chance.below(10))))
    const rows = Math.floor(height / (em * 2))
    const wanted = 1 + chance.below(4)
    const placed = new Set<number>()
    const texts: string[] = []
    const asked: { text: string; x: number; y: number }[] = []
    for (let line = 0; line < wanted; line += 1) {
      const row = chance.pick([0, 1, rows - 2, chance.below(rows)])
      if (placed.has(row)) continue
      placed.add(row)
      const text = lineOf(chance, language)
      const x = Math.round(em * 0.7 + chance.next() * Math.max(0, width - em * (text.length * 0.62 + 2)))
      const y = Math.round(row * em * 2 + em * 1.4)
      const family = chance.pick(['DejaVu Sans', 'DejaVu Sans Mono', 'DejaVu Serif', 'DejaVu Sans Condensed'])
      texts.push(`<text x="${x}" y="${y}" font-family="${family}" font-size="${em}" fill="rgb(${ink},${ink},${ink})">${text}</text>`)
      asked.push({ text, x, y })
    }
    const svg = (inside: string) =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`)
    const lines = await Promise.all(texts.map((text) => inkOf(svg(text), width)))
    const image = await sharp(await tissue(chance, width, height, ground))
      .resize({ width, height, fit: 'fill', kernel: 'cubic' })
      .composite([
        {
          input: await sharp(svg(texts.join('')))
            .png({ compressionLevel: 1 })
            .toBuffer(),
        },
        ...(noise > 0 ? [{ input: await grain(width, height, noise), blend: 'soft-light' as const }] : []),
      ])
      .webp({ quality: 92 })
      .toBuffer()
    yield {
      size: `${width}x${height}`,
      contrast: `${ink} on ${ground}`,
      language,
      noisy: noise > 0,
      image,
      megapixels: (width * height) / 1e6,
      lines,
    }
  }
}

/** The same images as a phone held askew takes them from a screen: turned clockwise by 90, 180 and 270 degrees, one after the other. */
export async function* turnedImages(count: number): AsyncGenerator<BurnedIn> {
  let at = 0
  for await (const one of burnedInImages(count)) {
    const turn = ([90, 180, 270] as const)[at % 3] ?? 90
    at += 1
    const { width, height } = await sharp(one.image).metadata()
    const lies = (line: Box): Box => {
      const [right, below] = [width - line.x - line.width, height - line.y - line.height]
      if (turn === 180) return { ...line, x: right, y: below }
      return { x: turn === 90 ? below : line.y, y: turn === 90 ? line.x : right, width: line.height, height: line.width }
    }
    yield {
      ...one,
      contrast: `turned by ${turn}`,
      image: await sharp(one.image).rotate(turn).webp({ quality: 92 }).toBuffer(),
      lines: one.lines.map(lies),
    }
  }
}

/** Photos as a phone makes them in the dark: 12 megapixels of grain, with a name on every other one. */
export async function* grainyPhotos(): AsyncGenerator<BurnedIn> {
  const [width, height] = [4_000, 3_000]
  for (const sigma of [12, 25, 40])
    for (const name of ['', `<text x="900" y="1200" font-family="DejaVu Sans" font-size="90" fill="#b0a8a0">Begoña Ruiz 482913</text>`]) {
      const drawing = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${name}</svg>`)
      const image = await sharp({ create: { width, height, channels: 3, background: '#403028' } })
        .composite([{ input: drawing }, { input: await grain(width, height, sigma), blend: 'hard-light' }])
        .webp({ quality: 92, effort: 1 })
        .toBuffer()
      yield {
        size: `${width}x${height}`,
        contrast: `grain ${sigma}`,
        language: 'es',
        noisy: true,
        image,
        megapixels: (width * height) / 1e6,
        lines: name === '' ? [] : [await inkOf(drawing, width)],
      }
    }
}

/** The box round everything that is drawn. */
const inkOf = async (drawing: Buffer, width: number): Promise<Box> => {
  const { info } = await sharp(drawing).trim({ background: '#0000', threshold: 1 }).toBuffer({ resolveWithObject: true })
  const [x, y] = [-(info.trimOffsetLeft ?? 0), -(info.trimOffsetTop ?? 0)]
  return { x, y, width: Math.min(info.width, width - x), height: info.height }
}

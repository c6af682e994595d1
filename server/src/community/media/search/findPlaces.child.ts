// A process of its own that looks for text and faces in images: it may be slow, large or break without harm to anybody else, and no word leaves it.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, PSM } from 'tesseract.js'
import { boxesOf, type Line, scaleOf } from '../burned-in/burnedIn.rules.ts'
import { type Candidate, candidatesOf } from '../burned-in/candidates.rules.ts'
import { type Face, joinedFaces, type View, viewsOf } from '../faces/faces.rules.ts'
import { findFaces, type Pixels } from '../faces/findFaces.ts'
import { type FaceReader, openFaceReader } from '../faces/openFaceReader.ts'
import type { FoundPlaces, Looked } from '../PlaceFinder.ts'

export interface Asked {
  readonly image: Buffer
  /** How many places are read at most, the likeliest first. */
  readonly places: number
  readonly faces: boolean
}

/** What is known so far, told after each place that was read and each look for faces; the last of them is `done`. */
export type Answered = { readonly found: FoundPlaces; readonly done: boolean } | { readonly undecodable: string }

// Before anything takes time: whoever began this process may end while it gets ready.
process.on('disconnect', () => process.exit())

const most = Number(process.argv[2]) * 1_000_000
setInterval(() => {
  if (process.memoryUsage.rss() > most) process.exit(9)
}, 100).unref()

sharp.concurrency(1)
sharp.cache(false)

/** The height letters are brought to: what the reader knows best. */
const letterHeight = 28
const mostEnlarged = 4

// English letters and figures are all that places need: the second language finds no box more and takes as long again.
const letters = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')
const reader = await createWorker('eng', OEM.LSTM_ONLY, { langPath: letters, cacheMethod: 'none' })
await reader.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: '150' })

/** A picture in greys, and the same without its grain. */
const greysOf = async (image: Buffer) => {
  const { width, height } = await sharp(image).metadata()
  const { data, info } = await sharp(image)
    .greyscale()
    .resize({ width: Math.round(width * scaleOf({ width, height })), kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: 1 } as const
  const calm = await sharp(data, { raw }).median(3).toColourspace('b-w').raw().toBuffer()
  return { size: { width, height }, scale: info.width / width, data, raw, calm }
}

const lineOf = async ({ data, raw, scale }: Awaited<ReturnType<typeof greysOf>>, candidate: Candidate): Promise<Line> => {
  const { letter, light } = candidate
  const margin = Math.round(letter / 2)
  const [left, top] = [Math.max(0, candidate.x - margin), Math.max(0, candidate.y - margin)]
  const width = Math.min(raw.width, candidate.x + candidate.width + margin) - left
  const height = Math.min(raw.height, candidate.y + candidate.height + margin) - top
  const cut = sharp(data, { raw })
    .extract({ left, top, width, height })
    .resize({ width: Math.max(8, Math.round(width * Math.min(mostEnlarged, letterHeight / letter))), kernel: 'cubic' })
  const seen = await (light ? cut.negate() : cut).png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
  const { data: page } = await reader.recognize(seen.data, {}, { blocks: true, text: false })
  const enlarged = seen.info.width / width
  const inImage = (x: number, y: number, wide: number, high: number) => ({
    x: x / scale,
    y: y / scale,
    width: wide / scale,
    height: high / scale,
  })
  return {
    place: inImage(candidate.x, candidate.y, candidate.width, candidate.height),
    words: (page.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words)))
      .map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
        text,
        confidence,
        ...inImage(left + x0 / enlarged, top + y0 / enlarged, (x1 - x0) / enlarged, (y1 - y0) / enlarged),
      })),
  }
}

const tell = (answer: Answered): void => void process.send?.(answer)

let faceReader: Promise<FaceReader> | undefined

const pixelsOf = async (image: Buffer): Promise<Pixels> => {
  const { data, info } = await sharp(image).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

process.on('message', async ({ image: bytes, places, faces }: Asked) => {
  const image = Buffer.from(bytes)
  const greys = await greysOf(image).catch((error: unknown) => tell({ undecodable: String(error) }))
  if (!greys) return
  const { raw, calm, size } = greys
  const lines: Line[] = []
  const seen: Face[] = []
  const say = (looked: Looked, done: boolean): void => {
    const texts = boxesOf(lines, size).map((box) => ({ ...box, kind: 'text' as const }))
    tell({ found: { looked, boxes: [...texts, ...joinedFaces(seen, size).map((box) => ({ ...box, kind: 'face' as const }))] }, done })
  }

  let facesLookedFor = true
  const lookForFaces = async (pixels: Pixels, views: readonly View[]): Promise<void> => {
    for (const view of views)
      try {
        faceReader ??= openFaceReader()
        seen.push(...(await findFaces(await faceReader, pixels, view)))
        say('partly', false)
      } catch {
        facesLookedFor = false
        return
      }
  }

  const pixels = faces ? await pixelsOf(image) : null
  const [whole, ...nearer] = viewsOf(size)
  // The likeliest of both first: time may be up before all of it is looked at.
  if (pixels) await lookForFaces(pixels, [whole])
  const candidates = candidatesOf({ width: raw.width, height: raw.height, data: new Uint8Array(calm) })
  for (const candidate of candidates.slice(0, places)) {
    lines.push(await lineOf(greys, candidate))
    say('partly', false)
  }
  if (pixels) await lookForFaces(pixels, nearer)
  say(candidates.length <= places && facesLookedFor ? 'whole' : 'partly', true)
})

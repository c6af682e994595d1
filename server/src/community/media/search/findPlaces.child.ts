// A process of its own that looks for text and faces in images: it may be slow, large or break without harm to anybody else, and no word leaves it.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, PSM } from 'tesseract.js'
import { overlap } from '../box.rules.ts'
import { boxesOf, isWord, type Line, scaleOf, surerTurned } from '../burned-in/burnedIn.rules.ts'
import { type Candidate, candidatesOf } from '../burned-in/candidates.rules.ts'
import { type Face, inImage, joinedFaces, type View, viewsOf } from '../faces/faces.rules.ts'
import { findFaces, type Pixels } from '../faces/findFaces.ts'
import { type FaceReader, openFaceReader } from '../faces/openFaceReader.ts'
import type { Box, FoundPlaces, Looked } from '../PlaceFinder.ts'

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

type Greys = Awaited<ReturnType<typeof greysOf>>

/** The same picture turned clockwise by a quarter: what is written downwards stands upright, what is written upwards upside down. */
const turnedOnce = async ({ size, scale, data, raw, calm }: Greys): Promise<Greys> => {
  const turned = (pixels: Buffer) => sharp(pixels, { raw }).rotate(90).toColourspace('b-w').raw().toBuffer()
  return {
    size: { width: size.height, height: size.width },
    scale,
    data: await turned(data),
    raw: { width: raw.height, height: raw.width, channels: 1 },
    calm: await turned(calm),
  }
}

const candidatesIn = ({ raw, calm }: Greys): Candidate[] =>
  candidatesOf({ width: raw.width, height: raw.height, data: new Uint8Array(calm) })

const inPixels = ({ scale }: Greys, { x, y, width, height }: Box): Box => ({
  x: x / scale,
  y: y / scale,
  width: width / scale,
  height: height / scale,
})

const lineOf = async (greys: Greys, candidate: Candidate, upsideDown = false): Promise<Line> => {
  const { data, raw } = greys
  const { letter, light } = candidate
  const margin = Math.round(letter / 2)
  const [left, top] = [Math.max(0, candidate.x - margin), Math.max(0, candidate.y - margin)]
  const width = Math.min(raw.width, candidate.x + candidate.width + margin) - left
  const height = Math.min(raw.height, candidate.y + candidate.height + margin) - top
  const cut = sharp(data, { raw })
    .extract({ left, top, width, height })
    .resize({ width: Math.max(8, Math.round(width * Math.min(mostEnlarged, letterHeight / letter))), kernel: 'cubic' })
  const dark = light ? cut.negate() : cut
  const seen = await (upsideDown ? dark.flip().flop() : dark).png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
  const { data: page } = await reader.recognize(seen.data, {}, { blocks: true, text: false })
  const enlarged = seen.info.width / width
  return {
    place: inPixels(greys, candidate),
    words: (page.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words)))
      .map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
        text,
        confidence,
        ...inPixels(greys, {
          x: left + (upsideDown ? seen.info.width - x1 : x0) / enlarged,
          y: top + (upsideDown ? seen.info.height - y1 : y0) / enlarged,
          width: (x1 - x0) / enlarged,
          height: (y1 - y0) / enlarged,
        }),
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
  const { size } = greys
  const lines: Line[] = []
  const upsideDown: Line[] = []
  const sideways: Line[] = []
  const seen: Face[] = []
  const onItsSide: View = { x: 0, y: 0, ...size, turn: 90 }
  const turnedSize = { width: size.height, height: size.width }
  const say = (looked: Looked, done: boolean): void => {
    const texts = [
      ...boxesOf(lines, size),
      ...boxesOf(upsideDown, size, surerTurned),
      ...boxesOf(sideways, turnedSize, surerTurned).map((box) => inImage(box, onItsSide)),
    ].map((box) => ({ ...box, kind: 'text' as const }))
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
  const candidates = candidatesIn(greys)
  for (const candidate of candidates.slice(0, places)) {
    lines.push(await lineOf(greys, candidate))
    say('partly', false)
  }
  if (pixels) await lookForFaces(pixels, nearer)

  // What reads as nothing may stand upside down, or be written downwards or upwards: half as many places, for they are far less likely.
  const read = boxesOf(lines, size)
  const isRead = (place: Box): boolean => read.some((box) => overlap(place, box) > 0.5 * place.width * place.height)
  let left = Math.ceil(places / 2)
  const readTurned = async (from: Greys, candidate: Candidate, flipped: boolean, into: Line[]): Promise<boolean> => {
    left -= 1
    const line = await lineOf(from, candidate, flipped)
    if (!line.words.some((word) => isWord(word, from.size, surerTurned))) return false
    into.push(line)
    say('partly', false)
    return true
  }
  const unread = candidates.slice(0, places).filter((candidate) => !isRead(inPixels(greys, candidate)))
  for (const candidate of unread) if (left > 0) await readTurned(greys, candidate, true, upsideDown)
  const turned = await turnedOnce(greys)
  const onTheirSide = candidatesIn(turned).filter((candidate) => !isRead(inImage(inPixels(turned, candidate), onItsSide)))
  // Whatever is written on its side in one picture is mostly so in one direction.
  let upwards = 0
  for (const candidate of onTheirSide) {
    const ways = upwards > 0 ? [true, false] : [false, true]
    for (const way of ways)
      if (left > 0 && (await readTurned(turned, candidate, way, sideways))) {
        upwards += way ? 1 : -1
        break
      }
  }
  say(candidates.length <= places && facesLookedFor ? 'whole' : 'partly', true)
})

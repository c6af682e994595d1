// Measures the search for faces: one portrait in the public domain laid over soft shapes in many sizes, tilts and lights, pictures without a face,
// and whatever lies in a folder: script/bench faces [--images 60] [--folder PATH].
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import type { FoundPlace } from '#server/community/media/PlaceFinder.ts'
import { openPlaceFinder } from '#server/community/media/search/openPlaceFinder.ts'
import { faceIn, portrait } from '#server/testing/aFace.ts'
import { burnedInImages, tissue } from './burnedInImages.ts'
import { type Chance, seededChance } from './chance.ts'
import { keepResults } from './keepResults.ts'

const { values: options } = parseArgs({ options: { images: { type: 'string', default: '60' }, folder: { type: 'string', default: '' } } })
const say = (line: string): void => console.log(line)
const pictures = join(import.meta.dirname, '..', 'demo', 'images')

const sizes = [
  { width: 640, height: 480 },
  { width: 1920, height: 1440 },
  { width: 4000, height: 3000 },
] as const
const portraitSide = 230

interface Composite {
  readonly image: Buffer
  readonly megapixels: number
  /** The middle of the face, and how high it is. */
  readonly face: { readonly x: number; readonly y: number; readonly height: number }
  readonly groups: readonly string[]
}

/** The portrait, its border faded out, tilted and in another light, somewhere on soft shapes. */
const composite = async (chance: Chance, at: number): Promise<Composite> => {
  const { width, height } = sizes[at % sizes.length] ?? sizes[0]
  const most = height * 0.35
  const faceHeight = Math.round(80 + (most - 80) * (Math.floor(at / sizes.length) % 4) * 0.3)
  const side = Math.round((portraitSide * faceHeight) / faceIn.height)
  const turn = Math.floor(at / 12) % 3 === 2 ? chance.pick([90, 180, 270]) : 0
  const angle = turn + chance.below(41) - 20
  const brightness = chance.pick([0.5, 0.75, 1, 1.3])
  const fading = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><defs><radialGradient id="f"><stop offset="0.75" stop-color="#fff"/>
      <stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#f)"/></svg>`,
  )
  const head = await sharp(
    await sharp(portrait).resize(side, side, { kernel: 'cubic' }).modulate({ brightness }).ensureAlpha().png().toBuffer(),
  )
    .composite([{ input: fading, blend: 'dest-in' }])
    .png()
    .toBuffer()
  const tilted = await sharp(head).rotate(angle, { background: '#0000' }).png().toBuffer({ resolveWithObject: true })
  const [left, top] = [chance.below(width - tilted.info.width), chance.below(height - tilted.info.height)]
  const image = await sharp(await tissue(chance, width, height, 60 + chance.below(140)))
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .composite([{ input: tilted.data, left, top }])
    .webp({ quality: 88, effort: 1 })
    .toBuffer()
  const [fromX, fromY] = [
    ((faceIn.x + faceIn.width / 2 - portraitSide / 2) * side) / portraitSide,
    ((faceIn.y + faceIn.height / 2 - portraitSide / 2) * side) / portraitSide,
  ]
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  return {
    image,
    megapixels: (width * height) / 1e6,
    face: {
      x: left + tilted.info.width / 2 + fromX * cos - fromY * sin,
      y: top + tilted.info.height / 2 + fromX * sin + fromY * cos,
      height: faceHeight,
    },
    groups: [
      'all',
      `${width}x${height}`,
      turn === 0 ? 'upright, tilted by at most 20 degrees' : 'turned by 90, 180 or 270 degrees, and tilted',
      `brightness ${brightness}`,
      faceHeight < 100 ? '80 pixels high' : 'higher',
    ],
  }
}

/** Whether a box is on a face: its middle within a quarter of the face's height of the face's, and neither much smaller nor much larger. */
const isOn = (box: FoundPlace, { x, y, height }: Composite['face']): boolean =>
  Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y) < height / 4 && box.height > height * 0.6 && box.height < height * 2.5

// What is found is measured, not what fits into its time on a busy machine.
const finder = openPlaceFinder({ milliseconds: 120_000 })
const facesOf = async (image: Buffer) => {
  const from = performance.now()
  const { looked, boxes } = await finder.find(image, { faces: true })
  return { looked, faces: boxes.filter(({ kind }) => kind === 'face'), seconds: (performance.now() - from) / 1_000 }
}
try {
  const sums = new Map<string, { images: number; found: number }>()
  let [falseAlarms, seconds, wholly] = [0, 0, 0]
  const count = Number(options.images)
  for (let at = 0; at < count; at += 1) {
    const made = await composite(seededChance(at + 1), at)
    const seen = await facesOf(made.image)
    const found = seen.faces.some((box) => isOn(box, made.face))
    falseAlarms += seen.faces.filter((box) => !isOn(box, made.face)).length
    seconds += seen.seconds
    wholly += seen.looked === 'whole' ? 1 : 0
    for (const group of made.groups) {
      const sum = sums.get(group) ?? { images: 0, found: 0 }
      sums.set(group, { images: sum.images + 1, found: sum.found + (found ? 1 : 0) })
    }
  }
  const composites = { secondsPerImage: Number((seconds / count).toFixed(2)), wholly, falseAlarms, groups: Object.fromEntries(sums) }
  for (const [group, { images, found }] of sums) say(`${group}: found in ${found} of ${images}`)
  say(
    `Beside the face: ${falseAlarms} places; ${composites.secondsPerImage} s an image, text included; ${wholly} of ${count} looked at wholly.`,
  )

  const without = { images: 0, places: 0 }
  const lookAt = async (image: Buffer) => {
    without.images += 1
    without.places += (await facesOf(image)).faces.length
  }
  for (const name of await readdir(pictures)) if (name.endsWith('.webp')) await lookAt(await readFile(join(pictures, name)))
  for await (const { image } of burnedInImages(24)) await lookAt(image)
  say(`Without a face (drawings of the demo, generated scans): ${without.places} places in ${without.images} images.`)

  const folder = []
  for (const name of options.folder === '' ? [] : (await readdir(options.folder)).sort())
    if (/\.(jpe?g|png|webp)$/.test(name)) {
      const small = await sharp(await readFile(join(options.folder, name)))
        .resize({ width: 4_096, height: 4_096, fit: 'inside', withoutEnlargement: true })
        .webp()
        .toBuffer()
      const { faces, looked } = await facesOf(small)
      folder.push({ name, faces: faces.length, looked })
      say(`${name}: ${faces.length} (${looked})`)
    }
  await keepResults('faces', { composites, without, folder })
} finally {
  await finder.stop()
}

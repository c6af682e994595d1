import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { aFace, faceIn } from '#server/testing/aFace.ts'
import { aGrain } from '#server/testing/aGrain.ts'
import { openPlaceFinder } from './openPlaceFinder.ts'

const finder = openPlaceFinder({ milliseconds: 100_000 })
const folder = await mkdtemp(join(tmpdir(), 'consilium-readers-'))
afterAll(async () => {
  await finder.stop()
  await rm(folder, { recursive: true })
})

const text = (x: number, y: number, ink: string, what: string, size = 18) =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}" fill="${ink}">${what}</text>`
const scan = (ink: string, more = '') =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#101010"/>
      <ellipse cx="320" cy="260" rx="160" ry="120" fill="#3a3a3a"/>${text(20, 30, ink, 'PEÑALVER GIL, Begoña')}${more}</svg>`),
  )
    .webp()
    .toBuffer()

test('a name burned into a scan is found where it stands, and nothing elsewhere', { timeout: 120_000 }, async () => {
  const { looked, boxes } = await finder.find(await scan('#f0f0f0'), { faces: false })
  expect(looked).toBe('whole')
  expect(boxes).toHaveLength(1)
  const [box] = boxes
  expect(box?.x).toBeLessThanOrEqual(21)
  expect(box?.y).toBeLessThanOrEqual(17)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(215)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThanOrEqual(33)
})

test('a photo of 12 megapixels of nothing but grain is looked at wholly, and a name on it is found', { timeout: 240_000 }, async () => {
  const grain = await aGrain(4_000, 3_000)
  expect(await finder.find(grain, { faces: false })).toEqual({ looked: 'whole', boxes: [] })
  const name = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">${text(900, 1_200, '#fff', 'Begoña Ruiz', 90)}</svg>`
  const named = await sharp(grain)
    .composite([{ input: Buffer.from(name) }])
    .webp()
    .toBuffer()
  const { looked, boxes } = await finder.find(named, { faces: false })
  expect(looked).toBe('whole')
  expect(boxes).toHaveLength(1)
  expect(boxes[0]?.x).toBeLessThan(915)
  expect((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0)).toBeGreaterThan(1_380)
})

test.each([90, 180, 270])('a name in a picture turned by %i degrees is found where it stands', { timeout: 120_000 }, async (turn) => {
  const turned = await sharp(await scan('#f0f0f0'))
    .rotate(turn)
    .webp()
    .toBuffer()
  const { looked, boxes } = await finder.find(turned, { faces: false })
  expect(looked).toBe('whole')
  expect(boxes).toHaveLength(1)
  const [box = { x: 0, y: 0, width: 0, height: 0 }] = boxes
  // The same box as in the upright scan, from (21, 17) to (215, 33) at least.
  const corners = { 90: [447, 21, 463, 215], 180: [425, 447, 619, 463], 270: [17, 425, 33, 619] }[turn] ?? []
  const [left = 0, top = 0, right = 0, bottom = 0] = corners
  expect(box.x).toBeLessThanOrEqual(left)
  expect(box.y).toBeLessThanOrEqual(top)
  expect(box.x + box.width).toBeGreaterThanOrEqual(right)
  expect(box.y + box.height).toBeGreaterThanOrEqual(bottom)
})

describe('faces', () => {
  const isOn = (box: { x: number; y: number; width: number; height: number } | undefined, middle: { x: number; y: number }) =>
    box !== undefined && box.x < middle.x && box.y < middle.y && box.x + box.width > middle.x && box.y + box.height > middle.y
  const [across, down] = [faceIn.x + faceIn.width / 2, faceIn.y + faceIn.height / 2]

  test('one is found upright and lying down, and nothing else', { timeout: 120_000 }, async () => {
    const upright = await finder.find(await aFace({ width: 900, height: 700 }, { side: 230, x: 300, y: 200 }), { faces: true })
    expect(upright).toMatchObject({ looked: 'whole', boxes: [{ kind: 'face' }] })
    expect(isOn(upright.boxes[0], { x: 300 + across, y: 200 + down })).toBe(true)
    const lying = await finder.find(await aFace({ width: 900, height: 700 }, { side: 230, turn: 90, x: 300, y: 200 }), { faces: true })
    expect(lying).toMatchObject({ looked: 'whole', boxes: [{ kind: 'face' }] })
    expect(isOn(lying.boxes[0], { x: 300 + 230 - down, y: 200 + across })).toBe(true)
  })

  test('a small one in a photo of 12 megapixels is found beside a name', { timeout: 120_000 }, async () => {
    const small = await aFace({ width: 4_000, height: 3_000 }, { side: 200, x: 3_100, y: 2_000 })
    const name = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">${text(900, 600, '#fff', 'Begoña Ruiz', 90)}</svg>`
    const named = await sharp(small)
      .composite([{ input: Buffer.from(name) }])
      .webp({ effort: 1 })
      .toBuffer()
    const { looked, boxes } = await finder.find(named, { faces: true })
    expect(looked).toBe('whole')
    expect(boxes.map(({ kind }) => kind)).toEqual(['text', 'face'])
    expect(isOn(boxes[1], { x: 3_100 + (across * 200) / 230, y: 2_000 + (down * 200) / 230 })).toBe(true)
  })

  test('are not looked for where nobody asks, and not found in a scan', { timeout: 120_000 }, async () => {
    expect(await finder.find(await aFace({ width: 900, height: 700 }, { side: 230, x: 300, y: 200 }), { faces: false })).toEqual({
      looked: 'whole',
      boxes: [],
    })
    expect(await finder.find(await scan('#101010'), { faces: true })).toEqual({ looked: 'whole', boxes: [] })
  })
})

test('what is no image fails by itself, and the next one is read', { timeout: 120_000 }, async () => {
  await expect(finder.find(Buffer.from('no image'), { faces: false })).rejects.toThrow()
  expect(await finder.find(await scan('#101010'), { faces: false })).toEqual({ looked: 'whole', boxes: [] })
})

describe('what is not wholly looked at is said to be so', () => {
  test('when there are more places than are read: the likeliest are', { timeout: 120_000 }, async () => {
    const bounded = openPlaceFinder({ milliseconds: 100_000, places: 1 })
    const { looked, boxes } = await bounded.find(await scan('#f0f0f0', text(20, 450, '#777', 'Ruiz')), { faces: false })
    expect(looked).toBe('partly')
    expect(boxes).toHaveLength(1)
    expect(boxes[0]?.y).toBeLessThan(40)
    await bounded.stop()
  })

  test.each([
    ['time', { milliseconds: 1 }],
    ['memory', { milliseconds: 100_000, megabytes: 20 }],
  ])('when the reader takes more %s than it is given', { timeout: 120_000 }, async (_what, limits) => {
    const bounded = openPlaceFinder(limits)
    expect(await bounded.find(await scan('#f0f0f0'), { faces: false })).toEqual({ looked: 'not', boxes: [] })
    await bounded.stop()
  })
})

describe('a reader that dies', () => {
  const image = Buffer.from('an image')
  const box = { x: 1, y: 2, width: 3, height: 4 }
  const first = `process.send({ found: { looked: 'partly', boxes: [${JSON.stringify(box)}] }, done: false })`
  const last = `process.send({ found: { looked: 'whole', boxes: [] }, done: true })`
  const withReader = async (name: string, does: string, milliseconds = 60_000) => {
    const reader = join(folder, `${name}.mjs`)
    await writeFile(reader, `import { existsSync, writeFileSync } from 'node:fs'\nprocess.on('message', () => { ${does} })`)
    const bounded = openPlaceFinder({ milliseconds, reader })
    const found = await bounded.find(image, { faces: false })
    await bounded.stop()
    return found
  }

  test('once is begun anew', async () => {
    const mark = JSON.stringify(join(folder, 'died'))
    const found = await withReader('once', `if (existsSync(${mark})) ${last}; else { writeFileSync(${mark}, ''); process.exit(9) }`)
    expect(found).toEqual({ looked: 'whole', boxes: [] })
  })

  test('twice before anything was read: nothing was looked at', async () => {
    expect(await withReader('twice', 'process.exit(9)')).toEqual({ looked: 'not', boxes: [] })
  })

  test('twice after something was found: that is kept', async () => {
    expect(await withReader('later', `${first}; setTimeout(() => process.exit(9), 50)`)).toEqual({ looked: 'partly', boxes: [box] })
  })

  test('or never ends: when time is up, what was found is kept', { timeout: 60_000 }, async () => {
    expect(await withReader('endless', `${first}; setInterval(() => {}, 1_000)`, 6_000)).toEqual({ looked: 'partly', boxes: [box] })
  })
})

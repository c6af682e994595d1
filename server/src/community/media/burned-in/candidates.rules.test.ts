import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { aGrain } from '#server/testing/aGrain.ts'
import { candidatesOf, type Grey } from './candidates.rules.ts'

const size = { width: 800, height: 600 }
const greyOf = async (image: Buffer, { calm = false } = {}): Promise<Grey> => {
  const picture = sharp(image).greyscale()
  const { data, info } = await (calm ? picture.median(3) : picture).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}
const drawn = (inside: string, ground = '#101010') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="${ground}"/>${inside}</svg>`,
    ),
  )
    .png()
    .toBuffer()
const name = (fontSize: number, ink: string, at = { x: 60, y: 200 }) =>
  `<text x="${at.x}" y="${at.y}" font-family="DejaVu Sans" font-size="${fontSize}" fill="${ink}">Begoña Ruiz</text>`

describe('a line of letters', () => {
  test.each([
    ['small', 14, '#eee', '#101010'],
    ['large', 110, '#eee', '#101010'],
    ['dark on pale', 24, '#333', '#ddd'],
    ['faint', 24, '#777', '#666'],
  ])('%s is found where it stands, first of all', async (_how, fontSize, ink, ground) => {
    const [first] = candidatesOf(await greyOf(await drawn(name(fontSize, ink), ground)))
    expect(first?.x).toBeGreaterThan(50)
    expect(first?.x).toBeLessThan(75)
    expect(first?.width).toBeGreaterThan(4.5 * fontSize)
    expect(first?.y).toBeGreaterThan(195 - fontSize)
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThan(206 + fontSize / 4)
    expect(first?.light).toBe(ground !== '#ddd')
  })

  test('comes before what is less like one', async () => {
    const crosses = [600, 640, 700].map((x) => `<path d="M${x} 400 v30 M${x - 12} 415 h24" stroke="#555" stroke-width="4"/>`).join('')
    const found = candidatesOf(await greyOf(await drawn(`${crosses}${name(24, '#eee')}`)))
    expect(found.some(({ y }) => y > 390)).toBe(true)
    expect(found[0]?.y).toBeLessThan(220)
  })
})

describe('what is no writing', () => {
  test('grain has next to nothing that looks like a line, at any strength', async () => {
    for (const spread of [10, 30, 60])
      expect(candidatesOf(await greyOf(await aGrain(1_200, 900, { spread }), { calm: true })).length).toBeLessThan(8)
  })

  test('an even ground, a picture of one pixel and one of none have nothing', async () => {
    expect(candidatesOf(await greyOf(await drawn('')))).toEqual([])
    expect(candidatesOf({ width: 1, height: 1, data: new Uint8Array(1) })).toEqual([])
    expect(candidatesOf({ width: 0, height: 0, data: new Uint8Array(0) })).toEqual([])
  })
})

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Config } from '#server/platform/config.ts'
import { command } from './mediaClean.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-clean-'))
})
afterAll(() => rm(folder, { recursive: true }))

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#355' } })
  .withExif({ IFD0: { Artist: 'Canario' } })
  .jpeg()
  .toBuffer()

const run = async (...words: string[]) => {
  const said: string[] = []
  const status = await command.run({ config: {} as Config, words, say: (line) => said.push(line) })
  return { status, said }
}

test('a photo is cleaned into the file named', async () => {
  await writeFile(join(folder, 'ana.jpg'), photo)
  const { status, said } = await run(join(folder, 'ana.jpg'), join(folder, 'out.webp'))
  expect(status).toBe(0)
  expect(said[0]).toContain('jpeg to webp, 40 x 30')
  expect((await readFile(join(folder, 'out.webp'))).includes('Canario')).toBe(false)
})

test('a folder is cleaned file by file: names dropped, what is refused said and not written', async () => {
  const from = join(folder, 'in')
  await mkdir(join(from, 'deep'), { recursive: true })
  await writeFile(join(from, 'ana.jpg'), photo)
  await writeFile(join(from, 'deep', 'ruiz.png'), photo)
  await writeFile(join(from, 'code.jpg'), '<svg/>')
  const { status, said } = await run(from, join(folder, 'clean'))
  expect(status).toBe(1)
  expect(said[1]).toMatch(/^code\.jpg refused, image\.kind-refused: /)
  expect(said.at(-1)).toBe('2 cleaned, 1 refused.')
  expect((await readdir(join(folder, 'clean'))).sort()).toEqual(['0001.webp', '0003.webp'])
})

test('what is not there is said', async () => {
  await expect(run(join(folder, 'nothing'), folder)).rejects.toThrow('There is no')
  await expect(run('one')).rejects.toThrow('media clean takes')
})

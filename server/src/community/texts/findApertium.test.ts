import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findApertium } from './findApertium.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-apertium-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function install(prefix: string) {
  const programs = ['apertium-wblank-mode', 'apertium-tagger', 'apertium-transfer', 'lt-proc', 'lrx-proc'].map((name) => join('bin', name))
  const modes = ['eng-spa', 'spa-eng'].map((mode) => join('share', 'apertium', 'modes', `${mode}.mode`))
  for (const part of [...programs, ...modes].map((name) => join(prefix, name))) {
    await mkdir(dirname(part), { recursive: true })
    await writeFile(part, '')
  }
}

it('finds nothing where nothing is', async () => {
  expect(await findApertium({ dataDir: folder, system: join(folder, 'usr') })).toBeNull()
})

it('takes the system’s Apertium before its own', async () => {
  await install(join(folder, 'usr'))
  await install(join(folder, 'apertium', 'usr'))
  expect(await findApertium({ dataDir: folder, system: join(folder, 'usr') })).toEqual({ prefix: join(folder, 'usr') })
})

it('takes its own where the system has none or is to be ignored', async () => {
  await install(join(folder, 'apertium', 'usr'))
  expect(await findApertium({ dataDir: folder, system: null })).toEqual({ prefix: join(folder, 'apertium', 'usr') })
})

it('does not take half an installation', async () => {
  await install(join(folder, 'apertium', 'usr'))
  await rm(join(folder, 'apertium', 'usr', 'share', 'apertium', 'modes', 'spa-eng.mode'))
  expect(await findApertium({ dataDir: folder, system: null })).toBeNull()
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDataFolder, openDataFolder } from './dataFolder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-data-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a data folder has one program at a time', async () => {
  const claim = await claimDataFolder(folder)
  expect(claim).not.toBeNull()
  expect(await claimDataFolder(folder)).toBeNull()
  await claim?.release()
  expect(await claimDataFolder(folder)).not.toBeNull()
})

test('the claim of a program that was killed is void', async () => {
  const script = `import { claimDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'dataFolder.ts'))}
    await claimDataFolder(${JSON.stringify(folder)})
    console.log('claimed')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(await claimDataFolder(folder)).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await claimDataFolder(folder)).not.toBeNull()
})

test('a number that was given to another process since is no claim', async () => {
  await writeFile(join(folder, 'running'), `${process.ppid} 1`)
  expect(await claimDataFolder(folder)).not.toBeNull()
})

test('a data folder that cannot be one is refused in one sentence', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(openDataFolder(join(folder, 'file'))).rejects.toThrow(`The data folder ${folder}/file cannot be used (EEXIST)`)
  await openDataFolder(join(folder, 'new/one'))
})

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const clone = join(import.meta.dirname, '..')

/** Starts an instance of its own for the whole run, with the demo and an empty data folder; returns what ends both. */
export default async (): Promise<() => Promise<void>> => {
  if (spawnSync(process.execPath, ['script/lib/buildWeb.ts'], { cwd: clone, stdio: 'inherit' }).status !== 0)
    throw new Error('the web app does not build')
  const dataFolder = await mkdtemp(join(tmpdir(), 'consilium-e2e-'))
  // The engine an earlier start fetched, so that a run need not fetch it again.
  await cp(join(clone, 'data/apertium'), join(dataFolder, 'apertium'), { recursive: true, verbatimSymlinks: true }).catch(() => {})
  const child = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: clone,
    // No browser here is told anything through its maker.
    env: { ...process.env, PORT: process.env['E2E_PORT'], CONSILIUM_DATA: dataFolder, PUSH_SERVICES: 'push.invalid' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    await rm(dataFolder, { recursive: true, force: true })
  }
  try {
    await untilItSaysItsAddress(child)
  } catch (error) {
    await end()
    throw error
  }
  return end
}

const untilItSaysItsAddress = async (child: ReturnType<typeof spawn>): Promise<void> => {
  let said = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      if (/^http:\/\/\S+$/m.test(said)) resolve()
    })
  })
  const gone = once(child, 'exit').then(() => {
    throw new Error('the instance ended before it was ready: its reason stands above')
  })
  await Promise.race([ready, gone])
}

import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A PostgreSQL server that runs on a cluster folder now. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/**
 * The server that runs on this cluster folder, if one does.
 * A process counts only when it stands in this folder or was started with it: its number alone may have been given to something else.
 */
export const findPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const lines = await statusLines(cluster)
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 1 || !(await worksIn(pid, await realpath(cluster)))) return null
  return { pid, port }
}

/** True once the server says it takes connections. */
export const isReady = async (cluster: string, pid: number): Promise<boolean> => {
  const lines = await statusLines(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Asks a server to end its sessions and stop, and insists after ten seconds; returns when it is gone. */
export const stopPostmaster = async (cluster: string, { pid }: Postmaster): Promise<void> => {
  const folder = await realpath(cluster)
  const isGone = async (tries: number): Promise<boolean> => {
    for (let left = tries; left > 0; left -= 1) {
      if (!(await worksIn(pid, folder))) return true
      await sleep(20)
    }
    return false
  }
  signal(pid, 'SIGINT')
  if (await isGone(500)) return
  // Ends at once; the next start replays the log, nothing committed is lost.
  signal(pid, 'SIGQUIT')
  if (await isGone(250)) return
  throw new Error(`the PostgreSQL server ${pid} on ${cluster} does not stop`)
}

/** Takes away the note of a server that is gone, so that its number in another's hands does not keep the next from starting. */
export const forgetPostmaster = async (cluster: string): Promise<void> => {
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

const statusLines = async (cluster: string): Promise<string[]> => {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
  } catch {
    return []
  }
}

const worksIn = async (pid: number, cluster: string): Promise<boolean> => {
  const standsIn = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  if (standsIn !== null) return standsIn === cluster
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8')
    .then((text) => text.split('\0'))
    .catch(async () => {
      if (process.platform === 'linux') return []
      const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
      return stdout.includes(` -D ${cluster} `) ? ['-D', cluster] : []
    })
  return words[words.indexOf('-D') + 1] === cluster && words.includes('-D')
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

import { constants } from 'node:fs'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from './CannotStart.ts'

/** The folder that holds all an instance keeps, made when missing and readable; one sentence when it cannot be used. */
export const openDataFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'EACCES' ? 'may not be read and written by this user' : `cannot be used (${code})`
    throw new CannotStart(`The data folder ${folder} ${why}: change its rights or name another with CONSILIUM_DATA.`)
  }
}

/** Claims a data folder for this process until it ends; null when another living process has it. */
export const claimDataFolder = async (folder: string): Promise<{ release(): Promise<void> } | null> => {
  const file = join(folder, 'running')
  const mine = await nameOf(process.pid)
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await writeFile(file, mine ?? String(process.pid), { flag: 'wx' })
      return { release: () => rm(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const claim = await readFile(file, 'utf8').catch(() => '')
    const holder = Number(claim.split(' ')[0])
    if (holder > 0 && (await nameOf(holder)) === claim) return null
    // Left by a process that was killed: its number is gone or another's now.
    await rm(file, { force: true })
  }
  return null
}

/** A process number with the moment it began, in the kernel's ticks: numbers are given again, both together are not. */
const nameOf = async (pid: number): Promise<string | null> => {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (status !== null) return `${pid} ${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`
  if (process.platform === 'linux') return null
  try {
    process.kill(pid, 0)
    return String(pid)
  } catch {
    return null
  }
}

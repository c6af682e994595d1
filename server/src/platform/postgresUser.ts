import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from './CannotStart.ts'

const run = promisify(execFile)

/** Who the embedded server runs as. Empty fields: whoever runs this program. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

/**
 * PostgreSQL refuses to run as root, so root lends it a system user: the one that owns the cluster already, else `postgres`,
 * made when the system lacks it.
 */
export const serverUser = async (cluster: string): Promise<ServerUser> => {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(cluster).catch(() => null)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const known = await lookUp()
  if (known) return known
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']).catch(() => null)
  const made = await lookUp()
  if (made) return made
  throw new CannotStart(
    'PostgreSQL refuses to run as root and there is no system user "postgres" to run it as: start as an ordinary user, or add that user.',
  )
}

/** The topmost folder on the way to this path that the server's user may not enter, or null. */
export const closedFolderAbove = async (path: string, user: ServerUser): Promise<string | null> => {
  if (!('uid' in user)) return null
  let closed: string | null = null
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder)
    const mayEnter = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
    if (!mayEnter) closed = folder
    if (folder === dirname(folder)) return closed
  }
}

const lookUp = async (): Promise<ServerUser | null> => {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)))
    return uid && gid ? { uid, gid } : null
  } catch {
    return null
  }
}

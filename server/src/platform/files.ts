import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where files are kept. Names are ours (ids and slashes), never a user's. */
export interface FileStore {
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Null when there is no such file. */
  get(name: string): Promise<Buffer | null>
  /** Removes a file or everything under a folder. */
  remove(name: string): Promise<void>
}

const safe = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/

/** Keeps files in a folder: written whole beside their place, then moved, so a half-written file has no name. */
export const openFolderStore = (folder: string): FileStore => {
  const pathOf = (name: string): string => {
    if (!safe.test(name)) throw new Error(`not a file name of ours: ${name}`)
    return join(folder, name)
  }
  return {
    put: async (name, bytes) => {
      const path = pathOf(name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${crypto.randomUUID()}`
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
      } finally {
        await file.close()
      }
      await rename(draft, path)
    },
    get: async (name) => {
      try {
        return await readFile(pathOf(name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (name) => rm(pathOf(name), { recursive: true, force: true }),
  }
}

/** Where files are kept. Names are ours (ids and slashes), never a user's. */
export interface FileStore {
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Null when there is no such file. */
  get(name: string): Promise<Buffer | null>
  /** Removes a file or everything under a folder. */
  remove(name: string): Promise<void>
}

const safe = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/

/** The name, where it is one of ours; nothing else becomes a path or an address. */
export const ourName = (name: string): string => {
  if (!safe.test(name)) throw new Error(`not a file name of ours: ${name}`)
  return name
}

import { statfs } from 'node:fs/promises'

/** Share of a disk that is free, 0 to 1. */
export const freeShare = async (folder: string): Promise<number> => {
  const { bavail, blocks } = await statfs(folder)
  return blocks === 0 ? 1 : bavail / blocks
}

/** PostgreSQL stops on a full disk, so the program stops writing before: below a tenth free it only reads. */
export const isTooFullToWrite = (share: number): boolean => share < 0.1

interface Watch {
  folder: string
  /** Milliseconds between looks. */
  every: number
  look?: (folder: string) => Promise<number>
  log: (line: string) => void
}

/** Keeps an eye on the disk; `isReadOnly` answers from the last look. */
export const watchDiskSpace = async ({ folder, every, look = freeShare, log }: Watch): Promise<{ isReadOnly(): boolean; stop(): void }> => {
  let readOnly = false
  const lookNow = async (): Promise<void> => {
    const share = await look(folder).catch(() => 1)
    if (isTooFullToWrite(share) !== readOnly)
      log(readOnly ? 'The disk has room again: writing resumes.' : `Only ${Math.floor(share * 100)} % of the disk is free: reading only.`)
    readOnly = isTooFullToWrite(share)
  }
  await lookNow()
  const timer = setInterval(lookNow, every).unref()
  return { isReadOnly: () => readOnly, stop: () => clearInterval(timer) }
}

import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import yauzl from 'yauzl'
import { CannotStart } from '../../../platform/CannotStart.ts'
import type { FileFormat } from './FileFormat.ts'

/** A register's file, opened: as it lies there, or as it lies packed in an archive. */
export interface OpenedFile {
  readonly name: string
  /** Unpacked. */
  readonly bytes: number
  readonly written: Date
  readonly chunks: AsyncIterable<Buffer>
}

const atOnce = 1_000_000

/** Opens the file an operator names. Of an archive (ZIP) the one file that is the register's is read, unpacked as it is read, never on the disk. */
export const openRegisterFile = async (
  path: string,
  { register, packed }: Pick<FileFormat, 'register' | 'packed'>,
): Promise<OpenedFile> => {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`${path} cannot be read (${error.code}).`)
  })
  if (!file.isFile()) throw new CannotStart(`${path} is no file.`)
  if (!(await isArchive(path)))
    return { name: basename(path), bytes: file.size, written: file.mtime, chunks: createReadStream(path, { highWaterMark: atOnce }) }
  const archive = await yauzl.openPromise(path, { autoClose: false }).catch((error: Error) => {
    throw new CannotStart(`${path} is no whole archive: ${error.message}.`)
  })
  const found: yauzl.Entry[] = []
  for await (const entry of archive.eachEntry()) if (packed.test(basename(entry.fileName))) found.push(entry)
  const [entry] = found
  if (!entry || found.length > 1) {
    archive.close()
    throw new CannotStart(
      `${path} holds ${found.length === 0 ? 'no file' : `${found.length} files`} of ${register}: unpack the one you mean, and name it.`,
    )
  }
  if (entry.isEncrypted()) throw new CannotStart(`${path} is encrypted: unpack it first.`)
  return {
    name: basename(entry.fileName),
    bytes: entry.uncompressedSize,
    written: entry.getLastModDate({ timezone: 'UTC' }),
    chunks: (async function* () {
      try {
        yield* (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
      } catch (error) {
        throw new CannotStart(`${path} is damaged: ${(error as Error).message}.`)
      } finally {
        archive.close()
      }
    })(),
  }
}

/** By its first bytes, whatever it is called. */
const isArchive = async (path: string): Promise<boolean> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\x03\x04'
  } finally {
    await file.close()
  }
}

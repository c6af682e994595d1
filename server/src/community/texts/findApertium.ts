import { join } from 'node:path'
import { type ApertiumPlace, missingParts } from './apertium.ts'

/** Where Apertium can be run from: the system's own, else what `unpackApertium` put into the data folder, else nowhere. */
export async function findApertium({
  dataDir,
  system = '/usr',
}: {
  dataDir: string
  system?: string | null
}): Promise<ApertiumPlace | null> {
  for (const prefix of [system, unpackedPrefix(dataDir)]) {
    if (prefix && (await missingParts({ prefix })).length === 0) return { prefix }
  }
  return null
}

export const apertiumFolder = (dataDir: string) => join(dataDir, 'apertium')

const unpackedPrefix = (dataDir: string) => join(apertiumFolder(dataDir), 'usr')

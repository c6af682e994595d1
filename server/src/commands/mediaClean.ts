import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { v4 } from 'uuid'
import { limits } from '#contract/community/media.ts'
import { DicomRefused } from '#server/community/media/dicom/DicomRefused.ts'
import { isDicom } from '#server/community/media/dicom/isDicom.ts'
import { rebuildDicom, uidsAnew } from '#server/community/media/dicom/rebuildDicom.ts'
import { encodeAnew } from '#server/community/media/encodeAnew.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { sentence } from '#server/platform/problems.ts'
import { Refusal, refuse } from '#server/platform/refuse.ts'
import { type Command, UsageError } from './Command.ts'

export const command: Command = {
  usage: 'IN OUT',
  summary: 'Cleans an image or a DICOM file, or a folder of them.',
  help: [
    'An image is known by its content, decoded and encoded anew without metadata, as an upload is. A DICOM image is built anew from an allow-list',
    'of attributes under new UIDs, the same for all files of a run. Text burned into pixels stays: look at them. Names of files are dropped.',
    'IN is a file and OUT the file to write, or IN is a folder and OUT a folder that is made: 0001.webp or 0001.dcm and so on, in the order of the names.',
    'Says for each file what was written, or why it was refused; then nothing of it is kept. Ends with status 1 if one was refused.',
  ],
  run: async ({ words, say }) => {
    const [from, to, more] = words
    if (from === undefined || to === undefined || more !== undefined)
      throw new UsageError('media clean takes what to read and where to write.')
    const found = await stat(from).catch(() => null)
    if (!found) throw new CannotStart(`There is no ${from}.`)
    const names = found.isDirectory() ? await filesIn(from) : [from]
    await mkdir(found.isDirectory() ? to : dirname(to), { recursive: true })
    const anew = uidsAnew(() => `2.25.${BigInt(`0x${v4().replaceAll('-', '')}`)}`)
    let refused = 0
    for (const [index, name] of names.entries()) {
      try {
        const clean = await cleanFile(found.isDirectory() ? join(from, name) : name, anew)
        const target = found.isDirectory() ? `${String(index + 1).padStart(4, '0')}.${clean.extension}` : to
        await writeFile(found.isDirectory() ? join(to, target) : to, clean.bytes)
        say(`${name} -> ${target}: ${clean.what}, ${Math.ceil(clean.bytes.length / 1_000)} kB`)
      } catch (error) {
        if (!(error instanceof Refusal) && !(error instanceof DicomRefused)) throw error
        refused += 1
        say(`${name} refused, ${error instanceof Refusal ? `${error.code}: ${sentence(error, 'en')}` : `DICOM: ${error.message}.`}`)
      }
    }
    say(`${names.length - refused} cleaned, ${refused} refused.`)
    return refused === 0 ? 0 : 1
  },
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** A film of an ultrasound is larger than a photo may be; the whole of it is held in memory. */
const dicomMegabytes = 250

const cleanFile = async (path: string, anew: (old: string) => string): Promise<{ bytes: Buffer; extension: string; what: string }> => {
  const { size } = await stat(path)
  if (size > dicomMegabytes * 1_000_000) refuse('image.too-large', { megabytes: limits.megabytes })
  const source = await readFile(path)
  if (isDicom(source)) {
    const { bytes, picture } = await rebuildDicom(source, anew)
    const { rows, columns, frames } = picture
    return { bytes: bytes(), extension: 'dcm', what: `DICOM rebuilt, ${columns} x ${rows}, ${frames} frame${frames === 1 ? '' : 's'}` }
  }
  const { kind, width, height, files } = await encodeAnew(source)
  const bytes = files.get('full') ?? refuse('image.unreadable')
  return { bytes, extension: 'webp', what: `${kind} to webp, ${width} x ${height}` }
}

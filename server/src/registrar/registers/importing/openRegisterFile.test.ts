import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, expect, test } from 'vitest'
import yazl from 'yazl'
import { CannotStart } from '../../../platform/CannotStart.ts'
import { formats } from './formats.ts'
import { openRegisterFile } from './openRegisterFile.ts'

const folder = await mkdtemp(join(tmpdir(), 'consilium-packed-'))
afterAll(() => rm(folder, { recursive: true }))
const text = await readFile(join(import.meta.dirname, '../us-nppes/sample/npidata_sample.csv'))
const nppes = formats.get('us-nppes')
if (!nppes) throw new Error('no format of NPPES')

const pack = async (name: string, files: Readonly<Record<string, Buffer>>): Promise<string> => {
  const archive = new yazl.ZipFile()
  for (const [path, bytes] of Object.entries(files)) archive.addBuffer(bytes, path)
  archive.end()
  await pipeline(archive.outputStream, createWriteStream(join(folder, name)))
  return join(folder, name)
}
const read = async (path: string): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of (await openRegisterFile(path, nppes)).chunks) parts.push(part)
  return Buffer.concat(parts)
}
const sentence = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'opened',
    (error: unknown) => {
      if (error instanceof CannotStart) return error.message
      throw error
    },
  )

test('of the archive NPPES comes in, the one file of doctors is read, under its own name', async () => {
  const path = await pack('NPPES_Data_Dissemination_November_2026_V2.zip', {
    'npidata_pfile_20050523-20261108.csv': text,
    'npidata_pfile_20050523-20261108_FileHeader.csv': Buffer.from('header'),
    'othername_pfile_20050523-20261108.csv': Buffer.from('other'),
    'pl_pfile_20050523-20261108.csv': Buffer.from('places'),
    'NPPES_Data_Dissemination_Readme_v.2.pdf': Buffer.from('readme'),
  })
  expect(await openRegisterFile(path, nppes)).toMatchObject({ name: 'npidata_pfile_20050523-20261108.csv', bytes: text.length })
  expect(await read(path)).toEqual(text)
})

test('a file that is not packed is read as it lies there, whatever it is called', async () => {
  const path = join(folder, 'plain.zip')
  await writeFile(path, text)
  expect(await read(path)).toEqual(text)
})

test('an archive without such a file, with two, or cut off is refused with what to do', async () => {
  const doctors = 'npidata_pfile_20050523-20261108.csv'
  expect(await sentence(read(await pack('none.zip', { 'readme.txt': text })))).toContain('holds no file of us-nppes')
  const two = { [doctors]: text, 'npidata_pfile_20261109-20261115.csv': text }
  expect(await sentence(read(await pack('two.zip', two)))).toContain('holds 2 files of us-nppes: unpack the one you mean')
  const cut = await pack('cut.zip', { [doctors]: text })
  await truncate(cut, 400)
  expect(await sentence(read(cut))).toContain('no whole archive')
  expect(await sentence(read(join(folder, 'missing.zip')))).toContain('cannot be read (ENOENT)')
  expect(await sentence(read(folder))).toContain('is no file')
})

import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { CannotStart } from '../../../platform/CannotStart.ts'
import type { Clock } from '../../../platform/time.ts'
import { copyLine } from './copyLine.ts'
import { type CsvRow, csvScanner } from './csvScanner.ts'
import type { FileFormat, KeptRow, Reading } from './FileFormat.ts'
import * as tables from './importing.sql.ts'

export interface ImportFile {
  /** Its name, for the record. */
  readonly name: string
  readonly bytes: number
  /** The calendar day the register stood so. */
  readonly asOf: string
  readonly chunks: AsyncIterable<Buffer>
}

export interface Imported {
  readonly read: number
  readonly kept: number
  readonly leftOut: number
  readonly broken: number
}

interface Options {
  /** As the owner of the tables: a whole register is a table of its own. */
  readonly ownerUrl: string
  readonly clock: Clock
  readonly format: FileFormat
  readonly delta: boolean
  readonly onProgress: (bytes: number) => void
  readonly onBroken: (line: number, reason: string) => void
}

const mostBroken = 0.01
const textAtOnce = 256 * 1_024

/**
 * Reads a register's file into its place. Until the last moment the register that was there answers; a file with more than one row in a
 * hundred broken changes nothing, nor does an import that is killed. Throws `CannotStart` with one sentence.
 */
export const importRegister = async (
  file: ImportFile,
  { ownerUrl, clock, format, delta, onProgress, onBroken }: Options,
): Promise<Imported> => {
  const { register } = format
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'consilium-import' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set lock_timeout = '30s'; set maintenance_work_mem = '128MB'`)
    if (!(await tables.claimRegister(client, register))) throw new CannotStart(`Another import of ${register} is at work.`)
    if (delta) requireBase(register, await tables.dayOfRegister(client, register), file.asOf)
    const kind = delta ? 'delta' : 'full'
    const number = await tables.beginImport(client, { register, kind, file: file.name, asOf: file.asOf, at: clock.now() })
    const counts = { read: 0, kept: 0, leftOut: 0, broken: 0 }
    const end = (state: 'done' | 'stopped') => tables.endImport(client, { ...counts, register, number, state, at: clock.now() })
    try {
      const statement = delta ? await tables.prepareDelta(client) : await tables.prepareNext(client, register)
      await copyFile(client, statement, file, { format, delta, onProgress, onBroken, counts })
      if (counts.read === 0) throw new CannotStart('The file has no rows.')
      if (!delta) await tables.indexNext(client, register)
      await client.query('begin')
      await (delta ? tables.applyDelta(client, register) : tables.swapIn(client, register))
      await end('done')
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      await tables.dropNext(client, register)
      await end('stopped')
      throw error
    }
    return counts
  } finally {
    await client.end()
  }
}

const requireBase = (register: string, day: string | null, asOf: string): void => {
  if (day === null) throw new CannotStart(`${register} has no whole register yet that could be changed: import a full file first.`)
  if (asOf < day) throw new CannotStart(`${register} stands at ${day} already, and these are the changes of ${asOf}.`)
}

interface Copying extends Pick<Options, 'format' | 'delta' | 'onProgress' | 'onBroken'> {
  readonly counts: { -readonly [Count in keyof Imported]: number }
}

const copyFile = async (client: pg.Client, statement: string, file: ImportFile, copying: Copying): Promise<void> => {
  const { format, delta, onProgress, onBroken, counts } = copying
  const copy = client.query(copyFrom(statement, { highWaterMark: textAtOnce }))
  const ended = finished(copy)
  // Awaited at the end; a copy that breaks before is told by the write that fails.
  ended.catch(() => {})
  let readRow: ((row: CsvRow) => Reading) | null = null
  let wrongFile: string | null = null
  let waiting: string[] = []
  let bytes = 0

  const noteBroken = (line: number, reason: string): void => {
    counts.read += 1
    counts.broken += 1
    onBroken(line, reason)
  }
  const write = (row: KeptRow, line: number, leaves: boolean): void => {
    const text = copyLine(format.register, row)
    waiting.push(delta ? `${text}\t${line}\t${leaves ? 't' : 'f'}\n` : `${text}\n`)
  }
  const scanner = csvScanner({
    onHeader: (header) => {
      const opened = format.open(header)
      if (typeof opened === 'string') wrongFile = opened
      else readRow = opened
    },
    onBroken: noteBroken,
    onRow: (row) => {
      if (!readRow) return
      const reading = readRow(row)
      if ('broken' in reading) return noteBroken(row.line, reading.broken)
      counts.read += 1
      if ('keep' in reading) {
        counts.kept += 1
        write(reading.keep, row.line, false)
      } else {
        counts.leftOut += 1
        if (delta) write({ ...nobody, number: reading.leaveOut }, row.line, true)
      }
    },
  })
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    const text = waiting.join('')
    waiting = []
    if (!copy.write(text)) await Promise.race([once(copy, 'drain'), ended])
  }
  try {
    for await (const chunk of file.chunks) {
      scanner.push(chunk)
      if (wrongFile !== null) throw new CannotStart(`The file ${wrongFile}.`)
      bytes += chunk.length
      onProgress(bytes)
      // As many rows as the whole file will have, judged by what was read.
      if (counts.broken > 100 && counts.broken > mostBroken * counts.read * (file.bytes / bytes)) throw tooManyBroken(counts)
      await flush()
    }
    scanner.end()
    if (wrongFile !== null) throw new CannotStart(`The file ${wrongFile}.`)
    if (counts.broken > mostBroken * counts.read) throw tooManyBroken(counts)
    await flush()
  } catch (error) {
    copy.destroy(error as Error)
    await ended.catch(() => {})
    throw error
  }
  copy.end()
  await ended
}

const tooManyBroken = ({ broken, read }: Imported): CannotStart =>
  new CannotStart(`${broken} of ${read} rows are broken, more than one in a hundred: nothing was changed.`)

const nobody: KeptRow = {
  number: '',
  name: { given: '', family: '' },
  otherNames: [],
  credential: '',
  standing: 'none',
  eligible: 'no',
  rawStatus: '',
  flags: [],
  specialties: [],
  licences: [],
  validUntil: null,
  contact: null,
}

import { parseArgs } from 'node:util'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { systemClock } from '#server/platform/time.ts'
import { formats } from '#server/registrar/registers/importing/formats.ts'
import { importRegister } from '#server/registrar/registers/importing/importRegister.ts'
import { openRegisterFile } from '#server/registrar/registers/importing/openRegisterFile.ts'
import { type Command, UsageError } from './Command.ts'
import { showProgress } from './showProgress.ts'
import { whyNotOpen } from './staffTables.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: 'us-nppes|gb-lrmp|nz-mcnz FILE [--delta] [--as-of DAY]',
  summary: 'Imports the file of a register of doctors.',
  help: [
    'us-nppes is the monthly file (whole) or the weekly one (--delta) of NPPES, as the ZIP it comes in or unpacked; gb-lrmp the download of the GMC, whole or',
    'the day’s changes (--delta); nz-mcnz the register file of the Medical Council. server/src/registrar/registers/<name>/README.md says how to get',
    'them. The register stands at the last day named in the file’s name, such as 20261108, else at the day the file was written; --as-of 2026-11-08',
    'says it. A broken row is reported with its line and skipped; with more than one in a hundred broken nothing changes. Until the import is whole',
    'the register before it answers: an import that was killed is begun again. It can run beside the program.',
  ],
  run: async ({ config, words, say }) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { delta: { type: 'boolean', default: false }, 'as-of': { type: 'string' } },
      allowPositionals: true,
    })
    const [register = '', path] = positionals
    const format = formats.get(register)
    if (!format) throw new UsageError(`There is no register file "${register}"; known are ${[...formats.keys()].join(', ')}.`)
    if (path === undefined || positionals.length > 2) throw new UsageError('registers import takes one file.')
    if (values.delta && !format.hasDelta) throw new UsageError(`${register} has no files of changes: leave out --delta.`)
    if (!config.services.includes('registrar')) throw new CannotStart('Registers belong to the registrar, which does not run here.')
    const file = await openRegisterFile(path, format)
    const asOf = dayFrom(values['as-of'], file.name, file.written)
    return withDatabases(config, ['registrar'], async ({ registrar: { ownerUrl } }) => {
      const began = systemClock.now().getTime()
      const progress = showProgress(Math.ceil(file.bytes / megabyte), process.stderr, () => systemClock.now().getTime(), ' MB')
      const complain = complainsOf(progress.clear)
      try {
        const result = await importRegister(
          { ...file, asOf },
          {
            ownerUrl,
            clock: systemClock,
            format,
            delta: values.delta,
            onProgress: (bytes) => progress.done(Math.ceil(bytes / megabyte)),
            onBroken: complain.line,
          },
        )
        progress.clear()
        complain.rest()
        const seconds = (systemClock.now().getTime() - began) / 1_000
        const { read, kept, leftOut, broken } = result
        say(
          `${read} rows: ${kept} ${values.delta ? 'changed' : 'kept'}, ${leftOut} left out, ${broken} broken. ${register} stands at ${asOf}.`,
        )
        say(`${seconds.toFixed(1)} s, ${Math.round(read / seconds)} rows a second.`)
        return 0
      } catch (error) {
        progress.clear()
        complain.rest()
        throw whyNotOpen(error)
      }
    })
  },
}

const megabyte = 1_000_000
const mostComplaints = 100

const complainsOf = (clear: () => void) => {
  let broken = 0
  return {
    line: (line: number, reason: string): void => {
      broken += 1
      if (broken > mostComplaints) return
      clear()
      console.error(`Line ${line} ${reason}.`)
    },
    rest: (): void => {
      if (broken > mostComplaints) console.error(`And ${broken - mostComplaints} broken rows more.`)
    },
  }
}

/** The day a register stands at: as said, or the last one in the file's name, or the day it was written. */
export const dayFrom = (said: string | undefined, name: string, written: Date): string => {
  if (said !== undefined && !isDay(said)) throw new UsageError(`--as-of must be a day such as 2026-11-08, not "${said}".`)
  const named = [...name.matchAll(/(?<!\d)(20\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/g)]
    .map(([, year, month, day]) => `${year}-${month}-${day}`)
    .filter(isDay)
  return said ?? named.at(-1) ?? written.toISOString().slice(0, 10)
}

const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

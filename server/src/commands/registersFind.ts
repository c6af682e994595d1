import { findCountry } from '#atlas/countries.ts'
import { readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import type { DB } from '#server/platform/schema/registrar.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { fileRegister } from '#server/registrar/registers/fileRegister.ts'
import { fileRegisters } from '#server/registrar/registers/openRegisters.ts'
import type { Lookup } from '#server/registrar/registers/RegisterAdapter.ts'
import { type Command, UsageError } from './Command.ts'
import { whyNotOpen } from './staffTables.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: 'us-nppes|gb-lrmp|nz-mcnz NUMBER',
  summary: 'Shows what an imported register says of a number.',
  help: ['Prints names, standing and what else the register says, but for addresses. Status 0: found; 1: not found, or never imported.'],
  run: async ({ config, words, say }) => {
    const [register = '', typed, ...more] = words
    const known = fileRegisters.find((file) => file.register === register)
    if (!known)
      throw new UsageError(`There is no register "${register}"; known are ${fileRegisters.map((file) => file.register).join(', ')}.`)
    if (typed === undefined || more.length > 0) throw new UsageError('registers find takes a register and one number.')
    const scheme = findCountry(known.country)?.scheme
    const reading = scheme ? readLicenceNumber(scheme, typed) : { problem: 'format' }
    if (!('number' in reading)) {
      say(
        `${typed} is no ${scheme?.label.en ?? 'number'}: ${reading.problem === 'format' ? `expected are ${scheme?.hint.en}` : 'its check digit does not fit'}.`,
      )
      return 1
    }
    if (!config.services.includes('registrar')) throw new CannotStart('Registers belong to the registrar, which does not run here.')
    return withDatabases(config, ['registrar'], async ({ registrar: { url } }) => {
      const { db, close } = openDatabase<DB>(url, { max: 1 })
      try {
        const found = await fileRegister({ db }, known).lookUp(reading.number, {})
        for (const line of linesOf(register, reading.number, found, known.freshForHours)) say(line)
        return found.outcome === 'hit' ? 0 : 1
      } catch (error) {
        throw whyNotOpen(error)
      } finally {
        await close()
      }
    })
  },
}

const linesOf = (register: string, number: string, found: Lookup, freshForHours: number): readonly string[] => {
  if (found.outcome === 'unavailable') return [`${register}: ${found.reason}.`]
  const age = (systemClock.now().getTime() - found.asOf.getTime()) / 3_600_000
  const stands = `${register} of ${found.asOf.toISOString().slice(0, 10)}${age > freshForHours ? ', too old to verify by' : ''}`
  if (found.outcome === 'miss') return [`${number} is not in ${stands}.`]
  const { names, standing, eligible, rawStatus, credential, specialtyRaw, licences, flags, validUntil } = found.record
  const facts: readonly (readonly [string, string])[] = [
    ['names', names.map(({ given, family }) => `${given} ${family}`.trim()).join('; ')],
    ['credential', credential],
    ['standing', `${standing} (${rawStatus}); eligible: ${eligible}`],
    ['to look at', flags.join(', ')],
    ['specialties', specialtyRaw.join(', ')],
    ['licences', licences.join(', ')],
    ['valid until', validUntil ?? ''],
    ['namesakes', found.namesakes === null ? '' : String(found.namesakes)],
  ]
  return [`${number} in ${stands}`, ...facts.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(12)} ${value}`)]
}

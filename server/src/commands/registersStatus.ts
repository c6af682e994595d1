import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import type { DB } from '#server/platform/schema/registrar.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { type RegisterState, showRegisters } from '#server/registrar/registers/show-registers.ts'
import { type Command, UsageError } from './Command.ts'
import { whyNotOpen } from './staffTables.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: '',
  summary: 'Shows how old the imported registers are.',
  help: ['Status 0 when every register that was ever imported is fresh enough to verify by, else 1.'],
  run: async ({ config, words, say }) => {
    if (words.length > 0) throw new UsageError('registers status takes nothing.')
    if (!config.services.includes('registrar')) throw new CannotStart('Registers belong to the registrar, which does not run here.')
    return withDatabases(config, ['registrar'], async ({ registrar: { url } }) => {
      const { db, close } = openDatabase<DB>(url, { max: 1 })
      try {
        const registers = await showRegisters({ db, clock: systemClock })
        for (const register of registers) say(lineOf(register))
        return registers.every(({ standsAt, isFresh }) => standsAt === null || isFresh) ? 0 : 1
      } catch (error) {
        throw whyNotOpen(error)
      } finally {
        await close()
      }
    })
  },
}

const stateNames = { running: 'at work or killed', done: 'done', stopped: 'stopped' } as const

const lineOf = ({ register, rows, standsAt, isFresh, freshForHours, lastImport }: RegisterState): string => {
  const stands =
    standsAt === null
      ? 'never imported'
      : `${rows} rows, stands at ${standsAt}, ${isFresh ? 'fresh' : `older than ${freshForHours / 24} days: import the newest file`}`
  const last =
    lastImport &&
    ` · last import (${lastImport.kind}, ${lastImport.file}) ${stateNames[lastImport.state]}, ${lastImport.broken} rows broken`
  return `${register}: ${stands}${last ?? ''}`
}

import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import type { DB } from '#server/platform/schema/registrar.generated.ts'
import { checkAudit } from '#server/registrar/audit/check-audit.ts'
import { type Command, UsageError } from './Command.ts'
import { whyNotOpen } from './staffTables.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: '',
  summary: 'Checks the log of every step of every case, and of what the registrar’s staff looked at and decided.',
  help: [
    'Every entry holds the hash of the one before it. Prints how many there are and the last hash: kept somewhere else, it shows later',
    'whether the log was rewritten as a whole. The exit status is 1 when an entry does not continue the one before it.',
  ],
  run: async ({ config, words, say }) => {
    if (words.length > 0) throw new UsageError('audit verify takes nothing.')
    if (!config.services.includes('registrar')) throw new CannotStart('The log belongs to the registrar, which does not run here.')
    return withDatabases(config, ['registrar'], async ({ registrar: { url } }) => {
      const { db, close } = openDatabase<DB>(url, { max: 1 })
      try {
        const { length, head, brokenAt } = await checkAudit(db)
        if (brokenAt !== null) {
          say(`Entry ${brokenAt} does not continue the one before it: the log was changed.`)
          return 1
        }
        say(head === null ? 'The log is empty.' : `${length} entries, each continues the one before it. The last hash is ${head}.`)
        return 0
      } catch (error) {
        throw whyNotOpen(error)
      } finally {
        await close()
      }
    })
  },
}

import { parseArgs } from 'node:util'
import { banAccount } from '#server/community/accounts/ban.ts'
import { findAuthor } from '#server/community/bylines/find-author.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { openSignals } from '#server/platform/signals.ts'
import { type Command, UsageError } from './Command.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: 'CASE HANDLE [--lift]',
  summary: 'Closes the account that wrote under a handle in a case, or opens it again.',
  help: [
    'CASE is the id in the address of the case, HANDLE the five signs of the byline. The ban is on the key that is the account: it outlasts every',
    'epoch and the account itself. Nobody learns who it was, neither you nor the registrar. What was written stays until it is hidden.',
  ],
  run: async ({ config, words, say }) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { lift: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [caseId, handle] = positionals
    if (!caseId || !handle || positionals.length > 2) throw new UsageError('members ban takes a case and a handle.')
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(caseId)) throw new UsageError(`${caseId} is no id of a case.`)
    if (!config.services.includes('community')) throw new CannotStart('Members belong to the community, which does not run here.')
    return withDatabases(config, ['community'], async ({ community: { url } }) => {
      const { db, close } = openDatabase<DB>(url, { max: 2 })
      const signals = openSignals(url, openLog('community'))
      try {
        const accountId = await findAuthor({ db }, caseId, handle)
        if (accountId === null) {
          say(`Nobody has written as ${handle} in this case, or the account has been erased.`)
          return 1
        }
        await banAccount({ db, signals }, accountId, !values.lift)
        say(values.lift ? 'The account is open again.' : 'The account is closed, and signed out everywhere.')
        return 0
      } finally {
        await signals.close()
        await close()
      }
    })
  },
}

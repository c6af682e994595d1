import { parseArgs } from 'node:util'
import { findAuthor } from '#server/community/bylines/find-author.ts'
import type { Deps } from '#server/community/deps.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { openSignals } from '#server/platform/signals.ts'
import { type Command, UsageError } from './Command.ts'
import { withDatabases } from './withDatabases.ts'

/** Does something with the account that wrote under a handle in a case, named as CASE HANDLE [--lift], and says what was done. Nobody learns who it is. */
export const withAuthor = async (
  { config, words, say }: Parameters<Command['run']>[0],
  name: string,
  does: (deps: Pick<Deps, 'db' | 'signals'>, accountId: string, lift: boolean) => Promise<string>,
): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { lift: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [caseId, handle] = positionals
  if (!caseId || !handle || positionals.length > 2) throw new UsageError(`${name} takes a case and a handle.`)
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
      say(await does({ db, signals }, accountId, values.lift))
      return 0
    } finally {
      await signals.close()
      await close()
    }
  })
}

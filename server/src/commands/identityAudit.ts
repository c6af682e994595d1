import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import { dumpHalf } from '../joinAttack/dump-half.ts'
import { everyGuess, isNeverShuffled, orderOf, sharedValues } from '../joinAttack/joinAttack.rules.ts'
import { type Command, UsageError } from './Command.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: '',
  summary: 'Tries to find out which account is whose, with all that both halves hold.',
  help: [
    'Reads every table of both databases as they lie on the disk and joins them as somebody would who had stolen both: by equal values in any two',
    'columns, by the order of rows, by the order they were written in. The exit status is 1 when something joins them that chance cannot explain:',
    'a key, id or hash that both halves hold, or a table that the nightly shuffle has not touched.',
  ],
  run: async ({ config, words, say }) => {
    if (words.length > 0) throw new UsageError('identity audit takes nothing.')
    if (config.services.length < 2) throw new CannotStart('The audit needs both halves, and only one runs here.')
    return withDatabases(config, ['registrar', 'community'], async ({ registrar, community }) => {
      const read = async (url: string) => {
        const { db, close } = openDatabase<never>(url, { max: 1 })
        try {
          return await dumpHalf(db)
        } finally {
          await close()
        }
      }
      // As the owners of the tables: what the program itself may not read counts too.
      const halves = { registrar: await read(registrar.ownerUrl), community: await read(community.ownerUrl) }
      const guesses = everyGuess(halves)
      const shared = sharedValues(halves)
      const orders = [...orderOf(halves.registrar), ...orderOf(halves.community)]
      const count = (tables: typeof halves.registrar, name: string) => tables.find((table) => table.name === name)?.rows.length ?? 0
      say(
        `${count(halves.registrar, 'person')} persons, ${count(halves.community, 'account')} accounts; ${guesses.length} ways of joining tried, ` +
          `${count(halves.registrar, 'name_attestation')} doctors have shown their name and are left out.`,
      )
      for (const { registrar: one, community: other, count: values } of shared)
        say(`LINK: ${one} and ${other} share ${values} value${values === 1 ? '' : 's'} too long for chance.`)
      for (const { table, rows, inOrderOfWriting } of orders.filter(({ inOrderOfWriting }) => inOrderOfWriting > 0))
        say(`${table}: ${inOrderOfWriting} of ${rows} rows were written since the last shuffle and lie in that order until the next night.`)
      const unshuffled = orders.filter(isNeverShuffled)
      for (const { table } of unshuffled)
        say(`LINK: ${table} lies in the order of writing: no night has passed over it, or the nightly shuffle does not run.`)
      const bad = shared.length + unshuffled.length > 0
      say(
        bad
          ? 'Accounts can be joined to licences. Stop taking in members until this is mended.'
          : 'Nothing joins an account to a licence beyond chance.',
      )
      return bad ? 1 : 0
    })
  },
}

import { banAccount } from '#server/community/accounts/ban.ts'
import type { Command } from './Command.ts'
import { withAuthor } from './withAuthor.ts'

export const command: Command = {
  usage: 'CASE HANDLE [--lift]',
  summary: 'Closes the account that wrote under a handle in a case, or opens it again.',
  help: [
    'CASE is the id in the address of the case, HANDLE the five signs of the byline. The ban is on the key that is the account: it outlasts every',
    'epoch and the account itself. Nobody learns who it was, neither you nor the registrar. What was written stays until it is hidden.',
  ],
  run: (asked) =>
    withAuthor(asked, 'members ban', async (deps, accountId, lift) => {
      await banAccount(deps, accountId, !lift)
      return lift ? 'The account is open again.' : 'The account is closed, and signed out everywhere.'
    }),
}

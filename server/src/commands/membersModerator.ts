import { nameModerator } from '#server/community/accounts/name-moderator.ts'
import type { Command } from './Command.ts'
import { withAuthor } from './withAuthor.ts'

export const command: Command = {
  usage: 'CASE HANDLE [--lift]',
  summary: 'Makes the member who wrote under a handle in a case a moderator, or takes that back.',
  help: [
    'CASE is the id in the address of the case, HANDLE the five signs of the byline, which the member tells you. Moderators look at images in which',
    'somebody recognised a patient. Name two at least: nobody decides on an image of their own, or one they reported.',
  ],
  run: (asked) =>
    withAuthor(asked, 'members moderator', async (deps, accountId, lift) => {
      await nameModerator(deps, accountId, !lift)
      return lift ? 'The member is no moderator any more.' : 'The member is a moderator.'
    }),
}

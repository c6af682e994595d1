import type { Deps } from '../deps.ts'
import { setModerator } from './accounts.sql.ts'

/** Makes an account a moderator, or takes that back; what is open in a browser follows at its next call. */
export const nameModerator = ({ db }: Pick<Deps, 'db'>, accountId: string, moderator: boolean): Promise<unknown> =>
  setModerator(db, accountId, moderator)

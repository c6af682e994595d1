import type { Member } from '../../access.ts'
import type { Deps } from '../deps.ts'
import { findThread } from './discussion.sql.ts'
import { readerOf } from './reader.ts'

/** Whether a member may see a thread. */
export const maySeeThread = async ({ db }: Pick<Deps, 'db'>, member: Member, threadId: string): Promise<boolean> =>
  (await findThread(db, threadId, readerOf(member))) !== null

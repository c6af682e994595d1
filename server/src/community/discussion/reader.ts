import type { Member } from '../../access.ts'
import { coversOf } from './audience.rules.ts'
import type { Reader } from './discussion.sql.ts'

/** A member as a reader of threads. */
export const readerOf = (member: Member): Reader => ({
  accountId: member.accountId,
  covers: coversOf(member.label),
  language: member.language,
})

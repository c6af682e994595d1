import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { coversOf } from './audience.rules.ts'

/** Who reads, as far as a query needs to know: their account, and what their label covers (null: everything). */
export interface Reader {
  readonly accountId: string
  readonly covers: readonly string[] | null
  readonly language: TextLanguage
  /** Their time is over: what they asked themselves is all they read. */
  readonly lapsed?: boolean
}

/** A member as a reader of threads. */
export const readerOf = (member: Member): Reader => ({
  accountId: member.accountId,
  covers: coversOf(member.label),
  language: member.language,
  lapsed: member.lapsed,
})

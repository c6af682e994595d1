import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { sayWrittenIn } from '../texts/write-text.ts'
import { ownTexts } from './cases.sql.ts'

/** An author puts right which language their own texts are taken to be in; readers of the others get them translated anew. */
export const sayLanguage = async (
  deps: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  member: Member,
  { textIds, language }: { textIds: readonly string[]; language: TextLanguage },
): Promise<void> => {
  const own = await ownTexts(deps.db, textIds, member.accountId)
  if (!textIds.every((id) => own.has(id))) refuse('case.not-found')
  await deps.db.transaction().execute(async (trx) => {
    // In one order, so that two corrections at once do not wait for each other.
    for (const id of [...own].toSorted()) await sayWrittenIn(deps, trx, id, language)
  })
}

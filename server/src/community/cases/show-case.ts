import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { changeableFor, undoableFor } from '../discussion/discussion.rules.ts'
import { readerOf } from '../discussion/reader.ts'
import { caseJson } from './cases.sql.ts'

/** A case, whole, in the reader's language. */
export const showCase = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member, caseId: string): Promise<JsonText> => {
  const found = await caseJson(db, caseId, readerOf(member), { now: clock.now(), undoableFor, changeableFor })
  if (!found) return refuse('case.not-found')
  if (found.state === 'withdrawn' || found.state === 'hidden') refuse('case.gone')
  return new JsonText(found.json)
}

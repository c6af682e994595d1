import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { changeableFor } from '../discussion/discussion.rules.ts'
import { readerOf } from '../discussion/reader.ts'
import { withdrawnCaseJson } from './cases.sql.ts'

/** What was said in a withdrawn case, for a member who wrote in it. */
export const showWithdrawnCase = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member, caseId: string): Promise<JsonText> => {
  const found = await withdrawnCaseJson(db, caseId, readerOf(member), { now: clock.now(), changeableFor })
  if (!found) return refuse('case.not-found')
  return new JsonText(found.json ?? refuse('case.gone'))
}

import { createHmac } from 'node:crypto'
import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { viewCountsAgainAfter } from './cases.rules.ts'
import { countersJson, countView, findCase, findViewKey } from './cases.sql.ts'

/** Who viewed what in the last half hour: in memory only, under a hash, and gone with the process. */
export class RecentViews {
  readonly #seen = new Map<string, number>()

  /** True when this view counts: none of the same doctor and case in the last 30 minutes. */
  counts(accountId: string, caseId: string, now: Date): boolean {
    const key = `${accountId}:${caseId}`
    const last = this.#seen.get(key)
    if (last !== undefined && now.getTime() - last < viewCountsAgainAfter) return false
    this.#seen.delete(key)
    this.#seen.set(key, now.getTime())
    for (const [old, at] of this.#seen) {
      if (now.getTime() - at < viewCountsAgainAfter) break
      this.#seen.delete(old)
    }
    return true
  }
}

/** The story was on a member's screen: counts a view, and a viewer where this doctor is new to the case. The asker is not counted. */
export const tellViewed = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  recent: RecentViews,
  member: Member,
  caseId: string,
): Promise<JsonText> => {
  const found = await findCase(db, caseId, readerOf(member))
  if (!found) return refuse('case.not-found')
  if (found.state === 'withdrawn' || found.state === 'hidden') refuse('case.gone')
  if (found.isAsker || !recent.counts(member.accountId, caseId, clock.now())) return new JsonText(await countersJson(db, caseId))
  const key = await findViewKey(db, caseId)
  const tag = key && createHmac('sha256', key).update(member.accountId).digest()
  return new JsonText(await countView(db, caseId, tag))
}

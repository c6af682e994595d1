import type { listCorrections as promise, ShownCorrection } from '#contract/community/corrections.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { Member } from '../../access.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { askedFor } from './corrections.rules.ts'
import { listCorrectionsIn } from './corrections.sql.ts'
import { readsOf, shownTo } from './list-sentences.ts'

const cursorIn = (text: string | undefined): readonly [string, string] | null => {
  const [at, id] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split('|')
  return at && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id ?? '') ? [at, id as string] : null
}

/** Corrections that concern a member: of their own words, for a second pair of eyes, or made by them. */
export const listCorrections = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  member: Member,
  { list, after, limit = 30 }: QueryOf<typeof promise>,
): Promise<{ items: ShownCorrection[]; next: string | null }> => {
  const reads = await readsOf(deps, member)
  const asked = { list, reads, since: later(deps.clock.now(), -askedFor), after: cursorIn(after), limit: limit + 1 }
  const found = await listCorrectionsIn(deps.db, readerOf(member), asked)
  const last = found.length > limit ? found[limit - 1] : undefined
  return { items: found.slice(0, limit).map(shownTo(reads)), next: last ? Buffer.from(last.cursor).toString('base64url') : null }
}

import type { showAlert as alertPromise, listNotifications as promise, ShownNotification } from '#contract/community/notifications.ts'
import type { QueryOf, ReplyOf } from '#contract/endpoint.ts'
import { wordsFor } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { announce } from '../../platform/announce.ts'
import { Refusal } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { countUnread, findNewest, listLines, markRead } from './notifications.sql.ts'

const readCursor = (text: string): readonly [string, string] => {
  const [at, id] = Buffer.from(text, 'base64url').toString().split('|')
  if (at === undefined || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new Refusal('request.invalid', {}, { fields: [{ path: 'query/after', reason: 'unknown' }] })
  return [at, id as string]
}

/** What a member was told, newest first. */
export const listNotifications = async (
  { db }: Pick<Deps, 'db'>,
  member: Member,
  { after, limit = 30 }: QueryOf<typeof promise>,
): Promise<{ items: ShownNotification[]; next: string | null }> => {
  const lines = await listLines(db, member.accountId, { after: after === undefined ? null : readCursor(after), limit: limit + 1 })
  const page = lines.slice(0, limit)
  const last = lines.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(({ kind, about, times, at, read }) => ({ kind, about, times, at, read })),
    next: last ? Buffer.from(`${last.cursor}|${last.id}`).toString('base64url') : null,
  }
}

/** How many lines a member has not read. */
export const countNotifications = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member): Promise<{ unread: number }> => ({
  unread: await countUnread(db, member.accountId, clock.now()),
})

/** What a device of theirs shows when it was told that there is something. */
export const showAlert = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member): Promise<ReplyOf<typeof alertPromise>> => {
  const now = clock.now()
  const [unread, newest] = await Promise.all([countUnread(db, member.accountId, now), findNewest(db, member.accountId, now)])
  return { unread, newest, language: wordsFor[member.language] }
}

/** A member has read what concerns one thread, or everything. */
export const readNotifications = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  member: Member,
  about: string | null,
): Promise<{ unread: number }> => {
  if (await markRead(deps.db, member.accountId, about)) await announce(deps.db, [{ what: 'told', id: member.accountId }])
  return countNotifications(deps, member)
}

import type { Transaction } from 'kysely'
import { quarterOf } from '#tickets/tickets.rules.ts'
import type { Member } from '../../access.ts'
import { refuseIf } from '../../platform/refuse.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Deps } from '../deps.ts'
import { type BylineKind, handleFrom, whyNoByline } from './bylines.rules.ts'
import { addByline, lockByline, nameOf, showNameInThread } from './bylines.sql.ts'

/** The byline a member has in a thread already, however they show there; without one, an anonymous one. */
export const takeBylineAsItIs = async (
  deps: Pick<Deps, 'ids' | 'clock'>,
  trx: Transaction<DB>,
  member: Member,
  threadId: string,
): Promise<string> =>
  (await lockByline(trx, member.accountId, threadId))?.id ?? (await takeByline(deps, trx, member, threadId, 'anonymous'))

/** The byline a member writes under in a thread: made at the first contribution, with the label as it is then. */
export const takeByline = async (
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  trx: Transaction<DB>,
  member: Member,
  threadId: string,
  kind: BylineKind,
): Promise<string> => {
  const name = kind === 'name' ? await nameOf(trx, member.accountId, quarterOf(clock.now())) : null
  for (;;) {
    const existing = await lockByline(trx, member.accountId, threadId)
    refuseIf(whyNoByline(kind, name, (existing?.kind as BylineKind | undefined) ?? null))
    if (existing) {
      if (kind === 'name' && existing.kind === 'anonymous') await showNameInThread(trx, existing.id)
      return existing.id
    }
    const added = await addByline(trx, {
      id: ids.random(),
      account_id: member.accountId,
      thread_id: threadId,
      kind,
      label: member.shown,
      handle: handleFrom(ids.bytes(5)),
      shuffle: ids.bytes(4).readUInt32BE() / 2 ** 32,
    })
    if (added) return added.id
    // Another request of the same doctor was first, or chance gave a handle twice: look again.
  }
}

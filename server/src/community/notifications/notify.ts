import type { Transaction } from 'kysely'
import type { NotificationKind, NotificationSettings } from '#contract/community/notifications.ts'
import { announce, type Changed } from '../../platform/announce.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Deps } from '../deps.ts'
import { type Budget, freeAt, largestBudget, mayAsk, stillSpent } from './budget.rules.ts'
import { defaultSettings, ringsAt } from './gate.rules.ts'
import { accountsBehind, addNotifications, findRecipients, keepBudgets, lockBudgets } from './notifications.sql.ts'

/** Something to tell somebody: through their byline, or, in a room that knows accounts, through their account. */
export interface Notice {
  readonly to: { readonly byline: string } | { readonly account: string }
  readonly kind: NotificationKind
  /** The thread it is about. */
  readonly about: string
  /** What tells this notice from any other to the same member: told twice, it is there once. */
  readonly key: string
  /** Of `asked` alone: the member is on call and the case urgent, so that it may ring at night. */
  readonly onCall?: boolean
}

/** That something new stands in the lists of some accounts. */
export const tellingOf = (accountIds: readonly string[]): readonly Changed[] => [...new Set(accountIds)].map((id) => ({ what: 'told', id }))

/** Who was told, and, where they were asked, when they may be asked again. */
export interface Told {
  readonly accountId: string
  readonly freeAt: Date | null
}

type Needs = Pick<Deps, 'clock' | 'ids'>

/**
 * The one gate everything passes that anybody is told: what they have chosen, their night, their budget.
 * Answers whom it let through; those it held back are told nothing, now or later.
 */
export const notify = async ({ clock, ids }: Needs, trx: Transaction<DB>, notices: readonly Notice[]): Promise<readonly Told[]> => {
  if (notices.length === 0) return []
  const now = clock.now()
  const behind = await accountsBehind(
    trx,
    notices.flatMap(({ to }) => ('byline' in to ? [to.byline] : [])),
  )
  const accountOf = ({ to }: Notice): string | undefined => ('byline' in to ? behind.get(to.byline) : to.account)
  const recipients = new Map(
    (await findRecipients(trx, [...new Set(notices.flatMap((notice) => accountOf(notice) ?? []))])).map((found) => [
      found.accountId,
      found,
    ]),
  )
  const passed: { notice: Notice; accountId: string; ringsAt: Date; budget: Budget }[] = []
  for (const notice of notices) {
    const recipient = recipients.get(accountOf(notice) ?? '')
    if (!recipient) continue
    const settings: NotificationSettings = recipient.revision === null ? defaultSettings : recipient
    const onCall = notice.onCall ?? false
    const at = ringsAt({ kind: notice.kind, settings, label: recipient.label, onCall, now })
    if (at) passed.push({ notice, accountId: recipient.accountId, ringsAt: at, budget: onCall ? largestBudget : settings })
  }
  const asked = passed.filter(({ notice }) => notice.kind === 'asked')
  const spent =
    asked.length > 0
      ? await lockBudgets(
          trx,
          asked.map(({ accountId }) => accountId),
          now,
        )
      : new Map<string, readonly Date[]>()
  const affordable = passed.filter(({ notice, accountId, budget }) => {
    if (notice.kind !== 'asked') return true
    const before = spent.get(accountId)
    return before !== undefined && mayAsk(before, budget, now)
  })
  const rows = affordable.map(({ notice: { kind, about, key }, accountId, ringsAt: at, budget }) => ({
    row: { id: ids.random(), accountId, kind, about, key, madeAt: now, ringsAt: at },
    spendsFrom: kind === 'asked' ? budget : null,
  }))
  const added = await addNotifications(
    trx,
    rows.map(({ row }) => row),
  )
  const told = rows.filter(({ row }) => added.has(row.id))
  await announce(trx, tellingOf(told.filter(({ row }) => row.ringsAt <= now).map(({ row }) => row.accountId)))
  const budgets = told.flatMap(({ row: { accountId }, spendsFrom }) => {
    if (spendsFrom === null) return []
    const spentAt = [...stillSpent(spent.get(accountId) ?? [], now), now]
    return [{ accountId, spentAt, freeAt: freeAt(spentAt, spendsFrom, now) ?? now }]
  })
  await keepBudgets(trx, budgets)
  const free = new Map(budgets.map((each) => [each.accountId, each.freeAt]))
  return told.map(({ row: { accountId } }) => ({ accountId, freeAt: free.get(accountId) ?? null }))
}

import type { Counts } from '#contract/community/accounts.ts'
import type { Deps } from '../deps.ts'
import { isStolenKey } from './accounts.rules.ts'
import { countAccounts } from './accounts.sql.ts'
import { readManifest } from './check-tickets.ts'

/** Accounts beside the tickets that were signed for them: more accounts than tickets mean that a key was stolen. */
export const showCounts = async ({ db, manifest, log }: Pick<Deps, 'db' | 'manifest' | 'log'>): Promise<Counts> => {
  const { epoch, issuedRoots, signedRenewals, k } = await readManifest({ manifest, log })
  const { joined, valid } = await countAccounts(db, epoch)
  const counts = { epoch, accounts: joined, issuedRoots, renewed: valid, signedRenewals, k }
  return { ...counts, alarm: isStolenKey(counts) }
}

/** How the tickets are: down when more accounts exist than were signed for, or nobody can say. */
export const ticketsHealth = (deps: Pick<Deps, 'db' | 'manifest' | 'log'>): Promise<'ok' | 'down'> =>
  showCounts(deps).then(
    ({ alarm }) => (alarm ? 'down' : 'ok'),
    () => 'down',
  )

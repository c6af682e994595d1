import { dropAccount, endSessionsOf } from '../accounts/drop-account.ts'
import { type SaidWithRoot, whoseRoot } from '../accounts/whose-root.ts'
import { withdrawCasesOf } from '../cases/change-case.ts'
import type { Deps } from '../deps.ts'
import { takeBackCommentsOf } from '../discussion/change-comment.ts'
import { dropUploadsOf } from '../uploads/drop-uploads.ts'

/**
 * Erases the account whose R says so, on every device. Interrupted, it can be said again: the account goes last.
 * A ban stays with the hash of R.
 */
export const eraseAccount = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'files' | 'secrets' | 'signals' | 'origin'>,
  { writings, ...said }: SaidWithRoot & { readonly writings: 'stay' | 'taken-back' },
): Promise<void> => {
  const { id: accountId } = await whoseRoot(deps, said, { kind: 'erase', writings })
  // Nothing new is written by a device that is still signed in.
  await endSessionsOf(deps, accountId)
  const takesBack = writings === 'taken-back'
  await withdrawCasesOf(deps, { accountId, covers: null, language: 'en' }, { all: takesBack })
  if (takesBack) await takeBackCommentsOf(deps, accountId)
  await dropUploadsOf(deps, accountId)
  await dropAccount(deps, accountId)
}

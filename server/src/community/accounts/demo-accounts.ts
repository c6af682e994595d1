import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import type { Deps } from '../deps.ts'
import { addDemoAccounts, findAccountByRoot, findDemoAccount, showNameOfDemo } from './accounts.sql.ts'
import { anyPlace } from './chance.ts'
import { rootHashOf } from './root.ts'
import { type SessionToken, startSession } from './sessions.ts'

/** A doctor of the demo community. The seed of their R is public, so the account is a prop and never a secret. */
export interface DemoAccount {
  readonly rootKey: Buffer
  readonly label: string
  readonly language: TextLanguage
  readonly name: {
    readonly name: string
    readonly specialty: string
    readonly country: string
    readonly through: number
    readonly signature: Buffer
  } | null
}

const onlyInDemo = ({ demo }: Pick<Deps, 'demo'>): void => {
  if (!demo) throw new Error('Demo accounts exist in demo mode only')
}

/** Makes the demo's doctors, those that are not there yet; answers each as a member, in the order given. */
export const ensureDemoAccounts = async (
  deps: Pick<Deps, 'db' | 'ids' | 'demo'>,
  accounts: readonly DemoAccount[],
  { quarter, through }: { quarter: number; through: number },
): Promise<readonly Member[]> => {
  onlyInDemo(deps)
  const { db, ids } = deps
  await addDemoAccounts(
    db,
    accounts.map(({ rootKey, label, language }) => ({
      id: ids.random(),
      rootKey,
      rootHash: rootHashOf(rootKey),
      label,
      quarter,
      through,
      language,
      places: [anyPlace(ids), anyPlace(ids), anyPlace(ids)] as const,
    })),
  )
  for (const { rootKey, name } of accounts) if (name) await showNameOfDemo(db, rootKey, name)
  const members: Member[] = []
  for (const { rootKey, label, language } of accounts) {
    const found = await findAccountByRoot(db, rootKey)
    if (!found) throw new Error('A demo account is missing right after it was made')
    members.push({ kind: 'member', accountId: found.id, language, label, shown: label, lapsed: false, moderator: false })
  }
  return members
}

/** A doctor of the demo who has joined, and how long what they handed in still counts; null when there is none with this root. */
export const findDemoMember = async (
  { db, demo }: Pick<Deps, 'db' | 'demo'>,
  rootKey: Buffer,
): Promise<{ member: Member; validThrough: number; labelPeriod: number } | null> => {
  onlyInDemo({ demo })
  const found = await findDemoAccount(db, rootKey)
  if (!found) return null
  const { id, label, language, validThrough, labelPeriod } = found
  const member = {
    kind: 'member',
    accountId: id,
    language: language as TextLanguage,
    label,
    shown: label,
    lapsed: false,
    moderator: false,
  } as const
  return { member, validThrough, labelPeriod }
}

/** Signs a visitor in as a doctor of the demo; nothing when there is none with this root. */
export const enterDemoAccount = async (
  deps: Pick<Deps, 'db' | 'ids' | 'clock' | 'demo'>,
  rootKey: Buffer,
): Promise<SessionToken | null> => {
  onlyInDemo(deps)
  const found = await findAccountByRoot(deps.db, rootKey)
  return found ? startSession(deps, found.id, null) : null
}

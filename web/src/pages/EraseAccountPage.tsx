import { Page } from '../app/Page.tsx'
import { EraseAccount } from '../community/me/EraseAccount.tsx'
import { useWords } from '../platform/useWords.ts'

/** Where a member erases the account. */
export const EraseAccountPage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.erase.title}>
      <EraseAccount />
    </Page>
  )
}

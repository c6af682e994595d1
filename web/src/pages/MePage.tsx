import { Page } from '../app/Page.tsx'
import { MyAccount } from '../community/me/MyAccount.tsx'
import { useWords } from '../platform/useWords.ts'

/** The member's own page. */
export const MePage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.me.title}>
      <MyAccount />
    </Page>
  )
}

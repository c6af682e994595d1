import { Page } from '../app/Page.tsx'
import { Renew } from '../community/me/Renew.tsx'
import { useWords } from '../platform/useWords.ts'

/** How a member stays one. */
export const RenewPage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.renew.title}>
      <Renew />
    </Page>
  )
}

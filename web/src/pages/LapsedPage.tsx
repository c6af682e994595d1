import { Page } from '../app/Page.tsx'
import { OwnCases } from '../community/feed/OwnCases.tsx'
import { Lapsed } from '../community/me/Lapsed.tsx'
import { useWords } from '../platform/useWords.ts'

/** Where a member stands whose time is over. */
export const LapsedPage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.lapsed.title}>
      <Lapsed />
      <OwnCases />
    </Page>
  )
}

import { Page } from '../app/Page.tsx'
import { Join } from '../community/join/Join.tsx'
import { useWords } from '../platform/useWords.ts'

/** How a verified doctor becomes a member. */
export const JoinPage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.join.title}>
      <Join />
    </Page>
  )
}

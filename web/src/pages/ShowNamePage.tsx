import { Page } from '../app/Page.tsx'
import { ShowName } from '../community/me/ShowName.tsx'
import { useWords } from '../platform/useWords.ts'

/** How a member comes to show their name. */
export const ShowNamePage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.name.title}>
      <ShowName />
    </Page>
  )
}

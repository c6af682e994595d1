import { Page } from '../app/Page.tsx'
import { Welcome } from '../community/sign-in/Welcome.tsx'
import { useWords } from '../platform/useWords.ts'

/** For somebody who is nobody here yet. */
export const WelcomePage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.welcome.title}>
      <Welcome />
    </Page>
  )
}

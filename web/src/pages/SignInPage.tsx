import { useLocation } from 'wouter'
import { Page } from '../app/Page.tsx'
import { SignIn } from '../community/sign-in/SignIn.tsx'
import { useWords } from '../platform/useWords.ts'

/** The way in; whoever was sent here from another page is then on it. */
export const SignInPage = () => {
  const { accounts } = useWords()
  const [path, navigate] = useLocation()
  return (
    <Page title={accounts.signIn.title} bare>
      <SignIn onSignedIn={() => navigate(path === '/sign-in' ? '/' : path, { replace: true })} />
    </Page>
  )
}

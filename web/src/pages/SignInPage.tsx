import { useLocation } from 'wouter'
import { Page } from '../app/Page.tsx'
import { SignIn } from '../community/sign-in/SignIn.tsx'
import { useWords } from '../platform/useWords.ts'

/** The way in for a member; who was on the way to another page goes on there. */
export const SignInPage = () => {
  const { accounts } = useWords()
  const [path, navigate] = useLocation()
  const goOn = (how: 'passkey' | 'words') => {
    if (how === 'words') navigate('/me/devices')
    else if (path === '/sign-in') navigate('/')
  }
  return (
    <Page title={accounts.signIn.title}>
      <SignIn onSignedIn={goOn} />
    </Page>
  )
}

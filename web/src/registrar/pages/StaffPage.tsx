import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { StaffSignIn } from '../desk/StaffSignIn.tsx'

/** Where the registrar's staff comes in. */
export const StaffPage = () => {
  const { desk } = useRegistrarWords()
  return (
    <Page title={desk.signIn.title}>
      <StaffSignIn />
    </Page>
  )
}

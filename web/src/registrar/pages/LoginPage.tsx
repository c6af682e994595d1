import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { CameBack } from '../applying/CameBack.tsx'

/** Where somebody comes back to who signed in at their health service. */
export const LoginPage = () => {
  const { applying } = useRegistrarWords()
  return (
    <Page title={applying.proof.methods.login}>
      <CameBack />
    </Page>
  )
}

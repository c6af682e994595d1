import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Registration } from '../entering/Registration.tsx'

/** Where a doctor says that everything is lost, or is erased. */
export const RegistrationPage = () => {
  const { entering } = useRegistrarWords()
  return (
    <Page title={entering.registration.title}>
      <Registration />
    </Page>
  )
}

import { Page } from '../app/Page.tsx'
import { CompareKeys } from '../community/keys/CompareKeys.tsx'
import { useWords } from '../platform/useWords.ts'

/** Where doctors compare the registrar's keys, and see how many accounts there are. */
export const KeysPage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.keys.title}>
      <CompareKeys />
    </Page>
  )
}

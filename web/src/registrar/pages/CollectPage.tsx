import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Collect } from '../entering/Collect.tsx'

/** Where signatures are fetched without saying who asks. */
export const CollectPage = () => {
  const { entering } = useRegistrarWords()
  return (
    <Page title={entering.issue.collectTitle}>
      <Collect />
    </Page>
  )
}

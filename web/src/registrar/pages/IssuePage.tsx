import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Issue } from '../entering/Issue.tsx'

/** Where blinded messages are signed. */
export const IssuePage = () => {
  const { entering } = useRegistrarWords()
  return (
    <Page title={entering.issue.title}>
      <Issue />
    </Page>
  )
}

import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Enter } from '../entering/Enter.tsx'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'

/** What entering means, before an account is made. */
export const EnterPage = () => {
  const { entering } = useRegistrarWords()
  return (
    <Page title={entering.enter.title}>
      <OnlyRegistrants>
        <Enter />
      </OnlyRegistrants>
    </Page>
  )
}

import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { ShowName } from '../entering/ShowName.tsx'

/** Where a doctor has their name signed for their account. */
export const ShowNamePage = () => {
  const { entering } = useRegistrarWords()
  return (
    <Page title={entering.name.title}>
      <ShowName />
    </Page>
  )
}

import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Vouching } from '../applying/Vouching.tsx'

/** Where somebody answers a colleague who asks them to vouch. */
export const VouchPage = () => {
  const { applying } = useRegistrarWords()
  return (
    <Page title={applying.vouching.title}>
      <Vouching />
    </Page>
  )
}

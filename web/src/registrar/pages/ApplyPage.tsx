import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Applying } from '../applying/Applying.tsx'
import { WhoKnows } from '../applying/WhoKnows.tsx'

/** Where a doctor applies, waits and learns what was decided. */
export const ApplyPage = () => {
  const { applying } = useRegistrarWords()
  return (
    <Page title={applying.begin.title} side={<WhoKnows />}>
      <Applying />
    </Page>
  )
}

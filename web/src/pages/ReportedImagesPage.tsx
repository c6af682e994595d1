import { Page } from '../app/Page.tsx'
import { ReportedImages } from '../community/cases/ReportedImages.tsx'
import { useWords } from '../platform/useWords.ts'

/** The moderators' desk for images in which somebody recognised the patient. */
export const ReportedImagesPage = () => {
  const { cases } = useWords()
  return (
    <Page title={cases.reportedImages.title}>
      <ReportedImages />
    </Page>
  )
}

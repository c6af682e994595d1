import { Page } from '../app/Page.tsx'
import { StopMail } from '../community/notifications/StopMail.tsx'
import { useWords } from '../platform/useWords.ts'

/** Where the link of a letter leads: one tap, and nothing is sent there any more. */
export const StopMailPage = () => (
  <Page title={useWords().notifications.stopMail.title}>
    <StopMail />
  </Page>
)

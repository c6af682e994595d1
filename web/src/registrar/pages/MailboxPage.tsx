import { Page } from '../../app/Page.tsx'
import { useCommonWords } from '../../platform/useWords.ts'
import { Mailbox } from '../mails/Mailbox.tsx'

/** The demo's mailbox. */
export const MailboxPage = () => {
  const { ui } = useCommonWords()
  return (
    <Page title={ui.demoMailbox.title}>
      <Mailbox />
    </Page>
  )
}

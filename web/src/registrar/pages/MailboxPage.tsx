import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Mailbox } from '../mails/Mailbox.tsx'

/** The demo's mailbox. */
export const MailboxPage = () => {
  const { desk } = useRegistrarWords()
  return (
    <Page title={desk.mailbox.title}>
      <Mailbox />
    </Page>
  )
}

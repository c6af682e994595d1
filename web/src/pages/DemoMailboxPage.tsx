import { Page } from '../app/Page.tsx'
import { useDemoLetters } from '../community/notifications/notifications.queries.ts'
import { useWords } from '../platform/useWords.ts'
import { DemoMailbox } from '../ui/DemoMailbox.tsx'

/** The letters of the demo's community. */
export const DemoMailboxPage = () => {
  const { data, error } = useDemoLetters()
  return (
    <Page title={useWords().ui.demoMailbox.title}>
      <DemoMailbox letters={data?.items} error={error} />
    </Page>
  )
}

import { Page } from '../app/Page.tsx'
import { useNow } from '../community/cases/useNow.ts'
import { NotificationList } from '../community/notifications/NotificationList.tsx'
import { useWords } from '../platform/useWords.ts'

/** What I was told. */
export const NotificationsPage = () => (
  <Page title={useWords().notifications.title}>
    <NotificationList now={useNow()} />
  </Page>
)

import { Page } from '../app/Page.tsx'
import { MailAddress } from '../community/notifications/MailAddress.tsx'
import { NotificationSettingsForm } from '../community/notifications/NotificationSettingsForm.tsx'
import { PushSetting } from '../community/notifications/PushSetting.tsx'
import { MyRings } from '../community/routing/MyRings.tsx'
import { useWords } from '../platform/useWords.ts'

/** When and how often I let myself be told, and what I am asked about. */
export const NotificationSettingsPage = () => (
  <Page title={useWords().notifications.set.title}>
    <NotificationSettingsForm />
    <PushSetting />
    <MailAddress />
    <MyRings />
  </Page>
)

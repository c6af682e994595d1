import { Page } from '../app/Page.tsx'
import { Devices } from '../community/me/Devices.tsx'
import { useWords } from '../platform/useWords.ts'

/** The member's passkeys. */
export const DevicesPage = () => {
  const { accounts } = useWords()
  return (
    <Page title={accounts.devices.title}>
      <Devices />
    </Page>
  )
}

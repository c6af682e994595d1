import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { StaffJoin } from '../desk/StaffJoin.tsx'

/** Where an invitation is taken up. */
export const StaffJoinPage = () => {
  const { desk } = useRegistrarWords()
  return (
    <Page title={desk.join.title}>
      <StaffJoin />
    </Page>
  )
}

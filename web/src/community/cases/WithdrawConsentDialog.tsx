import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useWithdrawConsent } from './cases.queries.ts'
import { useOnce } from './useOnce.ts'

/** Asks once more before the images of a case are gone for everybody. */
export const WithdrawConsentDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const words = useWords().cases.withdrawConsentForm
  const withdraw = useWithdrawConsent(shown.id)
  const send = useOnce(withdraw, words.sent, close)
  return <ConfirmDialog words={words} body={words.body} kind="danger" sending={withdraw} send={send} close={close} />
}

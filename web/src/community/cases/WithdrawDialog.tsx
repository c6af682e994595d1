import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useWithdrawCase } from './cases.queries.ts'
import { useOnce } from './useOnce.ts'

/** Asks once more before the story and the images are gone for everybody. */
export const WithdrawDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const words = useWords().cases.withdrawForm
  const withdraw = useWithdrawCase(shown.id)
  const send = useOnce(withdraw, words.sent, close)
  const body = words.body(shown.counters.doctorsWhoTookPart)
  return <ConfirmDialog words={words} body={body} kind="danger" sending={withdraw} send={send} close={close} />
}

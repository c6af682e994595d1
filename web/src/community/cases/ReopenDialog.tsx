import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useReopenCase } from './cases.queries.ts'
import { useOnce } from './useOnce.ts'

/** Asks before an outcome is taken away and the case is open for answers again. */
export const ReopenDialog = ({ shown, close }: { shown: ShownCase; close: () => void }) => {
  const words = useWords().cases.reopenForm
  const reopen = useReopenCase(shown.id)
  const send = useOnce(reopen, words.sent, close)
  return <ConfirmDialog words={words} body={words.body} kind="filled" sending={reopen} send={send} close={close} />
}

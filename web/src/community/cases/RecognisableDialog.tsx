import { useWords } from '../../platform/useWords.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useTellRecognisable } from './cases.queries.ts'
import { useOnce } from './useOnce.ts'

/** Asks once more before an image is taken from everybody because somebody could recognise the patient. */
export const RecognisableDialog = ({ caseId, imageId, close }: { caseId: string; imageId: string; close: () => void }) => {
  const words = useWords().cases.recognisableForm
  const tell = useTellRecognisable(caseId, imageId)
  const send = useOnce(tell, words.sent, close)
  return <ConfirmDialog words={words} body={words.body} kind="danger" sending={tell} send={send} close={close} />
}

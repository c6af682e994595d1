import { useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { AddUpdateDialog } from './AddUpdateDialog.tsx'
import { CloseCaseDialog } from './CloseCaseDialog.tsx'
import { MoreDialog } from './MoreDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import type { Step } from './Step.ts'
import { WithdrawConsentDialog } from './WithdrawConsentDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import { WorkingDiagnosisDialog } from './WorkingDiagnosisDialog.tsx'

const dialogs = {
  update: AddUpdateDialog,
  workingDiagnosis: WorkingDiagnosisDialog,
  close: CloseCaseDialog,
  reopen: ReopenDialog,
  withdraw: WithdrawDialog,
  withdrawConsent: WithdrawConsentDialog,
  more: MoreDialog,
} as const

/** What an asker can do with their case: `take` opens the dialog of a step, `dialog` stands on the page. */
export const useAskersSteps = (shown: ShownCase) => {
  const [step, take] = useState<Step | null>(null)
  const StepDialog = step && dialogs[step]
  return { take, dialog: StepDialog && <StepDialog key={step} shown={shown} take={take} close={() => take(null)} /> }
}

import type { ShownCase } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { askersSteps } from './caseStates.rules.ts'
import type { Step } from './Step.ts'
import './steps.css'

/** An asker's rarer steps, the one that cannot be taken back last. */
export const MoreDialog = ({ shown, take, close }: { shown: ShownCase; take: (step: Step) => void; close: () => void }) => {
  const { cases } = useWords()
  const steps = askersSteps(shown.state)
  return (
    <Dialog title={cases.yourCase} onClose={close}>
      <div className="more-steps">
        {steps.workingDiagnosis && (
          <Button kind="outlined" onClick={() => take('workingDiagnosis')}>
            {cases.stateWorkingDiagnosis}
          </Button>
        )}
        {steps.reopen && (
          <Button kind="outlined" onClick={() => take('reopen')}>
            {cases.reopen}
          </Button>
        )}
        {shown.images.length > 0 && (
          <Button kind="danger" onClick={() => take('withdrawConsent')}>
            {cases.withdrawConsent}
          </Button>
        )}
        {steps.withdraw && (
          <Button kind="danger" onClick={() => take('withdraw')}>
            {cases.withdraw}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

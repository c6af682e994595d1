import type { ShownCase } from '#contract/community/cases.ts'
import { Page } from '../app/Page.tsx'
import { CaseBar, CaseDock } from '../community/cases/CaseBar.tsx'
import { CaseSide } from '../community/cases/CaseSide.tsx'
import { CaseView } from '../community/cases/CaseView.tsx'
import { useShowCase } from '../community/cases/cases.queries.ts'
import { isFinal, NoCase } from '../community/cases/NoCase.tsx'
import { useAskersSteps } from '../community/cases/useAskersSteps.tsx'
import { useNow } from '../community/cases/useNow.ts'
import { useWords } from '../platform/useWords.ts'
import { Skeleton } from '../ui/Skeleton.tsx'

const Found = ({ shown }: { shown: ShownCase }) => {
  const now = useNow()
  const { take, dialog } = useAskersSteps(shown)
  return (
    <Page
      title={shown.question.body}
      bar={<CaseBar shown={shown} take={take} now={now} />}
      dock={<CaseDock shown={shown} take={take} />}
      side={<CaseSide shown={shown} now={now} />}
    >
      <CaseView shown={shown} now={now} />
      {dialog}
    </Page>
  )
}

/** One case, whole: its question, its story, what colleagues say, and what its asker can do. */
export const CasePage = ({ caseId }: { caseId: string }) => {
  const { cases } = useWords()
  const { data, error, isPending, refetch } = useShowCase(caseId)
  if (data && !isFinal(error)) return <Found shown={data} />
  return (
    <Page title={cases.case}>
      {isPending ? (
        <Skeleton label={cases.gettingCase} widths={[30, 92, 64, 50, 100, 88, 94, 70]} />
      ) : (
        <NoCase error={error} retry={() => void refetch()} />
      )}
    </Page>
  )
}

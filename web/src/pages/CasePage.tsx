import type { ShownCase } from '#contract/community/cases.ts'
import { Page } from '../app/Page.tsx'
import { CaseBar, CaseDock, WithdrawnBar } from '../community/cases/CaseBar.tsx'
import { CaseSide } from '../community/cases/CaseSide.tsx'
import { CaseView } from '../community/cases/CaseView.tsx'
import { useShowCase, useShowWithdrawnCase } from '../community/cases/cases.queries.ts'
import { isFinal, NoCase } from '../community/cases/NoCase.tsx'
import { useAskersSteps } from '../community/cases/useAskersSteps.tsx'
import { useNow } from '../community/cases/useNow.ts'
import { WithdrawnView } from '../community/cases/WithdrawnView.tsx'
import { useTakesPart } from '../community/me/useTakesPart.ts'
import { problemOf } from '../platform/call.ts'
import { useWords } from '../platform/useWords.ts'
import { Skeleton } from '../ui/Skeleton.tsx'

const Found = ({ shown }: { shown: ShownCase }) => {
  const now = useNow()
  const takesPart = useTakesPart()
  const { take, dialog } = useAskersSteps(shown)
  return (
    <Page
      title={shown.question.body}
      bar={<CaseBar shown={shown} take={take} now={now} />}
      dock={takesPart && <CaseDock shown={shown} take={take} />}
      side={<CaseSide shown={shown} now={now} />}
    >
      <CaseView shown={shown} now={now} />
      {dialog}
    </Page>
  )
}

const Waiting = () => <Skeleton label={useWords().cases.gettingCase} widths={[30, 92, 64, 50, 100, 88, 94, 70]} />

const Withdrawn = ({ caseId }: { caseId: string }) => {
  const now = useNow()
  const { data, error, isPending, refetch } = useShowWithdrawnCase(caseId)
  if (data && !isFinal(error)) return <WithdrawnView left={data} now={now} />
  return isPending ? <Waiting /> : <NoCase error={error} retry={() => void refetch()} />
}

/** One case, whole: its question, its story, what colleagues say, and what its asker can do. */
export const CasePage = ({ caseId }: { caseId: string }) => {
  const { cases } = useWords()
  const { data, error, isPending, refetch } = useShowCase(caseId)
  if (data && !isFinal(error)) return <Found shown={data} />
  const isWithdrawn = problemOf(error)?.code === 'case.gone'
  return (
    <Page title={isWithdrawn ? cases.gone.title : cases.case} bar={isWithdrawn && <WithdrawnBar />}>
      {isPending ? <Waiting /> : isWithdrawn ? <Withdrawn caseId={caseId} /> : <NoCase error={error} retry={() => void refetch()} />}
    </Page>
  )
}

import { useEffect } from 'preact/hooks'
import { useLocation } from 'wouter'
import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Desk } from '../desk/Desk.tsx'
import { useQueue } from '../desk/desk.queries.ts'
import { Review } from '../desk/Review.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'

/** Where applications are compared with the register and decided. */
export const DeskPage = ({ applicationId }: { applicationId?: string }) => {
  const { desk } = useRegistrarWords()
  const session = useRegistrarSession()
  const [, navigate] = useLocation()
  const role = session.data?.caller?.role
  const mayDecide = role === 'verifier' || role === 'lead'
  useEffect(() => {
    if (session.data && !mayDecide) navigate('/staff', { replace: true })
  }, [session.data, mayDecide, navigate])
  if (!mayDecide) return null
  return (
    <Desk current={applicationId ?? null}>
      <Page title={desk.title}>{applicationId ? <Review key={applicationId} applicationId={applicationId} /> : <NothingOpen />}</Page>
    </Desk>
  )
}

const NothingOpen = () => {
  const { desk } = useRegistrarWords()
  const queue = useQueue()
  const [first] = queue.data?.items ?? []
  if (!queue.data) return null
  return first ? (
    <EmptyState title={desk.chooseTitle} body={desk.chooseText}>
      <LinkButton kind="filled" href={`/desk/${first.applicationId}`}>
        {desk.next}
      </LinkButton>
    </EmptyState>
  ) : (
    <EmptyState title={desk.emptyTitle} body={desk.emptyText} icon="check" />
  )
}

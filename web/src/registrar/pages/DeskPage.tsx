import { useEffect } from 'preact/hooks'
import { useLocation } from 'wouter'
import { Page } from '../../app/Page.tsx'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Desk, useNext } from '../desk/Desk.tsx'
import { FindVerified, OfferTime } from '../desk/DeskTools.tsx'
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
  const session = useRegistrarSession()
  const queue = useQueue()
  const { go, draw } = useNext(null)
  if (!queue.data) return null
  const nothing = draw.data && draw.data.applicationId === null
  return (
    <>
      {queue.data.items.length === 0 ? (
        <EmptyState title={desk.emptyTitle} body={desk.emptyText} icon="check" />
      ) : (
        <EmptyState title={nothing ? desk.nothingTitle : desk.chooseTitle} body={nothing ? desk.nothingText : desk.chooseText}>
          <Button kind="filled" busy={draw.isPending} onClick={go}>
            {desk.next}
          </Button>
        </EmptyState>
      )}
      <OfferTime />
      {session.data?.caller?.role === 'lead' && <FindVerified />}
    </>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'wouter'
import { wordsFor } from '#contract/shapes.ts'
import { CommunityFrame } from '../app/CommunityFrame.tsx'
import { Page } from '../app/Page.tsx'
import { Routes } from '../app/Routes.tsx'
import { useEnterAs } from '../app/useEnterAs.ts'
import { keepDraftsOf } from '../platform/keptDraft.ts'
import { sendLettersOf, startOutbox } from '../platform/outbox.ts'
import { useCommonWords } from '../platform/useWords.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useLive } from './live/useLive.ts'
import { useUnread } from './notifications/notifications.queries.ts'
import { renewPush } from './notifications/push.ts'
import { wantsPush } from './notifications/wantsPush.ts'
import { lapsedPage, routes, signInPage, welcomePage } from './routes.ts'
import { useKeptSession } from './useKeptSession.ts'

/** The community, for whoever has come: a visitor, a member, a member whose time is over. */
export const CommunityApp = () => {
  const { language, ui, speak } = useCommonWords()
  const client = useQueryClient()
  const session = useKeptSession()
  useEnterAs()
  const [path] = useLocation()
  const me = session.data?.me ?? null
  const wanted = me ? wordsFor[me.settings.language] : undefined
  const unread = useUnread(me !== null && !me.lapsed).data?.unread ?? 0

  useLive(me !== null && !me.lapsed, path)

  useEffect(() => {
    if (wanted && wanted !== language) speak(wanted)
    // A member's language follows their settings; a change of it here comes from there.
  }, [wanted])

  const account = me ? me.deviceKey : null
  useEffect(() => {
    if (account === null) return
    keepDraftsOf(account)
    sendLettersOf(account)
    return startOutbox(() => void client.invalidateQueries())
  }, [account, client])

  useEffect(() => {
    if (account !== null && wantsPush(account)) void renewPush(account)
  }, [account])

  useEffect(() => {
    const back = () => void client.invalidateQueries()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [client])

  if (session.isPending)
    return (
      <CommunityFrame member={path !== '/welcome'} demo={false}>
        <Page title={ui.product}>
          <Skeleton label={ui.wait} />
        </Page>
      </CommunityFrame>
    )
  if (!session.data)
    return (
      <CommunityFrame member demo={false}>
        <Page title={ui.failed.title}>
          <ErrorState error={session.error} title={ui.failed.title} retry={() => void session.refetch()} />
        </Page>
      </CommunityFrame>
    )
  const { demo } = session.data
  return (
    <CommunityFrame member={me !== null && !me.lapsed} demo={demo} unread={unread}>
      <Routes
        routes={routes}
        instead={({ who, path: address }) =>
          who === 'anyone'
            ? null
            : me === null
              ? address === '/'
                ? welcomePage
                : signInPage
              : me.lapsed && who === 'member'
                ? lapsedPage
                : null
        }
      />
    </CommunityFrame>
  )
}

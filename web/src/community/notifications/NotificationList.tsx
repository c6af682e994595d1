import { Link } from 'wouter'
import type { CaseInList } from '#contract/community/cases.ts'
import type { NotificationKind, ShownNotification } from '#contract/community/notifications.ts'
import { ago } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useCasesAbout, useListNotifications, useReadNotifications } from './notifications.queries.ts'
import './notifications.css'

const signs: Record<NotificationKind, IconName> = {
  asked: 'ring',
  answer: 'talk',
  'question-back': 'question',
  comment: 'talk',
  reply: 'reply',
  outcome: 'check',
  'outcome-wanted': 'flag',
  correction: 'translate',
  'image-hidden': 'warning',
  'image-back': 'check',
  'image-removed': 'close',
}

const Line = ({ told, about, now }: { told: ShownNotification; about: CaseInList | null | undefined; now: number }) => {
  const { language, notifications: words } = useWords()
  return (
    <li className={told.read ? 'notification' : 'notification notification-unread'}>
      <Icon name={signs[told.kind]} />
      <div>
        <p className="notification-what">
          {words.kinds[told.kind](told.times)}
          {!told.read && <span className="visually-hidden"> · {words.unread}</span>}
        </p>
        {about === null ? (
          <p className="notification-gone">{words.gone}</p>
        ) : (
          <p className="notification-case">
            <Link href={told.kind === 'correction' ? '/translations' : `/cases/${told.about}`}>{about?.question.body ?? '…'}</Link>
          </p>
        )}
      </div>
      <time dateTime={told.at}>{ago(told.at, now, language)}</time>
    </li>
  )
}

/** What I was told, newest first; unread lines are marked by a dot and weight, not by colour alone. */
export const NotificationList = ({ now }: { now: number }) => {
  const { notifications: words } = useWords()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useListNotifications()
  const reading = useReadNotifications()
  const told = data?.pages.flatMap(({ items }) => items) ?? []
  const cases = useCasesAbout([...new Set(told.map(({ about }) => about))].slice(0, 100))
  const caseOf = (id: string) => cases.data && (cases.data.items.find((found) => found.id === id) ?? null)
  if (isPending) return <Skeleton label={words.getting} widths={[40, 84, 36, 90]} />
  if (error && !data) return <ErrorState error={error} title={words.failed} retry={() => void refetch()} />
  return (
    <>
      <header className="notifications-head">
        <h1>{words.title}</h1>
        <div>
          {told.some(({ read }) => !read) && (
            <Button kind="text" busy={reading.isPending} onClick={() => reading.mutate(null)}>
              {words.allRead}
            </Button>
          )}
          <LinkButton kind="text" href="/notifications/settings">
            {words.settings}
          </LinkButton>
        </div>
      </header>
      {told.length === 0 ? (
        <EmptyState title={words.none.title} body={words.none.body} icon="bell">
          <LinkButton href="/">{words.none.action}</LinkButton>
        </EmptyState>
      ) : (
        <ol className="notifications">
          {told.map((each) => (
            <Line key={`${each.kind} ${each.about} ${each.at}`} told={each} about={caseOf(each.about)} now={now} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

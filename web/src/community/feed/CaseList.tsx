import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { type ListAsked, useListCases } from '../cases/cases.queries.ts'
import { useNow } from '../cases/useNow.ts'
import { CaseRow, CaseRowSkeleton } from './CaseRow.tsx'
import { NoCases } from './NoCases.tsx'
import './feed.css'

/** One of the lists of home, page after page as one reads on. */
export const CaseList = ({ asked, unanswered }: { asked: ListAsked; unanswered: number }) => {
  const { feed } = useWords()
  const now = useNow()
  const { data, error, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useListCases(asked)
  const endRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const end = endRef.current
    if (!end || !hasNextPage || isFetchNextPageError) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), { rootMargin: '600px' })
    observer.observe(end)
    return () => observer.disconnect()
  }, [hasNextPage, isFetchNextPageError, fetchNextPage])

  if (data) {
    const shown = data.pages.flatMap(({ items }) => items)
    if (shown.length === 0) return <NoCases list={asked.list} filtered={asked.specialty !== undefined} unanswered={unanswered} />
    return (
      <>
        <div className="case-list">
          {shown.map((item) => (
            <CaseRow key={item.id} shown={item} now={now} />
          ))}
        </div>
        <div ref={endRef} className="case-list-end">
          {isFetchingNextPage ? (
            <p role="status">{feed.gettingMore}</p>
          ) : hasNextPage ? (
            <>
              {isFetchNextPageError && <p role="alert">{feed.moreFailed}</p>}
              <Button kind="outlined" onClick={() => void fetchNextPage()}>
                {isFetchNextPageError ? feed.tryAgain : feed.more}
              </Button>
            </>
          ) : (
            <p>{feed.end}</p>
          )}
        </div>
      </>
    )
  }
  if (isPending)
    return (
      <div className="case-list">
        <p className="case-list-getting" role="status">
          {feed.getting}
        </p>
        <CaseRowSkeleton />
        <CaseRowSkeleton />
        <CaseRowSkeleton />
      </div>
    )
  return <ErrorState error={error} title={feed.failed.title} body={feed.failed.body} retry={() => void refetch()} />
}

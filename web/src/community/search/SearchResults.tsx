import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useNow } from '../cases/useNow.ts'
import { CaseRowSkeleton } from '../feed/CaseRow.tsx'
import { FoundCase } from './FoundCase.tsx'
import { type SearchAsked, useSearchCases } from './search.queries.ts'
import { countFilters } from './search.rules.ts'
import './search.css'

/** What was found, the best first; what was read differently from how it was typed is said above it. */
export const SearchResults = ({ asked }: { asked: SearchAsked }) => {
  const { search } = useWords()
  const now = useNow()
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } =
    useSearchCases(asked)
  const { q, ...filters } = asked
  if (q.trim() === '') return <EmptyState title={search.start.title} body={search.start.body} icon="search" />
  if (error && !data) return <ErrorState error={error} title={search.failed.title} body={search.failed.body} retry={() => void refetch()} />
  const first = data?.pages[0]
  if (!data || !first)
    return (
      <div className="case-list">
        <p className="search-says" role="status">
          {search.searching}
        </p>
        <CaseRowSkeleton />
        <CaseRowSkeleton />
      </div>
    )
  const found = data.pages.flatMap(({ items }) => items)
  return (
    <div className={isPlaceholderData ? 'search-results search-results-old' : 'search-results'} aria-busy={isPlaceholderData}>
      <div className="search-says" role="status">
        {found.length > 0 && <p>{search.found(found.length, hasNextPage)}</p>}
        {first.mended.map(({ typed, read }) => (
          <p key={typed}>{search.mended(typed, read)}</p>
        ))}
        {first.loosened && <p>{search.loosened}</p>}
      </div>
      {found.length === 0 ? (
        <EmptyState title={search.none.title} body={countFilters(filters) > 0 ? search.none.filtered : search.none.body} />
      ) : (
        <div className="case-list">
          {found.map((one) => (
            <FoundCase key={one.case.id} found={one} now={now} />
          ))}
        </div>
      )}
      {hasNextPage && (
        <div className="case-list-end">
          {isFetchNextPageError && <p role="alert">{search.moreFailed}</p>}
          <Button kind="outlined" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? search.gettingMore : isFetchNextPageError ? search.tryAgain : search.more}
          </Button>
        </div>
      )}
    </div>
  )
}

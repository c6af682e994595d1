import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { CorrectionView } from './CorrectionView.tsx'
import { type CorrectionList, useListCorrections } from './corrections.queries.ts'
import './corrections.css'

/** Corrections that concern me: of my words first, then those a second should look at, then my own. */
export const CorrectionLists = () => {
  const { corrections } = useWords()
  const [ofMine, toLookAt, mine] = [useListCorrections('of-my-words'), useListCorrections('to-look-at'), useListCorrections('mine')]
  const lists: readonly (readonly [CorrectionList, typeof mine])[] = [
    ['of-my-words', ofMine],
    ['to-look-at', toLookAt],
    ['mine', mine],
  ]
  const failed = lists.find(([, { error, data }]) => error && !data)?.[1]
  if (failed) return <ErrorState error={failed.error} title={corrections.failed} retry={() => void failed.refetch()} />
  const filled = lists.flatMap(([list, query]) => {
    const items = query.data?.pages.flatMap((page) => page.items) ?? []
    return items.length > 0 ? [{ list, query, items }] : []
  })
  if (filled.length === 0 && lists.every(([, { isPending }]) => !isPending))
    return <EmptyState icon="translate" {...corrections.list.none} />
  return filled.map(({ list, query, items }) => (
    <section key={list} className="correction-section">
      <h2>{corrections.list[list]}</h2>
      {list === 'of-my-words' && <p className="translations-lede">{corrections.list.standsByItself}</p>}
      <ol className="correction-list">
        {items.map((correction) => (
          <li key={correction.id}>
            <CorrectionView correction={correction} />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {corrections.more}
        </Button>
      )}
    </section>
  ))
}

import { useState } from 'preact/hooks'
import { Link } from 'wouter'
import type { TermChange } from '#contract/community/glossary.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useListHeldSentences } from './corrections.queries.ts'
import { SentencePair } from './SentencePair.tsx'
import { TermOffer } from './TermOffer.tsx'
import './corrections.css'

/** The sentences that wait for a human, most read first. */
export const HeldList = () => {
  const { corrections } = useWords()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useListHeldSentences()
  const [open, setOpen] = useState<string | null>(null)
  // The sentence leaves the list once it is said; what it offers stays.
  const [offered, setOffered] = useState<TermChange | null>(null)
  if (isPending) return <Skeleton label={corrections.getting} widths={[90, 70, 80]} />
  if (error && !data) return <ErrorState error={error} title={corrections.failed} retry={() => void refetch()} />
  const waiting = data?.pages.flatMap(({ items }) => items) ?? []
  const offer = offered && open === null && <TermOffer change={offered} />
  if (waiting.length === 0 && !offer) return <EmptyState icon="check" {...corrections.held.none} />
  return (
    <>
      <p className="translations-lede">{corrections.held.lede}</p>
      {offer}
      <ol className="sentence-pairs">
        {waiting.map((sentence) => {
          const key = `${sentence.textId} ${sentence.key} ${sentence.language}`
          return (
            <li key={key}>
              <SentencePair sentence={sentence} open={open === key} choose={(chosen) => setOpen(chosen ? key : null)} offer={setOffered} />
              <p className="correction-foot">
                <Link href={`/cases/${sentence.caseId}`}>{corrections.toCase}</Link>
              </p>
            </li>
          )
        })}
      </ol>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {corrections.more}
        </Button>
      )}
    </>
  )
}

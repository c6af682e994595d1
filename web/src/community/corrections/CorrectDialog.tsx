import { useState } from 'preact/hooks'
import type { TermChange } from '#contract/community/glossary.ts'
import { useWords } from '../../platform/useWords.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useListSentences } from './corrections.queries.ts'
import { SentencePair } from './SentencePair.tsx'
import { TermOffer } from './TermOffer.tsx'
import './corrections.css'

/** Every sentence of some texts beside its translation; the tapped one opens to be put right. */
export const CorrectDialog = ({ textIds, close }: { textIds: readonly string[]; close: () => void }) => {
  const { corrections } = useWords()
  const { data, error, refetch } = useListSentences(textIds)
  const [open, setOpen] = useState<string | null>(null)
  const [offered, setOffered] = useState<{ at: string; change: TermChange } | null>(null)
  return (
    <Dialog title={corrections.correctTitle} onClose={close} wide>
      {data && data.items.length > 0 && <p className="dialog-lead">{corrections.correctHint}</p>}
      {error && !data && <ErrorState error={error} title={corrections.failed} retry={() => void refetch()} />}
      {!data && !error && <Skeleton label={corrections.getting} widths={[90, 70, 80]} />}
      {data?.items.length === 0 && <p>{corrections.none}</p>}
      <ol className="sentence-pairs">
        {data?.items.map((sentence) => {
          const key = `${sentence.textId} ${sentence.key}`
          return (
            <li key={key}>
              <SentencePair
                sentence={sentence}
                open={open === key}
                choose={(chosen) => setOpen(chosen ? key : null)}
                offer={(change) => setOffered({ at: key, change })}
              />
              {offered?.at === key && open !== key && <TermOffer change={offered.change} />}
            </li>
          )
        })}
      </ol>
    </Dialog>
  )
}

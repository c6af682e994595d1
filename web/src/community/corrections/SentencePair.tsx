import { useEffect, useRef } from 'preact/hooks'
import type { ShownSentence } from '#contract/community/corrections.ts'
import type { TermChange } from '#contract/community/glossary.ts'
import { useWords } from '../../platform/useWords.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import { CorrectionView } from './CorrectionView.tsx'
import './corrections.css'

interface Props {
  readonly sentence: ShownSentence
  readonly open: boolean
  readonly choose: (open: boolean) => void
  readonly offer: (change: TermChange) => void
}

/** A sentence and what readers see of it, side by side; a tap on it opens the place to put it right. */
export const SentencePair = ({ sentence, open, choose, offer }: Props) => {
  const { corrections } = useWords()
  const { source, sourceLanguage, language, shown, held, proposed, objections, corrections: made } = sentence
  const ref = useRef<HTMLDivElement>(null)
  const said = held ? proposed : shown
  const stands = made.some(({ state }) => state === 'proposed' || state === 'accepted')
  useEffect(() => {
    if (open) ref.current?.querySelector('textarea')?.focus()
  }, [open])
  return (
    <div className="sentence-pair" ref={ref}>
      <p className="sentence-source" lang={sourceLanguage}>
        {source}
      </p>
      <div className="sentence-target">
        {held && (
          <p className="sentence-why">
            <Icon name="warning" />
            <span>
              {corrections.heldFor}: {objections.map((objection) => corrections.object(objection)).join('; ')}
            </span>
          </p>
        )}
        {open ? (
          <CorrectionForm sentence={sentence} done={() => choose(false)} offer={offer} />
        ) : (
          <button type="button" className="sentence-button" onClick={() => choose(true)}>
            <span className="visually-hidden">{corrections.correctThis('')}</span>
            {said !== null && (
              <span className={held ? 'sentence-held' : undefined} lang={language}>
                {said}
              </span>
            )}
            <Icon name="pencil" />
          </button>
        )}
        {made.length > 0 && (
          <Disclosure
            title={stands ? <Tag tone="good">{corrections.corrected}</Tag> : corrections.history(made.length)}
            value={stands ? corrections.history(made.length) : undefined}
            icon="chevron"
          >
            <ol className="correction-list">
              {made.map((correction) => (
                <li key={correction.id}>
                  <CorrectionView correction={correction} brief />
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
      </div>
    </div>
  )
}

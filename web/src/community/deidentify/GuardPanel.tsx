import { useEffect, useRef, useState } from 'preact/hooks'
import type { Harmless, NotIdentifier } from '#contract/community/privacy.ts'
import type { Field } from '#deidentify/findInFields.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type FoundWords, resolved } from './guard.rules.ts'
import type { Guard } from './useGuard.ts'
import './deidentify.css'

/** What was decided last, and what brings the text or the list of judgements back. */
interface Decision {
  readonly says: string
  readonly before: readonly Field[]
  readonly after: readonly Field[]
  readonly judged: readonly NotIdentifier[] | null
}

const reasons: readonly Harmless[] = ['medicine', 'everyday', 'public']

/** What the guard has found in what is being written: why, what to put instead in one tap, or why it names nobody. */
export const GuardPanel = ({ guard }: { guard: Guard }) => {
  const { deidentify } = useWords()
  const { fields, language, notIdentifiers, open, stopped, write, judge } = guard
  const [decision, setDecision] = useState<Decision | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const heading = useRef<HTMLParagraphElement>(null)
  const stops = open.filter((words) => words.stops).length

  useEffect(() => {
    if (stopped) heading.current?.focus()
  }, [stopped])

  const replace = (words: FoundWords, how: 'generalise' | 'leave-out') => {
    const after = resolved(fields, words, how, language)
    const before = fields.filter(({ path }) => after.some((field) => field.path === path))
    const { suggestion } = words.found[0]
    const says =
      how === 'generalise' && suggestion !== null ? deidentify.replaced(words.words, suggestion) : deidentify.leftOut(words.words)
    setDecision({ says, before, after, judged: null })
    write(after)
  }
  const keep = ({ words }: FoundWords, reason: Harmless) => {
    setAsking(null)
    setDecision({ says: deidentify.kept(words, deidentify.reasons[reason]), before: [], after: [], judged: notIdentifiers })
    judge([...notIdentifiers, { words, reason }])
  }
  const undo = ({ before, judged }: Decision) => {
    if (judged) judge(judged)
    else write(before)
    setDecision(null)
  }
  const canUndo = decision?.after.every(({ path, text }) => fields.some((field) => field.path === path && field.text === text))
  if (fields.every(({ text }) => text.trim() === '')) return null
  return (
    <section className="guard" aria-label={deidentify.title} data-open={open.length > 0 || undefined}>
      <p className="guard-count" role="status" tabIndex={-1} ref={heading}>
        {stops > 0 ? (
          <>
            <Icon name="warning" />
            {deidentify.count(stops)}
          </>
        ) : (
          deidentify.promise
        )}
      </p>
      {open.length > 0 && (
        <ul>
          {open.map((words) => {
            const { kind, reason, suggestion } = words.found[0]
            return (
              <li key={words.words}>
                <p>
                  <mark>{words.words}</mark>
                  {words.found.length > 1 && <span className="guard-times"> {deidentify.times(words.found.length)}</span>}
                  <span className="guard-why">{reason === 'name-seen-before' ? deidentify.seenBefore : deidentify.why[kind]}</span>
                </p>
                <div className="guard-acts">
                  {suggestion !== null && <Button onClick={() => replace(words, 'generalise')}>{deidentify.replaceBy(suggestion)}</Button>}
                  {words.stops && (
                    <Button kind={suggestion === null ? 'outlined' : 'text'} onClick={() => replace(words, 'leave-out')}>
                      {deidentify.leaveOut}
                    </Button>
                  )}
                  <Button
                    kind="text"
                    pressed={asking === words.words}
                    onClick={() => setAsking(asking === words.words ? null : words.words)}
                  >
                    {deidentify.notIdentifier}
                  </Button>
                </div>
                {asking === words.words && (
                  <fieldset className="guard-acts">
                    <legend>{deidentify.because}</legend>
                    {reasons.map((harmless) => (
                      <Button key={harmless} onClick={() => keep(words, harmless)}>
                        {deidentify.reasons[harmless]}
                      </Button>
                    ))}
                  </fieldset>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {canUndo && decision && (
        <p className="guard-done">
          <span>{decision.says}</span>
          <Button kind="text" onClick={() => undo(decision)}>
            <Icon name="undo" />
            {deidentify.undo}
          </Button>
        </p>
      )}
    </section>
  )
}

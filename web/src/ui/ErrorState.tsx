import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { isOffline, problemOf } from '../platform/call.ts'
import { errorSentence } from '../platform/errorSentence.ts'
import { useCommonWords } from '../platform/useWords.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './EmptyState.css'

interface Props {
  readonly error: unknown
  readonly title: string
  /** The sentence of the error's code when absent. */
  readonly body?: ComponentChildren
  readonly retry?: () => void
}

/** What stands where something failed: a sentence, a way to try again, and the code to tell the operator. */
export const ErrorState = ({ error, title, body, retry }: Props) => {
  const words = useCommonWords()
  const { ui } = words
  const problem = problemOf(error)
  return (
    <section className={isOffline(error) ? 'empty' : 'empty empty-danger'} role="alert">
      <Icon name={isOffline(error) ? 'offline' : 'warning'} />
      <h1>{title}</h1>
      <p>{body ?? errorSentence(error, words)}</p>
      {retry && (
        <div className="empty-actions">
          <Button onClick={retry}>{ui.tryAgain}</Button>
        </div>
      )}
      {problem && <ErrorCode code={problem.code} status={problem.status} requestId={problem.requestId} />}
    </section>
  )
}

const ErrorCode = ({ code, status, requestId }: { code: string; status: number; requestId: string }) => {
  const { ui } = useCommonWords()
  const [copied, setCopied] = useState(false)
  const short = requestId.slice(0, 8)
  const copy = async () => {
    await navigator.clipboard.writeText([code, status, requestId].filter(Boolean).join(' '))
    setCopied(true)
  }
  return (
    <div className="error-code">
      <span>
        {ui.code} <b>{code}</b> · {status}
        {short && ` · ${short}`}
      </span>
      <Button kind="text" onClick={() => void copy()}>
        <Icon name={copied ? 'check' : 'copy'} />
        <span role="status">{copied ? ui.copied : ui.copyCode}</span>
      </Button>
    </div>
  )
}

import { isOffline, problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'

/** A no that is final: what was read before is no longer this reader's to see. */
export const isFinal = (error: unknown): boolean => {
  const code = problemOf(error)?.code
  return code === 'case.gone' || code === 'case.not-found' || code === 'request.invalid'
}

/** Why there is no case on the page: it is not here for this reader, it was withdrawn, the network is gone, or something failed. */
export const NoCase = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const { cases } = useWords()
  if (isFinal(error)) {
    const { title, body, action } = problemOf(error)?.code === 'case.gone' ? cases.gone : cases.notFound
    return (
      <EmptyState title={title} body={body}>
        <LinkButton href="/">{action}</LinkButton>
      </EmptyState>
    )
  }
  const { title, body } = isOffline(error) ? cases.offline : cases.failed
  return <ErrorState error={error} title={title} body={body} retry={retry} />
}

import { isOffline, problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'

/** Why there is no case on the page: it is not here for this reader, it was withdrawn, the network is gone, or something failed. */
export const NoCase = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const { cases } = useWords()
  const code = problemOf(error)?.code
  if (code === 'case.not-found' || code === 'request.invalid' || code === 'case.gone') {
    const { title, body, action } = code === 'case.gone' ? cases.gone : cases.notFound
    return (
      <EmptyState title={title} body={body}>
        <LinkButton href="/">{action}</LinkButton>
      </EmptyState>
    )
  }
  const { title, body } = isOffline(error) ? cases.offline : cases.failed
  return <ErrorState error={error} title={title} body={body} retry={retry} />
}

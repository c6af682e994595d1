import { Component, type ComponentChildren } from 'preact'
import { useCommonWords } from '../platform/useWords.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Page } from './Page.tsx'

interface State {
  readonly error: unknown
}

/** Keeps a failing page from taking the frame with it. A new `key` is a new page and a new attempt. */
export class Failure extends Component<{ children: ComponentChildren }, State> {
  override state: State = { error: null }

  static override getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('Something that is no error was thrown') }
  }

  override render() {
    const { error } = this.state
    return error === null ? this.props.children : <Failed error={error} retry={() => this.setState({ error: null })} />
  }
}

/** The code of a page that an older version asks for is gone from a newer server. */
const isOldVersion = (error: unknown): boolean =>
  navigator.onLine && error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message)

const Failed = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const { ui } = useCommonWords()
  if (isOldVersion(error))
    return (
      <Page title={ui.newVersion.title}>
        <EmptyState title={ui.newVersion.title} body={ui.newVersion.sentence}>
          <Button kind="filled" onClick={() => location.reload()}>
            {ui.newVersion.reload}
          </Button>
        </EmptyState>
      </Page>
    )
  return (
    <Page title={ui.failed.title}>
      <ErrorState error={error} title={ui.failed.title} body={navigator.onLine ? ui.failed.sentence : ui.offline.sentence} retry={retry} />
    </Page>
  )
}

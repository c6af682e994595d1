import { useCommonWords } from '../platform/useWords.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from './Page.tsx'

/** No page has this address. */
export const NotFound = () => {
  const { ui } = useCommonWords()
  return (
    <Page title={ui.notFound.title}>
      <EmptyState title={ui.notFound.title} body={ui.notFound.sentence}>
        <LinkButton href="/">{ui.notFound.home}</LinkButton>
      </EmptyState>
    </Page>
  )
}

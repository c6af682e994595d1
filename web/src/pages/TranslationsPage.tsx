import { useSearch } from 'wouter'
import { Page } from '../app/Page.tsx'
import { CorrectionLists } from '../community/corrections/CorrectionLists.tsx'
import { HeldList } from '../community/corrections/HeldList.tsx'
import { useReadsBoth } from '../community/corrections/useReadsBoth.ts'
import { useWords } from '../platform/useWords.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Tabs } from '../ui/Tabs.tsx'

/** Where translations are put right: sentences that wait for a human, and corrections. */
export const TranslationsPage = () => {
  const { corrections } = useWords()
  const readsBoth = useReadsBoth()
  const waiting = new URLSearchParams(useSearch()).get('list') === 'waiting'
  return (
    <Page
      title={corrections.title}
      tabs={
        <Tabs
          label={corrections.lists}
          items={[
            { href: '/translations', label: corrections.list.tab, current: !waiting },
            { href: '/translations?list=waiting', label: corrections.held.tab, current: waiting },
          ]}
        />
      }
    >
      {!waiting ? (
        <CorrectionLists />
      ) : readsBoth ? (
        <HeldList />
      ) : (
        <EmptyState icon="translate" title={corrections.oneLanguage.title} body={corrections.oneLanguage.body}>
          <LinkButton href="/me">{corrections.oneLanguage.action}</LinkButton>
        </EmptyState>
      )}
    </Page>
  )
}

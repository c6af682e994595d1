import { useSearch } from 'wouter'
import { Page } from '../app/Page.tsx'
import { CorrectionLists } from '../community/corrections/CorrectionLists.tsx'
import { GlossaryDesk } from '../community/corrections/GlossaryDesk.tsx'
import { HeldList } from '../community/corrections/HeldList.tsx'
import { useReadsBoth } from '../community/corrections/useReadsBoth.ts'
import { useWords } from '../platform/useWords.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Tabs } from '../ui/Tabs.tsx'

/** Where translations are put right: corrections, sentences that wait for a human, and the glossary. */
export const TranslationsPage = () => {
  const { corrections } = useWords()
  const readsBoth = useReadsBoth()
  const list = new URLSearchParams(useSearch()).get('list')
  return (
    <Page
      title={corrections.title}
      tabs={
        <Tabs
          label={corrections.lists}
          items={[
            { href: '/translations', label: corrections.list.tab, current: list === null },
            { href: '/translations?list=waiting', label: corrections.held.tab, current: list === 'waiting' },
            { href: '/translations?list=glossary', label: corrections.glossary.tab, current: list === 'glossary' },
          ]}
        />
      }
    >
      {list === null ? (
        <CorrectionLists />
      ) : list === 'glossary' ? (
        <GlossaryDesk />
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

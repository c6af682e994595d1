import { useSearch } from 'wouter'
import { Page } from '../app/Page.tsx'
import { AskForm } from '../community/ask/AskForm.tsx'
import { useSession } from '../community/me/accounts.queries.ts'
import { useWords } from '../platform/useWords.ts'

/** Ask colleagues. */
export const AskPage = () => {
  const { ask } = useWords()
  const me = useSession().data?.me
  const opened = new URLSearchParams(useSearch()).get('draft')
  return me ? <AskForm me={me} opened={opened} /> : <Page title={ask.title}>{null}</Page>
}

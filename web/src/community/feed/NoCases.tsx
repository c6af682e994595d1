import { useWords } from '../../platform/useWords.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { ListAsked } from '../cases/cases.queries.ts'
import { homeAddress } from './home.rules.ts'

/** What stands where a list holds no case, and where to go from there. */
export const NoCases = ({ list, filtered, unanswered }: { list: ListAsked['list']; filtered: boolean; unanswered: number }) => {
  const { feed } = useWords()
  const { title, body } = filtered ? feed.empty.filtered : feed.empty[list]
  const onward = filtered
    ? { href: homeAddress({ list }), words: feed.seeAllSpecialties }
    : list === 'for-you'
      ? { href: homeAddress({ list: 'unanswered' }), words: feed.seeUnanswered(unanswered) }
      : list === 'unanswered'
        ? { href: homeAddress({ list: 'latest' }), words: feed.seeLatest }
        : { href: '/ask', words: feed.ask }
  return (
    <EmptyState title={title} body={body}>
      <LinkButton href={onward.href}>{onward.words}</LinkButton>
    </EmptyState>
  )
}

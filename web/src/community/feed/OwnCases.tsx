import { useWords } from '../../platform/useWords.ts'
import { useListCases } from '../cases/cases.queries.ts'
import { CaseList } from './CaseList.tsx'

const asked = { list: 'latest' } as const

/** What a lapsed member asked: of every list they are given no more. */
export const OwnCases = () => {
  const words = useWords().accounts.lapsed
  const { data } = useListCases(asked)
  if (data?.pages[0]?.items.length === 0) return null
  return (
    <section className="own-cases">
      <h2>{words.cases}</h2>
      <CaseList asked={asked} unanswered={0} />
    </section>
  )
}

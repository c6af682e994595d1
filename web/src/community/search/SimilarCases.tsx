import type { CaseInList } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { UserLine } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import { useSimilarCases } from './search.queries.ts'
import { useSettled } from './useSettled.ts'
import './search.css'

const Similar = ({ shown }: { shown: CaseInList }) => {
  const reading = useReading([shown.question, ...(shown.finalDiagnosis ? [shown.finalDiagnosis] : [])])
  return (
    <li>
      {/* In a tab of its own: what is being written stays where it is. */}
      <a href={`/cases/${shown.id}`} target="_blank" rel="noopener">
        <UserLine words={reading.of(shown.question)} />
      </a>
      {shown.finalDiagnosis && (
        <p>
          <UserLine words={reading.of(shown.finalDiagnosis)} />
        </p>
      )}
    </li>
  )
}

/** While a question is being written: resolved cases like it, if there are any. */
export const SimilarCases = ({ question }: { question: string }) => {
  const { search } = useWords()
  const settled = useSettled(question.trim().slice(0, 400), 700)
  const { data } = useSimilarCases(settled)
  if (settled.length < 12 || !data || data.items.length === 0) return null
  return (
    <section className="similar" aria-label={search.similar.title}>
      <h2>{search.similar.title}</h2>
      <p>{search.similar.body}</p>
      <ul>
        {data.items.map((shown) => (
          <Similar key={shown.id} shown={shown} />
        ))}
      </ul>
    </section>
  )
}

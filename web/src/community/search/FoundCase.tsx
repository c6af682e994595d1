import { Link } from 'wouter'
import type { FoundCase as Found } from '#contract/community/search.ts'
import { useWords } from '../../platform/useWords.ts'
import { CaseRow } from '../feed/CaseRow.tsx'
import { stretchesOf } from './search.rules.ts'
import './search.css'

/** A case as in every list, and below it the passages that hold what was searched for. */
export const FoundCase = ({ found, now }: { found: Found; now: number }) => {
  const { search } = useWords()
  return (
    <div className="found">
      <CaseRow shown={found.case} now={now} />
      {found.passages.length > 0 && (
        <ul className="found-passages">
          {found.passages.map((passage, index) => (
            <li key={index}>
              <Link href={`/cases/${found.case.id}${passage.commentId ? `#comment-${passage.commentId}` : ''}`}>
                <span className="found-part">{search.parts[passage.part]}</span>{' '}
                <span lang={passage.language}>
                  {stretchesOf(passage).map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

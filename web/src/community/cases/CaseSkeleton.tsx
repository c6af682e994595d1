import { useWords } from '../../platform/useWords.ts'
import './cases.css'

/** The shape of a case while it is on its way. */
export const CaseSkeleton = () => {
  const { cases } = useWords()
  return (
    <div className="case-skeleton">
      <p role="status">{cases.gettingCase}</p>
      {[30, 92, 64, 50, 100, 88, 94, 70].map((share, index) => (
        <i key={index} style={{ width: `${share}%` }} aria-hidden="true" />
      ))}
    </div>
  )
}

import { useWords } from '../../platform/useWords.ts'
import './keys.css'

/** The promise, word for word. */
export const PromiseText = () => {
  const { accounts } = useWords()
  return (
    <details className="promise">
      <summary>{accounts.welcome.promiseTitle}</summary>
      <blockquote>{accounts.promise}</blockquote>
    </details>
  )
}

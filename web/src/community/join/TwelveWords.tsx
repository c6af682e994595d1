import { wordsOf } from '#tickets/seed.ts'
import { useWords } from '../../platform/useWords.ts'

/** The twelve words, numbered. */
export const TwelveWords = ({ seed }: { seed: Uint8Array }) => {
  const { accounts } = useWords()
  return (
    <ol className="twelve-words" lang="en" translate={false} aria-label={accounts.words.listTitle}>
      {wordsOf(seed).map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ol>
  )
}

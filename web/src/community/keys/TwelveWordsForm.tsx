import { useState } from 'preact/hooks'
import type { Seed, WordsReading } from '#tickets/seed.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import './keys.css'

/** Takes the twelve words as people type them and says what is wrong with them; they go nowhere but to `onSeed`. */
export const TwelveWordsForm = ({ action, busy, onSeed }: { action: string; busy: boolean; onSeed: (seed: Seed) => void }) => {
  const { accounts } = useWords()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (event: Event) => {
    event.preventDefault()
    const { readWords } = await import('#tickets/seed.ts')
    const reading = readWords(typed)
    setProblem('seed' in reading ? null : sentenceFor(reading, accounts.words))
    if ('seed' in reading) onSeed(reading.seed)
  }
  return (
    <form className="words-form" onSubmit={(event) => void read(event)}>
      <TextArea
        label={accounts.signIn.wordsLabel}
        hint={accounts.signIn.wordsHint}
        error={problem}
        value={typed}
        onChange={setTyped}
        rows={3}
        lang="en"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button kind="outlined" type="submit" busy={busy}>
        {action}
      </Button>
    </form>
  )
}

type Problem = Exclude<WordsReading, { seed: Seed }>

const sentenceFor = (reading: Problem, words: ReturnType<typeof useWords>['accounts']['words']): string => {
  switch (reading.problem) {
    case 'unknown-words':
      return words.unknown(reading.words)
    case 'wrong-count':
      return words.count(reading.count)
    case 'do-not-fit':
      return words.doNotFit
  }
}

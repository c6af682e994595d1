import { useState } from 'preact/hooks'
import type { Seed } from '#tickets/seed.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { PromiseText } from '../keys/PromiseText.tsx'
import { TwelveWordsForm } from '../keys/TwelveWordsForm.tsx'
import { TwelveWords } from './TwelveWords.tsx'

interface Props {
  seed: Seed
  /** How the doctor will appear, and how many share it; null where nobody has said so yet. */
  label: { text: string; crowd: number } | null
  onWritten: () => void
  onOtherWords: (seed: Seed) => void
}

/** First step: the words are written down before anything is asked of the registrar, so that nothing that follows can be lost. */
export const WordsStep = ({ seed, label, onWritten, onOtherWords }: Props) => {
  const { accounts } = useWords()
  const words = accounts.join
  const [typing, setTyping] = useState(false)
  if (typing)
    return (
      <>
        <h1>{accounts.signIn.wordsTitle}</h1>
        <TwelveWordsForm action={words.useThese} busy={false} onSeed={onOtherWords} />
        <Button kind="text" onClick={() => setTyping(false)}>
          {words.goBack}
        </Button>
      </>
    )
  return (
    <>
      <h1>{words.wordsTitle}</h1>
      <p>{words.wordsText}</p>
      {label && <Note tone="plain">{words.crowd(label.crowd, label.text)}</Note>}
      <TwelveWords seed={seed} />
      <p className="join-hint">{words.wordsOnPaper}</p>
      <div className="join-actions">
        <Button kind="filled" onClick={onWritten}>
          {words.wordsWritten}
        </Button>
        <Button kind="text" onClick={() => setTyping(true)}>
          {words.haveWords}
        </Button>
      </div>
      <PromiseText />
    </>
  )
}

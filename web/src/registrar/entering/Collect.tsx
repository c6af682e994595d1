import { useEffect, useState } from 'preact/hooks'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'
import { fetchSigned } from './entering.queries.ts'
import { answersAddress, readToCollect } from './fragments.rules.ts'
import { useFragment } from './useFragment.ts'
import '../session/session.css'
import './entering.css'

/** Fetches what was signed, without cookies, and carries it back: this page need not know who asks, and does not. */
export const Collect = () => {
  const { entering } = useRegistrarWords()
  const words = entering.issue
  const session = useRegistrarSession()
  const [asked, forget] = useFragment('to-collect', readToCollect)
  const [error, setError] = useState<unknown>(null)
  const communityOrigin = session.data?.communityOrigin
  const go = async () => {
    if (!asked || !communityOrigin) return
    setError(null)
    try {
      const address = answersAddress(communityOrigin, asked.back, await fetchSigned(asked.hashes), null)
      forget()
      location.replace(address)
    } catch (failure) {
      setError(failure)
    }
  }
  useEffect(() => {
    void go()
    // Once; after a failure only when asked to.
  }, [communityOrigin === undefined])
  if (!asked)
    return (
      <EmptyState title={words.nothingTitle} body={words.nothingText}>
        <LinkButton href="/">{words.toEnter}</LinkButton>
      </EmptyState>
    )
  return (
    <div className="registrar-form">
      <h1>{words.collectTitle}</h1>
      {error === null && <p role="status">{words.collecting}</p>}
      <ProblemNote error={error ?? session.error} />
      {error !== null && (
        <div className="registrar-actions">
          <Button kind="filled" onClick={() => void go()}>
            {words.collectAgain}
          </Button>
        </div>
      )}
    </div>
  )
}

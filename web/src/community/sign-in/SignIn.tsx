import { useState } from 'preact/hooks'
import { toBase64url } from '#tickets/base64url.ts'
import type { Seed } from '#tickets/seed.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { keep } from '../keys/keep.ts'
import { canUsePasskeys, PasskeyNotUsed, signInWithPasskey } from '../keys/signInWithPasskey.ts'
import { TwelveWordsForm } from '../keys/TwelveWordsForm.tsx'
import { useSession, useSessionChanged } from '../me/accounts.queries.ts'
import '../join/join.css'

/** Signs a member in: with a passkey, or with the twelve words on a device that has none. */
export const SignIn = ({ onSignedIn }: { onSignedIn: (how: 'passkey' | 'words') => void }) => {
  const { accounts } = useWords()
  const words = accounts.signIn
  const session = useSession()
  const sessionChanged = useSessionChanged()
  const [state, setState] = useState<'asking' | 'passkey' | 'words' | 'not-used'>('asking')
  const [error, setError] = useState<unknown>(null)

  const attempt = async (how: 'passkey' | 'words', work: () => Promise<void>) => {
    setState(how)
    setError(null)
    try {
      await work()
      await sessionChanged()
      onSignedIn(how)
    } catch (failure) {
      const byDevice = failure instanceof PasskeyNotUsed
      setState(byDevice ? 'not-used' : 'asking')
      if (!byDevice) setError(failure)
    }
  }
  const withPasskey = () => attempt('passkey', async () => void (await signInWithPasskey()))
  const withWords = (seed: Seed) =>
    attempt('words', async () => {
      const { signInWithSeed } = await import('../keys/ceremonies.ts')
      await signInWithSeed(seed)
      await keep('seed', toBase64url(seed))
    })

  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      {canUsePasskeys() ? (
        <div>
          <Button kind="filled" busy={state === 'passkey'} onClick={() => void withPasskey()}>
            {state === 'passkey' ? words.waiting : words.withPasskey}
          </Button>
        </div>
      ) : (
        <Note tone="caution" title={words.noPasskeys} />
      )}
      {state === 'not-used' && <p role="alert">{words.refusedByDevice}</p>}
      <ProblemNote error={error} />
      <h2>{words.wordsTitle}</h2>
      <TwelveWordsForm
        action={state === 'words' ? words.signingIn : words.withWords}
        busy={state === 'words'}
        onSeed={(seed) => void withWords(seed)}
      />
      {session.data && (
        <p>
          {words.notYet} <a href={session.data.registrarOrigin}>{words.apply}</a>
        </p>
      )}
    </div>
  )
}

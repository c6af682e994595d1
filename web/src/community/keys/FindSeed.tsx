import { useEffect, useState } from 'preact/hooks'
import type { Base64url } from '#tickets/base64url.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import type { Seed } from '#tickets/seed.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { kept } from './keep.ts'
import { canUsePasskeys, PasskeyNotUsed, signInWithPasskey } from './signInWithPasskey.ts'
import { TwelveWordsForm } from './TwelveWordsForm.tsx'
import './keys.css'

/**
 * Gets hold of the doctor's seed: kept in this browser, inside the passkey, or typed as twelve words. Asked `anew`, what the browser keeps does not
 * do: somebody is there who has the passkey or the words.
 */
export const FindSeed = ({ onSeed, anew = false }: { onSeed: (seed: Seed) => void; anew?: boolean }) => {
  const { accounts } = useWords()
  const [state, setState] = useState<'looking' | 'asking' | 'waiting' | 'not-used' | 'has-none'>(anew ? 'asking' : 'looking')
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (anew) return
    void kept<Base64url>('seed').then((found) => {
      const seed = found && fromBase64url(found)
      if (seed) onSeed(seed)
      else setState('asking')
    })
    // Looked for once, when the page opens.
  }, [])
  const withPasskey = async () => {
    setState('waiting')
    setError(null)
    try {
      const seed = await signInWithPasskey()
      if (seed) onSeed(seed)
      else setState('has-none')
    } catch (failure) {
      setState(failure instanceof PasskeyNotUsed ? 'not-used' : 'asking')
      if (!(failure instanceof PasskeyNotUsed)) setError(failure)
    }
  }
  if (state === 'looking') return null
  return (
    <section className="find-seed">
      <h2>{accounts.renew.findSeedTitle}</h2>
      <p>{accounts.renew.findSeedText}</p>
      {canUsePasskeys() && state !== 'has-none' && (
        <Button kind="filled" busy={state === 'waiting'} onClick={() => void withPasskey()}>
          {state === 'waiting' ? accounts.signIn.waiting : accounts.renew.withPasskey}
        </Button>
      )}
      {state === 'not-used' && <p role="alert">{accounts.signIn.refusedByDevice}</p>}
      {state === 'has-none' && <p role="alert">{accounts.renew.passkeyHasNone}</p>}
      <ProblemNote error={error} />
      <TwelveWordsForm action={accounts.renew.withWords} busy={false} onSeed={onSeed} />
    </section>
  )
}

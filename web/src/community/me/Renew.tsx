import { useEffect, useState } from 'preact/hooks'
import type { Seed } from '#tickets/seed.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { handIn } from '../keys/ceremonies.ts'
import { FindSeed } from '../keys/FindSeed.tsx'
import { issueForRenewal, readRenew } from '../keys/fragments.ts'
import { KeysNote } from '../keys/KeysNote.tsx'
import { readKeys } from '../keys/readKeys.ts'
import { askToRenew, openRenewal } from '../keys/tickets.ts'
import { useSession } from './accounts.queries.ts'
import '../join/join.css'

/** Has the registrar sign, unseen, that the licence is still good, and hands the ticket in. */
export const Renew = () => {
  const { accounts } = useWords()
  const words = accounts.renew
  const session = useSession()
  const [arrival] = useState(() => readRenew(location.hash))
  const [seed, setSeed] = useState<Seed | null>(null)
  const [state, setState] = useState<'asking' | 'busy' | 'done' | 'not-opened'>('asking')
  const [error, setError] = useState<unknown>(null)

  const attempt = async (work: () => Promise<void>) => {
    setState('busy')
    setError(null)
    try {
      await work()
    } catch (failure) {
      setState('asking')
      setError(failure)
    }
  }
  const ask = (from: Seed, registrarOrigin: string) =>
    attempt(async () => {
      const now = new Date()
      const epoch = epochOf(now)
      const renewal = await askToRenew(from, await readKeys(), epoch, now)
      location.assign(issueForRenewal(registrarOrigin, { renewal, epoch }))
    })
  useEffect(() => {
    if (!seed || !arrival) return
    void attempt(async () => {
      const ticket = await openRenewal(seed, await readKeys(), arrival, new Date())
      if (!ticket) return setState('not-opened')
      await handIn(seed, { epoch: arrival.epoch, ticket })
      history.replaceState(history.state, '', location.pathname)
      setState('done')
    })
  }, [seed, arrival])

  const registrarOrigin = session.data?.registrarOrigin
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      {state === 'done' ? (
        <>
          <p>{words.done}</p>
          <div>
            {/* A new document: whoever comes back from a lapse is a member from here on. */}
            <Button kind="filled" onClick={() => location.assign('/')}>
              {words.toHome}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{words.text}</p>
          {state === 'not-opened' && <p role="alert">{accounts.join.notOpened}</p>}
          <KeysNote error={error} />
          {!seed ? (
            <FindSeed onSeed={setSeed} />
          ) : (
            registrarOrigin && (
              <div>
                <Button kind="filled" busy={state === 'busy'} onClick={() => void ask(seed, registrarOrigin)}>
                  {state === 'busy' ? (arrival ? words.handingIn : words.asking) : words.ask}
                </Button>
              </div>
            )
          )}
        </>
      )}
    </div>
  )
}

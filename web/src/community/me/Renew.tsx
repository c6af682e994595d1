import { useEffect, useState } from 'preact/hooks'
import type { Seed } from '#tickets/seed.ts'
import { periodsToDeposit, quarterOf } from '#tickets/tickets.rules.ts'
import { clockTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { handIn } from '../keys/ceremonies.ts'
import { FindSeed } from '../keys/FindSeed.tsx'
import { collectAt, issueForDeposit, type Rung, readAnswers } from '../keys/fragments.ts'
import { KeysNote } from '../keys/KeysNote.tsx'
import { keep, kept } from '../keys/keep.ts'
import { readKeys } from '../keys/readKeys.ts'
import { type AskedAhead, askAhead, newestOf, openAnswers, type Pending } from '../keys/tickets.ts'
import { useSession } from './accounts.queries.ts'
import { outcomeOf, type RenewOutcome } from './renew.rules.ts'
import '../join/join.css'

/** Blinds what keeps this doctor a member to the end of next quarter, the same bytes each time. */
const blindAhead = async (seed: Seed): Promise<AskedAhead> => {
  const now = new Date()
  const rungs = ((await kept<readonly Rung[]>('rungs')) ?? []).filter(({ period }) => period >= quarterOf(now))
  const asked = await askAhead(seed, await readKeys(), { epochs: periodsToDeposit('renewal', now), rungs, from: 0 }, now)
  await keep('renewing', asked.pending)
  return asked
}

/** Fetches what the registrar has signed, unseen, for everybody; hands it in; and hands in requests for the coming months. */
export const Renew = () => {
  const { language, accounts } = useWords()
  const words = accounts.renew
  const session = useSession()
  const [arrival, setArrival] = useState(() => readAnswers(location.hash))
  const [seed, setSeed] = useState<Seed | null>(null)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<RenewOutcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const registrarOrigin = session.data?.registrarOrigin

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  const fetchSigned = (from: Seed, origin: string) =>
    attempt(async () => {
      const { pending } = await blindAhead(from)
      location.assign(
        collectAt(
          origin,
          'renew',
          pending.map(({ hash }) => hash),
        ),
      )
    })
  const deposit = (from: Seed, origin: string) => attempt(async () => location.assign(issueForDeposit(origin, await blindAhead(from))))

  useEffect(() => {
    if (!seed || !arrival) return
    void attempt(async () => {
      const now = new Date()
      const pending = (await kept<readonly Pending[]>('renewing')) ?? []
      const tickets = await openAnswers(seed, await readKeys(), pending, arrival.answers, now)
      if (arrival.rungs) await keep('rungs', arrival.rungs)
      const renewal = tickets && newestOf('renewal', tickets, now)
      if (renewal) await handIn(seed, renewal, newestOf('label', tickets, now))
      history.replaceState(history.state, '', location.pathname)
      setArrival(null)
      setOutcome(outcomeOf(pending, arrival, tickets !== null, renewal !== null, now))
    })
    // Each arrival is taken once, as soon as the words are there.
  }, [seed, arrival])

  const toHome = (
    // A new document: whoever comes back from a lapse is a member from here on.
    <Button kind={outcome?.next ? 'outlined' : 'filled'} onClick={() => location.assign('/')}>
      {words.toHome}
    </Button>
  )
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <p>{outcome?.renewed ? words.done : words.text}</p>
      {outcome?.notOpened && <p role="alert">{accounts.join.notOpened}</p>}
      {outcome && !outcome.renewed && !outcome.notOpened && outcome.signedAt !== null && (
        <p>{words.waits(clockTime(outcome.signedAt, language))}</p>
      )}
      {outcome?.next === 'deposit' && <p>{outcome.renewed ? words.depositSoon : words.depositText}</p>}
      <KeysNote error={error} />
      {!seed ? (
        <FindSeed onSeed={setSeed} />
      ) : (
        registrarOrigin && (
          <div className="join-actions">
            {outcome?.renewed && toHome}
            {outcome?.next === 'deposit' ? (
              <Button kind="filled" busy={busy} onClick={() => void deposit(seed, registrarOrigin)}>
                {words.deposit}
              </Button>
            ) : (
              !outcome?.renewed && (
                <Button kind="filled" busy={busy} onClick={() => void fetchSigned(seed, registrarOrigin)}>
                  {busy ? (arrival ? words.handingIn : words.asking) : words.ask}
                </Button>
              )
            )}
          </div>
        )
      )}
    </div>
  )
}

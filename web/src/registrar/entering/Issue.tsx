import { useEffect, useState } from 'preact/hooks'
import { requestHash } from '#tickets/requestHash.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'
import { readTab } from '../session/useTabState.ts'
import { compareKeys, KeysDiffer } from './compareKeys.ts'
import { fetchSigned, useDeposit, useRequestTickets } from './entering.queries.ts'
import {
  type Agreed,
  answersAddress,
  blindedOf,
  depositOf,
  isAgreed,
  readToSign,
  requestsOf,
  signedAddress,
  type ToSign,
} from './fragments.rules.ts'
import { useFragment } from './useFragment.ts'
import '../session/session.css'
import './entering.css'

/** Has blinded messages signed and carries the signatures back. */
export const Issue = () => {
  const { entering } = useRegistrarWords()
  const words = entering.issue
  const [asked, forget] = useFragment('to-sign', readToSign)
  if (!asked)
    return (
      <EmptyState title={words.nothingTitle} body={words.nothingText}>
        <LinkButton href="/">{words.toEnter}</LinkButton>
      </EmptyState>
    )
  return (
    <OnlyRegistrants>
      <Signing asked={asked} forget={forget} />
    </OnlyRegistrants>
  )
}

const Signing = ({ asked, forget }: { asked: ToSign; forget: () => void }) => {
  const { entering } = useRegistrarWords()
  const words = entering.issue
  const session = useRegistrarSession()
  const sign = useRequestTickets()
  const deposit = useDeposit()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  // A link from elsewhere could carry somebody else's request here: only what this tab was sent for is signed without asking.
  const [agreed] = useState(() => isAgreed(asked, readTab<Agreed>('agreed'), Date.now()))
  const communityOrigin = session.data?.communityOrigin

  /** Has signed what is due at once, hands in the rest, and gives the address that carries back what came of it. */
  const answer = async (origin: string): Promise<string | null> => {
    if (asked.back === 'join') {
      const signed = await sign.mutateAsync(requestsOf(asked))
      await deposit.mutateAsync(depositOf(asked))
      return signedAddress(origin, asked, signed)
    }
    const entry = await deposit.mutateAsync(depositOf(asked))
    const items = await fetchSigned(blindedOf(asked).map(requestHash))
    return answersAddress(origin, asked.back === 'group' ? 'join' : 'renew', items, entry)
  }
  const go = async () => {
    if (!communityOrigin) return
    setState({ busy: true, error: null })
    try {
      await compareKeys(asked.seen)
      const address = await answer(communityOrigin)
      if (!address) return
      forget()
      location.replace(address)
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  useEffect(() => {
    if (agreed) void go()
    // Once: a refusal is shown, not tried again by itself.
  }, [agreed, communityOrigin === undefined])

  const { busy, error } = state
  const isRenewal = asked.back === 'renew'
  const differ = error instanceof KeysDiffer
  return (
    <div className="registrar-form">
      <h1>{differ ? words.stopped : agreed || busy ? words.title : isRenewal ? words.checkRenewTitle : words.checkTitle}</h1>
      {busy ? <p role="status">{words.signing}</p> : !agreed && <p>{isRenewal ? words.checkRenew : words.checkJoin}</p>}
      {differ ? (
        <Note tone="danger" title={words.differTitle} alert>
          {words.differText} <code>{error.reason}</code>
        </Note>
      ) : (
        <ProblemNote error={error} />
      )}
      {!differ && (!agreed || error !== null) && (
        <div className="registrar-actions">
          <Button kind="filled" busy={busy} onClick={() => void go()}>
            {busy ? words.signing : isRenewal ? words.handIn : words.sign}
          </Button>
          {communityOrigin && (
            <Button
              onClick={() => {
                forget()
                location.assign(error ? '/enter' : communityOrigin)
              }}
            >
              {error ? words.toEnter : words.cancel}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

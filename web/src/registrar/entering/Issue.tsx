import { useEffect, useState } from 'preact/hooks'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'
import { readTab } from '../session/useTabState.ts'
import { useRequestTickets } from './entering.queries.ts'
import { type Agreed, isAgreed, readToSign, requestsOf, signedAddress, type ToSign } from './fragments.rules.ts'
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
  // A link from elsewhere could carry somebody else's request here: only what this tab was sent for is signed without asking.
  const [agreed] = useState(() => isAgreed(asked, readTab<Agreed>('agreed'), Date.now()))
  const communityOrigin = session.data?.communityOrigin
  const go = () => {
    if (!communityOrigin) return
    sign.mutate(requestsOf(asked), {
      onSuccess: (signed) => {
        const address = signedAddress(communityOrigin, asked, signed)
        if (!address) return
        forget()
        location.replace(address)
      },
    })
  }
  useEffect(() => {
    if (agreed) go()
    // Once: a refusal is shown, not tried again by itself.
  }, [agreed, communityOrigin === undefined])

  const busy = sign.isPending || sign.isSuccess
  return (
    <div className="registrar-form">
      <h1>{agreed || busy ? words.title : asked.back === 'join' ? words.checkTitle : words.checkRenewTitle}</h1>
      {busy ? <p role="status">{words.signing}</p> : !agreed && <p>{asked.back === 'join' ? words.checkJoin : words.checkRenew}</p>}
      <ProblemNote error={sign.error} />
      {(!agreed || sign.error) && (
        <div className="registrar-actions">
          <Button kind="filled" busy={busy} onClick={go}>
            {busy ? words.signing : words.sign}
          </Button>
          {communityOrigin && (
            <Button
              onClick={() => {
                forget()
                location.assign(sign.error ? '/enter' : communityOrigin)
              }}
            >
              {sign.error ? words.toEnter : words.cancel}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

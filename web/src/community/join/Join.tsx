import { useState } from 'preact/hooks'
import { problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Steps } from '../../ui/Steps.tsx'
import { type Enrolment, joinWith } from '../keys/ceremonies.ts'
import { KeysNote } from '../keys/KeysNote.tsx'
import { TwelveWordsForm } from '../keys/TwelveWordsForm.tsx'
import { useSession, useSessionChanged } from '../me/accounts.queries.ts'
import { DeviceStep } from './DeviceStep.tsx'
import type { JoinStep } from './join.rules.ts'
import { labelText } from './labelText.ts'
import { NotOpened, useJoining } from './useJoining.ts'
import { WaitingStep } from './WaitingStep.tsx'
import { WordsStep } from './WordsStep.tsx'
import './join.css'

const stepNames = ['words', 'signature', 'device', 'done'] as const
const placeOf = (step: JoinStep): number =>
  step === 'device' ? 2 : step === 'signature' || step === 'waiting' || step === 'words-elsewhere' ? 1 : 0

/** How a verified doctor becomes a member: words, three signatures, a passkey. */
export const Join = () => {
  const { language, accounts, bylines } = useWords()
  const words = accounts.join
  const session = useSession()
  const sessionChanged = useSessionChanged()
  const now = useJoining()
  const { step, joining, seed } = now
  const [sending, setSending] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })

  const send = async (enrolment: Enrolment, deviceName: string) => {
    if (!joining?.asked) return
    setSending({ busy: true, error: null })
    try {
      await joinWith(joining, enrolment, { deviceName, language })
      await now.finished(enrolment.passkey.prf === null)
      await sessionChanged()
      now.leave()
    } catch (error) {
      setSending({ busy: false, error })
    }
  }
  if (step === null || session.isPending) return null
  const registrarOrigin = session.data?.registrarOrigin
  const me = step === 'nothing' ? (session.data?.me ?? null) : null
  const shownAs = joining?.asked ? labelText(joining.asked.code, language, bylines) : null
  return (
    <div className="join">
      {(me || step !== 'nothing') && (
        <Steps names={stepNames.map((name) => words.steps[name])} at={me ? stepNames.length : placeOf(step)} />
      )}
      {me ? (
        <>
          <h1>{words.doneTitle}</h1>
          <p>{words.doneText(labelText(me.label.shown.code, language, bylines))}</p>
          <LinkButton kind="filled" href="/">
            {words.toHome}
          </LinkButton>
        </>
      ) : step === 'nothing' ? (
        <EmptyState title={words.nothingTitle} body={words.nothingText}>
          {registrarOrigin && <LinkButton href={registrarOrigin}>{words.toRegistrar}</LinkButton>}
        </EmptyState>
      ) : step === 'whose' ? (
        <>
          <h1>{words.title}</h1>
          <p>{words.someoneElse}</p>
          <div className="join-actions">
            <Button kind="filled" onClick={now.claim}>
              {words.goOn}
            </Button>
            <Button kind="danger" onClick={() => void now.beginAnew()}>
              {words.beginAnew}
            </Button>
          </div>
        </>
      ) : step === 'words-elsewhere' ? (
        <>
          <h1>{accounts.signIn.wordsTitle}</h1>
          <TwelveWordsForm action={words.useThese} busy={now.busy} onSeed={(typed) => void now.takeWords(typed)} />
        </>
      ) : step === 'words' && seed ? (
        <WordsStep
          seed={seed}
          label={
            shownAs && joining?.asked?.how === 'now' && typeof joining.asked.k === 'number'
              ? { text: shownAs, crowd: joining.asked.k }
              : null
          }
          onWritten={() => void now.wordsWritten()}
          onOtherWords={(typed) => void now.takeWords(typed)}
        />
      ) : step === 'signature' ? (
        <>
          <h1>{words.signatureTitle}</h1>
          <p>{joining?.asked?.how === 'group' ? words.groupText : words.signatureText}</p>
          {now.error instanceof NotOpened ? <p role="alert">{words.notOpened}</p> : <KeysNote error={now.error} />}
          {registrarOrigin ? (
            <Button kind="filled" busy={now.busy} onClick={() => void now.goToRegistrar(registrarOrigin)}>
              {now.busy ? words.signing : now.error ? words.askAgain : words.goOn}
            </Button>
          ) : (
            <ProblemNote error={session.error} />
          )}
        </>
      ) : step === 'waiting' && joining?.group ? (
        <WaitingStep
          group={joining.group}
          busy={now.busy}
          look={registrarOrigin ? () => now.look(registrarOrigin) : null}
          problem={now.error instanceof NotOpened ? <p role="alert">{words.notOpened}</p> : <KeysNote error={now.error} />}
        />
      ) : seed ? (
        <>
          <DeviceStep seed={seed} busy={sending.busy} error={sending.error} onEnrolled={(made, name) => void send(made, name)} />
          {problemOf(sending.error)?.code === 'account.root-already-joined' && (
            <p>
              {words.already} <a href="/sign-in">{words.signIn}</a>
            </p>
          )}
        </>
      ) : null}
    </div>
  )
}

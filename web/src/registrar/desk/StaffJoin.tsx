import { useLocation } from 'wouter'
import type { SentCode } from '#contract/registrar/sessions.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Steps } from '../../ui/Steps.tsx'
import { useFragment } from '../entering/useFragment.ts'
import { CodeForm } from '../session/CodeForm.tsx'
import { useTabState } from '../session/useTabState.ts'
import { canUsePasskeys } from './StaffSignIn.tsx'
import { PasskeyNotUsed, useConfirmInvitation, useEnrolStaff, useOpenInvitation } from './staff.queries.ts'
import '../session/session.css'

const stepNames = ['mail', 'code', 'device'] as const
const readInvitation = (hash: string): string | null => /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? null

/** How somebody who was invited comes to work here: the address, a code, a passkey. */
export const StaffJoin = () => {
  const { language, desk } = useRegistrarWords()
  const words = desk.join
  const [, navigate] = useLocation()
  const [invitation, forget] = useFragment('invitation', readInvitation)
  const [sent, setSent] = useTabState<SentCode | null>('invitation-code', null)
  const open = useOpenInvitation()
  const confirm = useConfirmInvitation()
  const enrol = useEnrolStaff()
  if (!invitation) return <EmptyState title={words.missingTitle} body={words.missingText} />

  const started = confirm.data
  const notUsed = enrol.error instanceof PasskeyNotUsed
  const makePasskey = () =>
    started &&
    enrol.mutate(
      { ...started, language },
      {
        onSuccess: () => {
          forget()
          navigate('/staff', { replace: true })
        },
      },
    )
  return (
    <>
      <Steps names={stepNames.map((name) => words.steps[name])} at={started ? 2 : sent ? 1 : 0} />
      {started ? (
        <div className="registrar-form">
          <h1>{words.deviceTitle}</h1>
          <p>{words.deviceText}</p>
          {notUsed && <p role="alert">{words.refused}</p>}
          <ProblemNote error={notUsed ? null : enrol.error} />
          {canUsePasskeys() ? (
            <div className="registrar-actions">
              <Button kind="filled" busy={enrol.isPending} onClick={makePasskey}>
                {enrol.isPending ? words.waiting : words.make}
              </Button>
            </div>
          ) : (
            <Note tone="caution" title={desk.signIn.none} />
          )}
        </div>
      ) : sent ? (
        <CodeForm
          sent={sent}
          busy={confirm.isPending}
          error={confirm.error}
          onCode={(code) => confirm.mutate({ invitation, codeId: sent.codeId, code }, { onSuccess: () => setSent(null) })}
          onAgain={() => {
            confirm.reset()
            setSent(null)
          }}
        />
      ) : (
        <div className="registrar-form">
          <h1>{words.mailTitle}</h1>
          <p>{words.mailText}</p>
          <ProblemNote error={open.error} />
          <div className="registrar-actions">
            <Button kind="filled" busy={open.isPending} onClick={() => open.mutate({ invitation, language }, { onSuccess: setSent })}>
              {open.isPending ? words.sending : words.send}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

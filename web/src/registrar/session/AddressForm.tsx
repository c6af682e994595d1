import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { SentCode } from '#contract/registrar/sessions.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CodeForm } from './CodeForm.tsx'
import { useConfirmCode, useSendCode } from './session.queries.ts'
import { useStepTop } from './useStepTop.ts'
import { useTabState } from './useTabState.ts'
import './session.css'

interface Props {
  readonly children: ComponentChildren
  /** What has to be right besides the address before a code is sent; null when all is. */
  readonly whyNot?: () => boolean
  readonly after?: ComponentChildren
}

/** Proves an e-mail address: the address, then the code that was sent to it. A tab that was left in between goes on where it was. */
export const AddressForm = ({ children, whyNot, after }: Props) => {
  const { language, applying } = useRegistrarWords()
  const words = applying.begin
  const [email, setEmail] = useTabState('address', '')
  const [sent, setSent] = useTabState<SentCode | null>('code-sent', null)
  const [tried, setTried] = useState(false)
  const send = useSendCode()
  const confirm = useConfirmCode()
  const right = /^\s*[^\s@]+@[^\s@]+\.[^\s@]{2,}\s*$/.test(email)

  useStepTop(sent ? 'code' : 'address')

  if (sent)
    return (
      <CodeForm
        sent={sent}
        busy={confirm.isPending}
        error={confirm.error}
        onCode={(code) =>
          confirm.mutate(
            { codeId: sent.codeId, code },
            {
              onSuccess: () => {
                setSent(null)
                setEmail('')
              },
            },
          )
        }
        onAgain={() => {
          confirm.reset()
          setSent(null)
        }}
      />
    )
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    const other = whyNot?.() ?? false
    if (right && !other && !send.isPending) send.mutate({ email: email.trim(), language }, { onSuccess: setSent })
  }
  return (
    <form className="registrar-form" onSubmit={submit} noValidate>
      {children}
      <TextField
        label={words.email}
        hint={words.emailHint}
        error={tried && !right ? words.emailWrong : null}
        value={email}
        onChange={setEmail}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <ProblemNote error={send.error} />
      <div className="registrar-actions">
        <Button kind="filled" type="submit" busy={send.isPending}>
          {send.isPending ? words.sending : words.sendCode}
        </Button>
      </div>
      {after}
    </form>
  )
}

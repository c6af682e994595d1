import { useState } from 'preact/hooks'
import type { MailAddress as Shown } from '#contract/community/notifications.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeField, useCode } from '../../ui/CodeField.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useConfirmMailAddress, useDropMailAddress, useGiveMailAddress, useMailAddress } from './notifications.queries.ts'
import '../join/join.css'
import './notifications.css'

/** Being told by mail: off until the member gives an address, after what that means has been said. */
export const MailAddress = () => {
  const { data } = useMailAddress()
  return data && data.state !== 'off' ? <Section shown={data} /> : null
}

const Section = ({ shown }: { shown: Shown }) => {
  const words = useWords().notifications.mail
  const [changing, setChanging] = useState(false)
  const dropping = useDropMailAddress()
  const { state, address } = shown
  const kept = state === 'confirmed' || state === 'refused'
  return (
    <section className="account-page" aria-label={words.title}>
      <h2>{words.title}</h2>
      {state === 'refused' && <Note tone="danger" title={words.refused(address ?? '')} />}
      {state === 'confirmed' && <p>{words.confirmed(address ?? '')}</p>}
      {state === 'waiting' && !changing && <CodeForm shown={shown} again={() => setChanging(true)} />}
      {state === 'none' && !changing && (
        <>
          <p>{words.none}</p>
          <div>
            <Button onClick={() => setChanging(true)}>{words.give}</Button>
          </div>
        </>
      )}
      {changing && <AddressForm close={() => setChanging(false)} />}
      {kept && !changing && (
        <p className="notification-steps">
          <Button onClick={() => setChanging(true)}>{words.change}</Button>
          <Button busy={dropping.isPending} onClick={() => dropping.mutate()}>
            {words.drop}
          </Button>
        </p>
      )}
      <ProblemNote error={dropping.error} />
    </section>
  )
}

const AddressForm = ({ close }: { close: () => void }) => {
  const words = useWords().notifications.mail
  const [typed, setTyped] = useState('')
  const giving = useGiveMailAddress()
  const send = (event: Event) => {
    event.preventDefault()
    if (typed.trim() !== '' && !giving.isPending) giving.mutate(typed, { onSuccess: close })
  }
  return (
    <form className="notification-mail" onSubmit={send} noValidate>
      <Note tone="caution" title={words.warning.title}>
        {words.warning.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Note>
      <TextField
        label={words.address}
        hint={words.hint}
        value={typed}
        onChange={setTyped}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        maxLength={254}
        spellCheck={false}
      />
      <ProblemNote error={giving.error} />
      <p className="notification-steps">
        <Button type="submit" kind="filled" busy={giving.isPending} disabled={typed.trim() === ''}>
          {words.sendCode}
        </Button>
        <Button onClick={close}>{words.leave}</Button>
      </p>
    </form>
  )
}

const CodeForm = ({ shown, again }: { shown: Shown; again: () => void }) => {
  const words = useWords().notifications.mail
  const confirming = useConfirmMailAddress()
  const dropping = useDropMailAddress()
  const code = useCode(confirming.mutate)
  const send = (event: Event) => {
    event.preventDefault()
    if (!confirming.isPending) code.give()
  }
  return (
    <form className="notification-mail" onSubmit={send} noValidate>
      <p role="status">{words.sent(shown.address ?? '')}</p>
      {shown.toDemo && (
        <Note tone="plain" title={words.demo}>
          <LinkButton href="/mailbox">{words.toMailbox}</LinkButton>
        </Note>
      )}
      <CodeField code={code} label={words.code} wrong={words.sixDigits} />
      <ProblemNote error={confirming.error} />
      <p className="notification-steps">
        <Button type="submit" kind="filled" busy={confirming.isPending}>
          {words.confirm}
        </Button>
        <Button onClick={again}>{words.another}</Button>
        <Button kind="text" busy={dropping.isPending} onClick={() => dropping.mutate()}>
          {words.drop}
        </Button>
      </p>
    </form>
  )
}

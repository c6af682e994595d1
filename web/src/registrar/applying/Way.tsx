import { useState } from 'preact/hooks'
import type { Application } from '#contract/registrar/applications.ts'
import type { MyProof, ProofMethod } from '#contract/registrar/proofs.ts'
import { eventTime } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { provings, useInterviewTimes, useProving, useStartIdCheck, useStartLogin } from './applying.queries.ts'
import { Documents } from './Documents.tsx'
import { Signature } from './Signature.tsx'

interface Props {
  readonly method: ProofMethod
  readonly application: Application
}

/** One way of proving oneself, opened. */
export const Way = ({ method, application }: Props) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof
  const asked = application.proofs.find((proof) => proof.method === method && proof.state === 'asked')
  switch (method) {
    case 'login':
      return <SignInElsewhere logins={application.logins} />
    case 'certificate':
      return <Signature />
    case 'documents':
      return (
        <div className="proof-way">
          <p>{words.documentsText}</p>
          {(['identity', 'face', 'licence'] as const).map((kind) => (
            <Documents
              key={kind}
              kind={kind}
              documents={application.evidence.filter((document) => document.kind === kind)}
              text={kind === 'face' ? words.faceText(application.pose) : words[`${kind}Text`]}
            />
          ))}
          <p className="registrar-quiet">{words.kinds}</p>
        </div>
      )
    case 'contact-code':
      return (
        <div className="proof-way">
          <p>{words.contact.text}</p>
          <AskOnce label={words.contact.ask} ask={provings.contactCode} />
          {asked && <GiveCode proof={asked} />}
        </div>
      )
    case 'mailbox':
      return (
        <div className="proof-way">
          <AskWith text={words.mailboxText} label={words.mailboxLabel} action={words.mailboxAsk} type="email" ask={provings.mailbox} />
          {asked && <GiveCode proof={asked} />}
        </div>
      )
    case 'vouch':
      return (
        <div className="proof-way">
          <AskWith text={words.vouchText} label={words.vouchLabel} action={words.vouchAsk} type="email" ask={provings.vouch} />
        </div>
      )
    case 'callback':
      return (
        <div className="proof-way">
          <AskWith text={words.callbackText} label={words.callbackLabel} action={words.callbackAsk} type="text" ask={provings.callback} />
        </div>
      )
    case 'birth-date':
      return (
        <div className="proof-way">
          <AskWith
            text={words.birthDate.text}
            label={words.birthDate.label}
            action={words.birthDate.ask}
            type="date"
            ask={provings.birthDate}
          />
        </div>
      )
    case 'interview':
      return <Interview />
    case 'id-check':
      return <IdCheck begun={asked !== undefined} />
    default:
      return null
  }
}

const AskOnce = ({ label, ask }: { label: string; ask: () => Promise<Application> }) => {
  const proving = useProving()
  return (
    <>
      <ProblemNote error={proving.error} />
      <div className="registrar-actions">
        <Button busy={proving.isPending} onClick={() => proving.mutate(ask)}>
          {label}
        </Button>
      </div>
    </>
  )
}

interface AskWithProps {
  readonly text: string
  readonly label: string
  readonly action: string
  readonly type: 'email' | 'text' | 'date'
  readonly ask: (typed: string) => Promise<Application>
}

const AskWith = ({ text, label, action, type, ask }: AskWithProps) => {
  const proving = useProving()
  const [typed, setTyped] = useState('')
  const send = (event: Event) => {
    event.preventDefault()
    const said = typed.trim()
    if (said !== '' && !proving.isPending) proving.mutate(() => ask(said), { onSuccess: () => setTyped('') })
  }
  return (
    <form onSubmit={send} noValidate>
      <p>{text}</p>
      <TextField label={label} type={type} value={typed} onChange={setTyped} maxLength={254} autoComplete="off" spellCheck={false} />
      <ProblemNote error={proving.error} />
      <div className="registrar-actions">
        <Button type="submit" busy={proving.isPending}>
          {action}
        </Button>
      </div>
    </form>
  )
}

const GiveCode = ({ proof }: { proof: MyProof }) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof.code
  const proving = useProving()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const digits = code.replace(/\D/g, '')
  const give = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (digits.length >= 6 && !proving.isPending) proving.mutate(() => provings.code(proof.proofId, digits))
  }
  return (
    <form onSubmit={give} noValidate>
      <TextField
        label={words.label}
        value={code}
        onChange={setCode}
        error={tried && digits.length < 6 ? words.wrong : null}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
      />
      <ProblemNote error={proving.error} />
      <div className="registrar-actions">
        <Button type="submit" busy={proving.isPending}>
          {words.give}
        </Button>
      </div>
    </form>
  )
}

const Interview = () => {
  const { language, applying } = useRegistrarWords()
  const words = applying.proof
  const times = useInterviewTimes()
  const proving = useProving()
  const mine = times.data?.mine
  return (
    <div className="proof-way">
      <p>{words.interviewText}</p>
      <ProblemNote error={times.error ?? proving.error} />
      {mine && (
        <p>
          <b>{words.interviewAt(eventTime(mine.startsAt, Date.now(), language))}</b>{' '}
          <a href={mine.room} target="_blank" rel="noreferrer noopener">
            {words.room}
          </a>
        </p>
      )}
      {times.data?.items.length === 0 && !mine && <p className="registrar-quiet">{words.interviewNone}</p>}
      <ul className="proof-times">
        {times.data?.items.map(({ slotId, startsAt }) => (
          <li key={slotId}>
            <time dateTime={startsAt}>{eventTime(startsAt, Date.now(), language)}</time>
            <Button kind="text" onClick={() => proving.mutate(() => provings.interview(slotId))}>
              {words.take}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const IdCheck = ({ begun }: { begun: boolean }) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof.idCheck
  const start = useStartIdCheck()
  const proving = useProving()
  return (
    <div className="proof-way">
      <p>{words.text}</p>
      <ProblemNote error={start.error ?? proving.error} />
      <div className="registrar-actions">
        <Button busy={start.isPending} onClick={() => start.mutate()}>
          {words.start}
        </Button>
        {begun && (
          <Button kind="text" busy={proving.isPending} onClick={() => proving.mutate(provings.idCheck)}>
            {words.result}
          </Button>
        )}
      </div>
    </div>
  )
}

const SignInElsewhere = ({ logins }: Pick<Application, 'logins'>) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof.login
  const start = useStartLogin()
  return (
    <div className="proof-way">
      <p>{words.text}</p>
      <ProblemNote error={start.error} />
      <div className="registrar-actions">
        {logins.map(({ provider, name }) => (
          <Button key={provider} busy={start.isPending && start.variables === provider} onClick={() => start.mutate(provider)}>
            {words.start(name)}
          </Button>
        ))}
      </div>
    </div>
  )
}

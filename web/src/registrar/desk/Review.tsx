import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import { type Checks, checkNames, type Decision, type DeskApplication } from '#contract/registrar/decisions.ts'
import { ago, dayOf, duration } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { isTyping, keysOf } from './Desk.tsx'
import { Documents } from './Documents.tsx'
import { useDecide, useDeskApplication, useQueue } from './desk.queries.ts'
import { actionOf, countChecked, leftUntilDue, nextInQueue, nothingChecked } from './desk.rules.ts'
import { useMinute } from './useMinute.ts'
import './review.css'

/** One application, for the person who decides it. */
export const Review = ({ applicationId }: { applicationId: string }) => {
  const { ui } = useRegistrarWords()
  const { data: application, error, isPending } = useDeskApplication(applicationId)
  if (isPending) return <Skeleton label={ui.wait} widths={[40, 100, 100, 100, 70]} />
  if (error) return <ErrorState error={error} title={ui.failed.title} />
  return <Opened application={application} />
}

const Opened = ({ application }: { application: DeskApplication }) => {
  const { desk } = useRegistrarWords()
  const [checks, setChecks] = useState<Checks>(nothingChecked)
  const waits = application.state === 'submitted'
  return (
    <article className="review">
      <Head application={application} />
      {application.numberSeen !== 'first' && <Note tone="caution" title={desk.numberSeen[application.numberSeen]} />}
      <Comparison application={application} checks={checks} onChecks={waits ? setChecks : null} />
      <div className="review-panels">
        <section>
          <h2>{desk.evidence}</h2>
          {application.evidence.length === 0 ? (
            <p className="desk-quiet">{desk.evidenceNone}</p>
          ) : (
            <Documents applicationId={application.applicationId} documents={application.evidence} />
          )}
        </section>
        <Register application={application} />
        <section>
          <h2>{desk.rule}</h2>
          <p className="review-count">{desk.ruleChecked(countChecked(checks), checkNames.length)}</p>
          <p className="desk-quiet">{desk.ruleText}</p>
        </section>
      </div>
      {waits ? (
        <Deciding applicationId={application.applicationId} checks={checks} />
      ) : (
        application.reason && <Note tone="plain" title={application.reason} />
      )}
    </article>
  )
}

const Head = ({ application: { form, state, since, decidedOn } }: { application: DeskApplication }) => {
  const { language, desk } = useRegistrarWords()
  const now = useMinute()
  const left = since && leftUntilDue(since, now)
  return (
    <header className="review-head">
      <h1>{form.legalName}</h1>
      <p>
        <span>
          {findCountry(form.country ?? '')?.[language]}, {findSpecialty(form.specialty ?? '')?.[language].toLocaleLowerCase(language)}
        </span>
        {since && <span>{desk.applied(ago(since, now, language))}</span>}
        {decidedOn && <span>{desk.decidedOn(dayOf(`${decidedOn}T12:00:00`, now, language))}</span>}
        {since ? (
          <Tag tone="caution">{left ? desk.dueIn(duration(left)) : desk.overdue}</Tag>
        ) : (
          <Tag tone={state === 'approved' ? 'good' : 'plain'}>{desk.states[state]}</Tag>
        )}
      </p>
    </header>
  )
}

interface ComparisonProps {
  readonly application: DeskApplication
  readonly checks: Checks
  /** Null when it is decided. */
  readonly onChecks: ((checks: Checks) => void) | null
}

const Comparison = ({ application: { form }, checks, onChecks }: ComparisonProps) => {
  const { language, desk } = useRegistrarWords()
  const given = {
    number: form.number,
    name: [form.legalName, ...form.formerNames.map((name) => `${desk.rows.former}: ${name}`)].join('\n'),
    specialty: findSpecialty(form.specialty ?? '')?.[language],
    standing: null,
    identity: null,
  }
  return (
    <table className="review-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{desk.columns.what}</span>
          </th>
          <th scope="col">{desk.columns.given}</th>
          <th scope="col">{desk.columns.compare}</th>
          <th scope="col">{desk.columns.same}</th>
        </tr>
      </thead>
      <tbody>
        {checkNames.map((name) => (
          <tr key={name} data-checked={checks[name] || undefined}>
            <th scope="row">{desk.rows[name]}</th>
            <td className={name === 'number' ? 'review-number' : undefined}>{given[name] ?? <span>{desk.notAsked}</span>}</td>
            <td>
              <span>{desk.compare[name]}</span>
            </td>
            <td>
              {onChecks && (
                <label className="review-check">
                  <input
                    type="checkbox"
                    checked={checks[name]}
                    onChange={({ currentTarget }) => onChecks({ ...checks, [name]: currentTarget.checked })}
                  />
                  <span className="visually-hidden">{desk.checkLabel[name]}</span>
                </label>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Register = ({ application: { form } }: { application: DeskApplication }) => {
  const { language, desk } = useRegistrarWords()
  const scheme = findCountry(form.country ?? '')?.scheme
  if (!scheme) return null
  return (
    <section>
      <h2>{desk.register}</h2>
      <p>{scheme.register[language]}</p>
      <dl className="review-facts">
        <dt>{desk.numberKind}</dt>
        <dd>{scheme.label[language]}</dd>
        <dt>{desk.form}</dt>
        <dd>{scheme.hint[language]}</dd>
      </dl>
      <p>
        <a href={scheme.deepLink} target="_blank" rel="noreferrer noopener">
          {desk.openRegister}
        </a>
      </p>
      <p className="desk-quiet">{desk.absence}</p>
    </section>
  )
}

const Deciding = ({ applicationId, checks }: { applicationId: string; checks: Checks }) => {
  const { desk, errors } = useRegistrarWords()
  const [, navigate] = useLocation()
  const toast = useToast()
  const decide = useDecide(applicationId)
  const next = nextInQueue(useQueue().data?.items ?? [], applicationId)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<'decision.reason-missing' | 'decision.checks-missing' | null>(null)
  const [refusing, setRefusing] = useState(false)

  const settle = (decision: Decision) => {
    setRefusing(false)
    decide.mutate(
      { decision, reason, checks },
      {
        onSuccess: () => {
          toast.show(desk.done[decision])
          navigate(next ? `/desk/${next}` : '/desk')
        },
      },
    )
  }
  const want = (decision: Decision) => {
    if (decide.isPending) return
    const lacks =
      decision === 'approve'
        ? countChecked(checks) < checkNames.length && 'decision.checks-missing'
        : reason.trim() === '' && 'decision.reason-missing'
    setWrong(lacks || null)
    if (lacks === 'decision.reason-missing') reasonField.current?.focus()
    else if (!lacks && decision === 'decline') setRefusing(true)
    else if (!lacks) settle(decision)
  }
  const wanting = useRef(want)
  wanting.current = want
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = isTyping(event) ? null : actionOf({ ...keysOf(event), typing: false })
      if (action === null || action === 'next') return
      event.preventDefault()
      wanting.current(action)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <section className="deciding">
      <TextArea
        ref={reasonField}
        label={desk.why}
        hint={desk.whyHint}
        error={wrong === 'decision.reason-missing' ? errors[wrong] : null}
        value={reason}
        onChange={(text) => {
          setReason(text)
          setWrong(null)
        }}
        maxLength={1000}
        rows={1}
      />
      {wrong === 'decision.checks-missing' && <Note tone="caution" title={errors[wrong]} alert />}
      <ProblemNote error={decide.error} />
      <div className="deciding-ways">
        <Button kind="danger" onClick={() => want('decline')}>
          {desk.refuse}
        </Button>
        <Button onClick={() => want('ask-for-more')}>{desk.more}</Button>
        <Button kind="filled" busy={decide.isPending} onClick={() => want('approve')}>
          {decide.isPending ? desk.verifying : desk.verify}
        </Button>
      </div>
      <p className="desk-quiet">{desk.keys}</p>
      {refusing && (
        <Dialog title={desk.refuseTitle} tone="danger" onClose={() => setRefusing(false)}>
          <p>{desk.refuseText}</p>
          <div className="deciding-ways">
            <Button onClick={() => setRefusing(false)}>{desk.goBack}</Button>
            <Button kind="danger" onClick={() => settle('decline')}>
              {desk.refuse}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

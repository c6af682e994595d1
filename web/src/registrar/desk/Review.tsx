import { useEffect, useRef, useState } from 'preact/hooks'
import { findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import type { Decision, DeskApplication } from '#contract/registrar/decisions.ts'
import { ago, dayOf, duration, figure } from '../../platform/format.ts'
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
import { isTyping, keysOf, useNext } from './Desk.tsx'
import { Documents } from './Documents.tsx'
import { useDecide, useDeskApplication, useRevoke } from './desk.queries.ts'
import { actionOf, leftUntilDue } from './desk.rules.ts'
import { ReadByHand } from './ReadByHand.tsx'
import { Rule } from './Rule.tsx'
import { useMinute } from './useMinute.ts'
import './review.css'

/** One case, for the person it was given to. */
export const Review = ({ applicationId }: { applicationId: string }) => {
  const { ui } = useRegistrarWords()
  const { data: application, error, isPending } = useDeskApplication(applicationId)
  if (isPending) return <Skeleton label={ui.wait} widths={[40, 100, 100, 100, 70]} />
  if (error) return <ErrorState error={error} title={ui.failed.title} />
  return <Opened application={application} />
}

const Opened = ({ application }: { application: DeskApplication }) => {
  const { desk } = useRegistrarWords()
  const { applicationId, evidence, numberSeen, reasons, stolen, appeal } = application
  return (
    <article className="review">
      <Head application={application} />
      {numberSeen !== 'first' && <Note tone="caution" title={desk.numberSeen[numberSeen]} />}
      {stolen && (
        <Note tone="caution" title={desk.stolen.title}>
          {desk.stolen.text}
        </Note>
      )}
      {reasons.map((reason) => (
        <Note key={reason} tone="plain" title={desk.reasons[reason]} />
      ))}
      {appeal && (
        <Note tone="accent" title={desk.appealWords}>
          {appeal}
        </Note>
      )}
      <Comparison application={application} />
      <div className="review-panels">
        <section>
          <h2>{desk.evidence}</h2>
          {evidence.length === 0 ? (
            <p className="desk-quiet">{desk.evidenceNone}</p>
          ) : (
            <>
              <Documents applicationId={applicationId} documents={evidence} />
              <p className="desk-quiet">{desk.pose(application.pose)}</p>
            </>
          )}
        </section>
        <Register application={application} />
        <Rule application={application} />
      </div>
      {application.may.length > 0 ? <Deciding application={application} /> : <p className="desk-quiet">{desk.nothingToDo}</p>}
      {application.mayRevoke && <Revoking applicationId={applicationId} />}
    </article>
  )
}

const Head = ({ application: { form, task, since } }: { application: DeskApplication }) => {
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
        {task && <Tag tone="accent">{desk.tasks[task]}</Tag>}
        {since && <Tag tone="caution">{left ? desk.dueIn(duration(left)) : desk.overdue}</Tag>}
      </p>
    </header>
  )
}

const Comparison = ({ application: { form, line } }: { application: DeskApplication }) => {
  const { language, desk } = useRegistrarWords()
  const unread = <span>{desk.notRead}</span>
  const tones = { accept: 'good', review: 'caution', mismatch: 'danger' } as const
  const standingTone =
    line?.standing === 'good' ? 'good' : line?.standing === 'training' || line?.standing === 'restricted' ? 'caution' : 'danger'
  const rows = [
    {
      name: 'name' as const,
      given: [form.legalName, ...form.formerNames.map((name) => `${desk.rows.former}: ${name}`)].join('\n'),
      register: line?.names.join('\n'),
      match: line && (
        <Tag tone={tones[line.name]} icon={line.name === 'accept' ? 'check' : 'warning'}>
          {desk.matches[line.name](figure(Math.round(line.score * 100) / 100, language))}
        </Tag>
      ),
    },
    { name: 'number' as const, given: form.number, register: line && form.number, match: line && <span>{desk.matches.looked}</span> },
    {
      name: 'specialty' as const,
      given: findSpecialty(form.specialty ?? '')?.[language],
      register: line && [...line.specialties, ...line.remarks].join('\n'),
      match: line && <span>{desk.matches.byEye}</span>,
    },
    {
      name: 'standing' as const,
      given: <span>{desk.notAsked}</span>,
      register: line && (desk.wordings[line.rawStatus] ?? line.rawStatus),
      match: line && (
        <Tag tone={standingTone} icon={standingTone === 'good' ? 'check' : 'warning'}>
          {desk.standings[line.standing]}
        </Tag>
      ),
    },
  ]
  return (
    <table className="review-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{desk.columns.what}</span>
          </th>
          <th scope="col">{desk.columns.given}</th>
          <th scope="col">{desk.columns.register}</th>
          <th scope="col">{desk.columns.match}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, given, register, match }) => (
          <tr key={name} data-doubt={(name === 'name' && line && line.name !== 'accept') || undefined}>
            <th scope="row">{desk.rows[name]}</th>
            <td className={name === 'number' ? 'review-number' : undefined}>{given}</td>
            <td className={name === 'number' ? 'review-number' : undefined}>{register ?? unread}</td>
            <td>{match}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Register = ({ application }: { application: DeskApplication }) => {
  const { language, desk } = useRegistrarWords()
  const { form, line, byHand, applicationId } = application
  const now = useMinute()
  const scheme = findCountry(form.country ?? '')?.scheme
  if (!scheme) return null
  return (
    <section>
      <h2>{desk.register}</h2>
      <p>{scheme.register[language]}</p>
      {line && (
        <p className="desk-quiet">
          {desk.asOf(dayOf(`${line.asOf}T12:00:00`, now, language))}, {line.by === 'register' ? desk.byProgram : desk.byPeople},{' '}
          {desk.fresh(dayOf(`${line.freshUntil}T12:00:00`, now, language))}
        </p>
      )}
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
      {byHand && <ReadByHand applicationId={applicationId} byHand={byHand} />}
      <p className="desk-quiet">{desk.absence}</p>
    </section>
  )
}

const Deciding = ({ application }: { application: DeskApplication }) => {
  const { desk, errors } = useRegistrarWords()
  const { applicationId, may, task } = application
  const toast = useToast()
  const decide = useDecide(applicationId)
  const { go } = useNext(applicationId)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const { yes, no, ask } = desk.decide
  const yesWord = task && task in yes ? yes[task as keyof typeof yes] : yes.other
  const noWord = task && task in no ? no[task as keyof typeof no] : no.other

  const settle = (decision: Decision) => {
    setRefusing(false)
    decide.mutate(
      { decision, reason },
      {
        onSuccess: () => {
          toast.show(desk.done[decision])
          go()
        },
      },
    )
  }
  const want = (decision: Decision) => {
    if (decide.isPending || !may.includes(decision)) return
    const lacks = decision !== 'yes' && reason.trim() === ''
    setMissing(lacks)
    if (lacks) reasonField.current?.focus()
    else if (decision === 'no') setRefusing(true)
    else settle(decision)
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
        error={missing ? errors['decision.reason-missing'] : null}
        value={reason}
        onChange={(text) => {
          setReason(text)
          setMissing(false)
        }}
        maxLength={1000}
        rows={1}
      />
      <ProblemNote error={decide.error} />
      <div className="deciding-ways">
        {may.includes('no') && (
          <Button kind="danger" onClick={() => want('no')}>
            {noWord}
          </Button>
        )}
        {may.includes('ask') && <Button onClick={() => want('ask')}>{ask}</Button>}
        {may.includes('yes') && (
          <Button kind="filled" busy={decide.isPending} onClick={() => want('yes')}>
            {decide.isPending ? desk.decide.waiting : yesWord}
          </Button>
        )}
      </div>
      <p className="desk-quiet">{desk.keys}</p>
      {refusing && (
        <Dialog title={desk.refuseTitle} tone="danger" onClose={() => setRefusing(false)}>
          <p>{desk.refuseText}</p>
          <div className="deciding-ways">
            <Button onClick={() => setRefusing(false)}>{desk.goBack}</Button>
            <Button kind="danger" onClick={() => settle('no')}>
              {noWord}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

const Revoking = ({ applicationId }: { applicationId: string }) => {
  const { desk, errors } = useRegistrarWords()
  const revoke = useRevoke(applicationId)
  const { go } = useNext(applicationId)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <section className="deciding">
      <p className="desk-quiet">{desk.lead.revokeText}</p>
      <TextArea
        label={desk.why}
        error={missing ? errors['decision.reason-missing'] : null}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        rows={1}
      />
      <ProblemNote error={revoke.error} />
      <div className="deciding-ways">
        <Button
          kind="danger"
          busy={revoke.isPending}
          onClick={() => (reason.trim() === '' ? setMissing(true) : revoke.mutate(reason, { onSuccess: go }))}
        >
          {desk.lead.revoke}
        </Button>
      </div>
    </section>
  )
}

import { useState } from 'preact/hooks'
import { findCountry } from '#atlas/countries.ts'
import type { Application, ApplicationForm } from '#contract/registrar/applications.ts'
import { useEnterAs } from '../../app/useEnterAs.ts'
import { dayOf } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Steps } from '../../ui/Steps.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useLeaveRegistrar, useRegistrarSession } from '../session/session.queries.ts'
import { useStepTop } from '../session/useStepTop.ts'
import { useAppeal, useApplication, useApplyAgain, useHandIn, useReturn } from './applying.queries.ts'
import { firstOpenStep, nothingTyped, type Step } from './applying.rules.ts'
import { BeginStep, CountryStep, useCountryChosen } from './BeginStep.tsx'
import { LicenceStep } from './LicenceStep.tsx'
import { ProofStep } from './ProofStep.tsx'
import '../session/session.css'
import './applying.css'
import './waiting.css'

const stepNames = ['country', 'licence', 'proof', 'entry'] as const

const WayTo = ({ at }: { at: number }) => {
  const { applying } = useRegistrarWords()
  return <Steps names={stepNames.map((name) => applying.steps[name])} at={at} />
}

/** Applying, from a stranger's first step to the decision: shows where this person is. */
export const Applying = () => {
  const { ui, applying } = useRegistrarWords()
  const session = useRegistrarSession()
  const leave = useLeaveRegistrar()
  const entering = useEnterAs()
  if (entering.error) return <ErrorState error={entering.error} title={ui.failed.title} />
  if (session.isPending || entering.isPending) return <Skeleton label={ui.wait} />
  if (session.error) return <ErrorState error={session.error} title={ui.failed.title} retry={() => void session.refetch()} />
  const { caller } = session.data
  if (caller?.kind === 'staff')
    return (
      <Note tone="plain" title={applying.staffHere}>
        <div className="registrar-actions">
          <LinkButton href="/desk">{applying.toDesk}</LinkButton>
          <Button kind="text" onClick={() => leave.mutate()}>
            {applying.signOut}
          </Button>
        </div>
      </Note>
    )
  if (!caller)
    return (
      <>
        <WayTo at={0} />
        <BeginStep />
      </>
    )
  return (
    <>
      <MyApplication />
      <div className="applying-leave">
        <Button kind="text" busy={leave.isPending} onClick={() => leave.mutate(undefined, { onSuccess: () => sessionStorage.clear() })}>
          {applying.signOut}
        </Button>
      </div>
    </>
  )
}

const MyApplication = () => {
  const { ui, applying } = useRegistrarWords()
  const { data: application, error, isPending, refetch } = useApplication()
  useStepTop(application?.state ?? 'draft')
  if (isPending) return <Skeleton label={ui.wait} />
  if (error) return <ErrorState error={error} title={ui.failed.title} retry={() => void refetch()} />
  switch (application?.state) {
    case 'checking':
      return (
        <>
          <WayTo at={2} />
          <ProofStep application={application} />
        </>
      )
    case 'verified':
      return <Verified application={application} />
    case 'recheck-due':
      return (
        <>
          <Note tone="caution" title={applying.approved.recheckTitle}>
            {applying.approved.recheckText}
          </Note>
          <ProofStep application={application} />
        </>
      )
    case 'lapsed':
    case 'suspended':
    case 'revoked':
    case 'withdrawn':
      return <Away application={application} state={application.state} />
    case 'rejected':
      return <Declined application={application} />
    default:
      return <Writing application={application ?? null} />
  }
}

/** The steps of an application that may still change; null before anything of it is kept. */
const Writing = ({ application }: { application: Application | null }) => {
  const { applying } = useRegistrarWords()
  const keep = useHandIn()
  const [chosen, setChosen] = useCountryChosen()
  const form = application?.form ?? nothingTyped
  const country = chosen ?? form.country
  const [asked, setAsked] = useState<Step | null>(null)
  const open = application ? firstOpenStep(application) : 'country'
  const step = asked ?? (open === 'country' && country ? 'licence' : open)
  useStepTop(step)

  const save = (next: ApplicationForm) =>
    keep.mutate({ revision: application?.revision ?? 0, form: next }, { onSuccess: () => setAsked(null) })
  return (
    <>
      <WayTo at={stepNames.indexOf(step)} />
      {application?.reason && (
        <Note tone="caution" title={applying.more.title}>
          <p className="applying-reason">{application.reason}</p>
        </Note>
      )}
      {step === 'country' || !country ? (
        <CountryStep
          country={country}
          busy={false}
          error={null}
          onCountry={(next) => {
            setChosen(next)
            setAsked('licence')
          }}
        />
      ) : (
        <LicenceStep
          key={country}
          country={country}
          form={form}
          busy={keep.isPending}
          error={keep.error}
          onBack={() => setAsked('country')}
          onForm={save}
        />
      )}
    </>
  )
}

const Verified = ({ application }: { application: Application }) => {
  const { language, applying } = useRegistrarWords()
  const session = useRegistrarSession()
  const again = useApplyAgain()
  const words = applying.approved
  return (
    <>
      <WayTo at={4} />
      <h1>{words.title}</h1>
      <p className="waiting-text">{words.text}</p>
      <div className="registrar-actions">
        <LinkButton kind="filled" href="/enter">
          {words.enter}
        </LinkButton>
      </div>
      <p className="registrar-quiet">
        {words.renew} {session.data && <a href={session.data.communityOrigin}>{words.toCommunity}</a>}
      </p>
      <ProblemNote error={again.error} />
      <p className="registrar-quiet">
        {words.licences}:{' '}
        {[application.form.country, ...application.licences.map(({ country }) => country)]
          .map((country) => findCountry(country ?? '')?.[language])
          .join(', ')}
        .{' '}
        <button type="button" className="applying-link" onClick={() => again.mutate()}>
          {words.further}
        </button>
      </p>
    </>
  )
}

const Away = ({ application, state }: { application: Application; state: 'lapsed' | 'suspended' | 'revoked' | 'withdrawn' }) => {
  const { applying } = useRegistrarWords()
  const words = applying.away
  const back = useReturn()
  const again = useApplyAgain()
  return (
    <>
      <h1>{words[state].title}</h1>
      <p className="waiting-text">{words[state].text}</p>
      {application.reason && <blockquote className="applying-reason">{application.reason}</blockquote>}
      <ProblemNote error={back.error ?? again.error} />
      {(state === 'lapsed' || state === 'suspended') && (
        <div className="registrar-actions">
          <Button kind="filled" busy={back.isPending} onClick={() => back.mutate()}>
            {back.isPending ? words.reading : words.back}
          </Button>
        </div>
      )}
      {state === 'withdrawn' && (
        <div className="registrar-actions">
          <Button kind="filled" busy={again.isPending} onClick={() => again.mutate()}>
            {again.isPending ? applying.declined.beginning : applying.declined.again}
          </Button>
        </div>
      )}
      {application.mayAppeal && <Appeal />}
    </>
  )
}

const Declined = ({ application }: { application: Application }) => {
  const { language, applying } = useRegistrarWords()
  const words = applying.declined
  const again = useApplyAgain()
  return (
    <>
      <h1>{words.title}</h1>
      <p className="waiting-text">{words.text(dayOf(`${application.since}T12:00:00`, Date.now(), language))}</p>
      <blockquote className="applying-reason">{application.reason ?? words.noReason}</blockquote>
      <p className="registrar-quiet">{words.note}</p>
      <ProblemNote error={again.error} />
      <div className="registrar-actions">
        <Button kind="filled" busy={again.isPending} onClick={() => again.mutate()}>
          {again.isPending ? words.beginning : words.again}
        </Button>
      </div>
      {application.mayAppeal && <Appeal />}
    </>
  )
}

const Appeal = () => {
  const { applying } = useRegistrarWords()
  const words = applying.declined
  const appeal = useAppeal()
  const [said, setSaid] = useState('')
  return (
    <details className="applying-appeal">
      <summary>{words.appeal}</summary>
      <TextArea label={words.appealLabel} value={said} onChange={setSaid} maxLength={2_000} rows={4} />
      <ProblemNote error={appeal.error} />
      <div className="registrar-actions">
        <Button busy={appeal.isPending} onClick={() => said.trim() !== '' && appeal.mutate(said.trim())}>
          {appeal.isPending ? words.sending : words.send}
        </Button>
      </div>
    </details>
  )
}

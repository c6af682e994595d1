import { useState } from 'preact/hooks'
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
import { useLeaveRegistrar, useRegistrarSession } from '../session/session.queries.ts'
import { useStepTop } from '../session/useStepTop.ts'
import { useApplication, useApplyAgain, useKeepApplication } from './applying.queries.ts'
import { firstOpenStep, nothingTyped, type Step } from './applying.rules.ts'
import { BeginStep, CountryStep, useCountryChosen } from './BeginStep.tsx'
import { LicenceStep } from './LicenceStep.tsx'
import { ProofStep } from './ProofStep.tsx'
import { WaitingRoom } from './WaitingRoom.tsx'
import '../session/session.css'
import './applying.css'
import './waiting.css'

const stepNames = ['country', 'licence', 'proof', 'waiting'] as const

const Way = ({ at }: { at: number }) => {
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
        <Way at={0} />
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
  const { ui } = useRegistrarWords()
  const { data: application, error, isPending, refetch } = useApplication()
  useStepTop(application?.state ?? 'draft')
  if (isPending) return <Skeleton label={ui.wait} />
  if (error) return <ErrorState error={error} title={ui.failed.title} retry={() => void refetch()} />
  switch (application?.state) {
    case 'submitted':
      return (
        <>
          <Way at={3} />
          <WaitingRoom application={application} />
        </>
      )
    case 'approved':
      return <Approved />
    case 'declined':
      return <Declined application={application} />
    default:
      return <Writing application={application ?? null} />
  }
}

/** The steps of an application that may still change; null before anything of it is kept. */
const Writing = ({ application }: { application: Application | null }) => {
  const { applying } = useRegistrarWords()
  const keep = useKeepApplication()
  const [chosen, setChosen] = useCountryChosen()
  const form = application?.form ?? nothingTyped
  const country = chosen ?? form.country
  const [asked, setAsked] = useState<Step | null>(null)
  const open = application ? firstOpenStep(application) : 'country'
  const step = asked ?? (open === 'country' && country ? 'licence' : open)
  useStepTop(step)

  const save = (next: ApplicationForm) =>
    keep.mutate({ revision: application?.revision ?? 0, form: next }, { onSuccess: () => setAsked('proof') })
  return (
    <>
      <Way at={stepNames.indexOf(step)} />
      {application?.state === 'more-wanted' && (
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
      ) : step === 'licence' || !application ? (
        <LicenceStep
          key={country}
          country={country}
          form={form}
          busy={keep.isPending}
          error={keep.error}
          onBack={() => setAsked('country')}
          onForm={save}
        />
      ) : (
        <ProofStep application={application} onBack={() => setAsked('licence')} />
      )}
    </>
  )
}

const Approved = () => {
  const { applying } = useRegistrarWords()
  const session = useRegistrarSession()
  const words = applying.approved
  return (
    <>
      <Way at={4} />
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
    </>
  )
}

const Declined = ({ application }: { application: Application }) => {
  const { language, applying } = useRegistrarWords()
  const words = applying.declined
  const again = useApplyAgain()
  const day = application.decidedOn ? dayOf(`${application.decidedOn}T12:00:00`, Date.now(), language) : ''
  return (
    <>
      <h1>{words.title}</h1>
      <p className="waiting-text">{words.text(day)}</p>
      <blockquote className="applying-reason">{application.reason}</blockquote>
      <p className="registrar-quiet">{words.note}</p>
      <ProblemNote error={again.error} />
      <div className="registrar-actions">
        <Button kind="filled" busy={again.isPending} onClick={() => again.mutate()}>
          {again.isPending ? words.beginning : words.again}
        </Button>
      </div>
    </>
  )
}

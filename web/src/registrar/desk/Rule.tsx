import { useState } from 'preact/hooks'
import { type DeskApplication, type DeskProof, seenKinds } from '#contract/registrar/decisions.ts'
import { eventTime } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { useErrandCode, useSettleProof } from './desk.queries.ts'

/** What was proved, what it comes to, and what this person saw themselves. */
export const Rule = ({ application }: { application: DeskApplication }) => {
  const { desk } = useRegistrarWords()
  const { weighed, proofs, applicationId } = application
  return (
    <section>
      <h2>{desk.rule}</h2>
      <ul className="rule-proofs">
        {proofs.map((proof) => (
          <li key={proof.proofId} data-state={proof.state}>
            <span>
              {desk.proofKinds[proof.kind]}
              {proof.reference && <small>{proof.reference}</small>}
            </span>
            <b>{desk.proofStates[proof.state]}</b>
            {proof.errand && <Errand applicationId={applicationId} proof={proof} errand={proof.errand} />}
          </li>
        ))}
        <li className="rule-together">
          <span>{desk.together}</span>
          <b>{weighed.points}</b>
        </li>
      </ul>
      <p className="rule-bound" data-bound={weighed.person || undefined}>
        <Icon name={weighed.person ? 'check' : 'clock'} />
        {weighed.person ? desk.bindsPerson : desk.lacksPerson}
      </p>
      <p className="rule-bound" data-bound={weighed.record || undefined}>
        <Icon name={weighed.record ? 'check' : 'clock'} />
        {weighed.record ? desk.bindsRecord : desk.lacksRecord}
      </p>
      {weighed.second && <Note tone="caution" title={desk.secondDue} />}
      <Seen applicationId={applicationId} canSearch={proofs.some(({ errand }) => errand?.kind === 'register-id')} />
    </section>
  )
}

const Seen = ({ applicationId, canSearch }: { applicationId: string; canSearch: boolean }) => {
  const { desk } = useRegistrarWords()
  const settle = useSettleProof(applicationId)
  const [kind, setKind] = useState<(typeof seenKinds)[number]>('id_document_face')
  const say = (passed: boolean) => settle.mutate({ kind, passed, reference: '' })
  return (
    <div className="rule-seen">
      <Select
        label={desk.saw}
        value={kind}
        onChange={setKind}
        options={seenKinds
          .filter((seen) => canSearch || seen !== 'national_eid_keyed_to_register')
          .map((seen) => ({ value: seen, label: desk.proofKinds[seen] }))}
      />
      <ProblemNote error={settle.error} />
      <div className="read-by-hand-ways">
        <Button kind="text" onClick={() => say(false)}>
          {desk.sawFailed}
        </Button>
        <Button busy={settle.isPending} onClick={() => say(true)}>
          {desk.sawPassed}
        </Button>
      </div>
    </div>
  )
}

interface ErrandProps {
  readonly applicationId: string
  readonly proof: DeskProof
  readonly errand: NonNullable<DeskProof['errand']>
}

const Errand = ({ applicationId, proof, errand }: ErrandProps) => {
  const { language, desk } = useRegistrarWords()
  const words = desk.errands
  const make = useErrandCode(applicationId)
  const to = errand.kind === 'interview' ? eventTime(errand.to, Date.now(), language) : errand.to
  return (
    <div className="rule-errand">
      <p>{words[errand.kind](to)}</p>
      {errand.kind === 'phone' && (
        <div className="read-by-hand-ways">
          <Button kind="text" onClick={() => make.mutate({ proofId: proof.proofId, by: 'letter' })}>
            {words.makeLetter}
          </Button>
          <Button kind="text" onClick={() => make.mutate({ proofId: proof.proofId, by: 'phone' })}>
            {words.makePhone}
          </Button>
        </div>
      )}
      <ProblemNote error={make.error} />
      {make.data && (
        <p role="status">
          <b>{words.code(make.data.code, eventTime(make.data.until, Date.now(), language))}</b>
        </p>
      )}
      {make.data && make.variables.by === 'letter' && <p>{words.letterText(make.data.code, window.location.origin)}</p>}
    </div>
  )
}

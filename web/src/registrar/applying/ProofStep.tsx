import { useId, useState } from 'preact/hooks'
import { type Application, type Evidence, evidenceKinds, evidenceLimits, mediaTypes } from '#contract/registrar/applications.ts'
import { figure } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useAddEvidence, useRemoveEvidence, useSubmitApplication } from './applying.queries.ts'
import './documents.css'

interface Props {
  readonly application: Application
  readonly onBack: () => void
}

/** Documents that show who somebody is and tie them to the register, and handing it all in. */
export const ProofStep = ({ application, onBack }: Props) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof
  const submit = useSubmitApplication()
  const [tried, setTried] = useState(false)
  const { missing, revision } = application
  const handIn = () => {
    setTried(true)
    if (missing.length === 0) submit.mutate(revision)
  }
  return (
    <div className="registrar-form">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {evidenceKinds.map((kind) => (
        <Documents
          key={kind}
          kind={kind}
          documents={application.evidence.filter((document) => document.kind === kind)}
          missing={tried && missing.includes(kind)}
        />
      ))}
      <p className="registrar-quiet">{words.kinds}</p>
      <ProblemNote error={submit.error} />
      <div className="applying-way">
        <Button onClick={onBack}>{applying.back}</Button>
        <Button kind="filled" onClick={handIn} busy={submit.isPending}>
          {submit.isPending ? words.submitting : words.submit}
        </Button>
      </div>
    </div>
  )
}

interface DocumentsProps {
  readonly kind: Evidence['kind']
  readonly documents: readonly Evidence[]
  readonly missing: boolean
}

const Documents = ({ kind, documents, missing }: DocumentsProps) => {
  const { language, applying } = useRegistrarWords()
  const words = applying.proof
  const id = useId()
  const add = useAddEvidence()
  const remove = useRemoveEvidence()
  const send = (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    // The same file may be chosen again after it was refused.
    input.value = ''
    if (file) add.mutate({ kind, file, key: crypto.randomUUID() })
  }
  return (
    <section className="documents" aria-labelledby={id}>
      <h2 id={id}>{words[kind]}</h2>
      <p>{words[`${kind}Text`]}</p>
      {documents.length > 0 && (
        <ul>
          {documents.map(({ id: evidenceId, mediaType, bytes }, at) => (
            <li key={evidenceId}>
              <Icon name="check" />
              <span>
                {words.document(at + 1)}
                <small>
                  {mediaType.split('/')[1]?.toUpperCase()} ·{' '}
                  {words.megabytes(figure(Math.max(0.1, Math.round(bytes / 100_000) / 10), language))}
                </small>
              </span>
              <Button kind="text" busy={remove.isPending && remove.variables === evidenceId} onClick={() => remove.mutate(evidenceId)}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {missing && (
        <p className="documents-missing" role="alert">
          <Icon name="warning" />
          {words.missing[kind]}
        </p>
      )}
      <ProblemNote error={add.error ?? remove.error} />
      {documents.length < evidenceLimits.perKind && (
        <label className={add.isPending ? 'button button-outlined documents-add documents-busy' : 'button button-outlined documents-add'}>
          <input
            type="file"
            className="visually-hidden"
            aria-label={`${words.add}: ${words[kind]}`}
            accept={mediaTypes.join(',')}
            disabled={add.isPending}
            onChange={({ currentTarget }) => send(currentTarget)}
          />
          <Icon name={add.isPending ? 'clock' : 'camera'} />
          <span>{add.isPending ? words.sending : documents.length === 0 ? words.add : words.another}</span>
        </label>
      )}
      <p className="visually-hidden" role="status">
        {add.isPending && words.sending}
      </p>
    </section>
  )
}

import { useId } from 'preact/hooks'
import { type Evidence, evidenceLimits, mediaTypes } from '#contract/registrar/applications.ts'
import { figure } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useAddEvidence, useRemoveEvidence } from './applying.queries.ts'
import './documents.css'

interface Props {
  readonly kind: Evidence['kind']
  readonly documents: readonly Evidence[]
  readonly text: string
}

/** What an applicant sends of one kind. */
export const Documents = ({ kind, documents, text }: Props) => {
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
      <h3 id={id}>{words[kind]}</h3>
      <p>{text}</p>
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

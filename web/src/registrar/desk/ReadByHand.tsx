import { useState } from 'preact/hooks'
import type { DeskApplication } from '#contract/registrar/decisions.ts'
import type { TranscribedField } from '#contract/registrar/proofs.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useTranscribe } from './desk.queries.ts'

interface Props {
  readonly applicationId: string
  readonly byHand: NonNullable<DeskApplication['byHand']>
}

/** What one person reads off a register's page; what a colleague typed is not shown. */
export const ReadByHand = ({ applicationId, byHand }: Props) => {
  const { desk } = useRegistrarWords()
  const words = desk.byHand
  const transcribe = useTranscribe(applicationId)
  const [typed, setTyped] = useState<Partial<Record<TranscribedField, string>>>({})
  if (byHand.mine) return <Note tone="plain" title={words.mine} />
  const change = (field: TranscribedField, text: string) => setTyped({ ...typed, [field]: text })
  const keep = (event: Event) => {
    event.preventDefault()
    const said = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
    if (!transcribe.isPending) transcribe.mutate(said)
  }
  return (
    <form className="read-by-hand" onSubmit={keep} noValidate>
      <h3>{words.title}</h3>
      <p className="desk-quiet">{words.text}</p>
      {byHand.fields.map((field) =>
        field === 'status' ? (
          <Select
            key={field}
            label={words.fields.status}
            value={typed.status ?? null}
            onChange={(text: string) => change('status', text)}
            options={byHand.wordings.map((raw) => ({ value: raw, label: desk.wordings[raw] ?? raw }))}
            placeholder={words.chooseStatus}
          />
        ) : (
          <TextField
            key={field}
            label={words.fields[field]}
            type={field === 'validUntil' ? 'date' : 'text'}
            value={typed[field] ?? ''}
            onChange={(text) => change(field, text)}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
          />
        ),
      )}
      <ProblemNote error={transcribe.error} />
      <div className="read-by-hand-ways">
        <Button kind="text" onClick={() => transcribe.mutate(null)}>
          {words.notThere}
        </Button>
        <Button type="submit" busy={transcribe.isPending}>
          {transcribe.isPending ? words.keeping : words.keep}
        </Button>
      </div>
    </form>
  )
}

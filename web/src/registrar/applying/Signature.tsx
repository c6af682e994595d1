import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useAskSignature, useGiveSignature } from './applying.queries.ts'
import './documents.css'

/** A text to be signed with a certificate: taken, signed in a program of the applicant's own, and sent. */
export const Signature = () => {
  const { applying } = useRegistrarWords()
  const words = applying.proof.signature
  const ask = useAskSignature()
  const give = useGiveSignature()
  const send = (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    input.value = ''
    if (file) give.mutate(file)
  }
  const text = ask.data?.text
  return (
    <div className="proof-way">
      <p>{words.text}</p>
      <ProblemNote error={ask.error} />
      <div className="registrar-actions">
        <Button kind={text ? 'text' : 'outlined'} busy={ask.isPending} onClick={() => ask.mutate()}>
          {text ? words.again : words.take}
        </Button>
      </div>
      {text && (
        <>
          <p>
            <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={words.file}>
              {words.save}
            </a>{' '}
            {words.within}
          </p>
          <ProblemNote error={give.error} />
          <label
            className={give.isPending ? 'button button-outlined documents-add documents-busy' : 'button button-outlined documents-add'}
          >
            <input
              type="file"
              className="visually-hidden"
              aria-label={words.send}
              disabled={give.isPending}
              onChange={({ currentTarget }) => send(currentTarget)}
            />
            {give.isPending && <Icon name="clock" />}
            <span>{give.isPending ? words.sending : words.send}</span>
          </label>
        </>
      )}
    </div>
  )
}

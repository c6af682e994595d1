import { useEffect } from 'preact/hooks'
import { findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFragment } from '../entering/useFragment.ts'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'
import { useGiveVouch, useOpenVouch } from './applying.queries.ts'
import '../session/session.css'

const readInvitation = (hash: string): string | null => /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? null

/** Where a verified doctor says whether they know somebody who asks them to vouch. */
export const Vouching = () => {
  const { applying } = useRegistrarWords()
  const [invitation, forget] = useFragment('vouch', readInvitation)
  if (!invitation) return <EmptyState title={applying.vouching.missingTitle} body={applying.vouching.missingText} />
  return (
    <OnlyRegistrants>
      <Question invitation={invitation} onDone={forget} />
    </OnlyRegistrants>
  )
}

const Question = ({ invitation, onDone }: { invitation: string; onDone: () => void }) => {
  const { language, ui, applying } = useRegistrarWords()
  const words = applying.vouching
  const open = useOpenVouch()
  const give = useGiveVouch()
  const { mutate } = open
  useEffect(() => mutate(invitation), [invitation, mutate])
  if (give.isSuccess) return <Note tone="good" title={words.done} />
  if (open.error) return <ProblemNote error={open.error} />
  if (!open.data) return <Skeleton label={ui.wait} />
  const { name, specialty, country } = open.data
  const answer = (known: boolean) => give.mutate({ invitation, known }, { onSuccess: onDone })
  return (
    <div className="registrar-form">
      <h1>{words.title}</h1>
      <p>
        {words.text(name, findSpecialty(specialty)?.[language].toLocaleLowerCase(language) ?? '', findCountry(country)?.[language] ?? '')}
      </p>
      <p>{words.answers}</p>
      <ProblemNote error={give.error} />
      <div className="registrar-actions">
        <Button onClick={() => answer(false)}>{words.no}</Button>
        <Button kind="filled" busy={give.isPending} onClick={() => answer(true)}>
          {give.isPending ? words.sending : words.yes}
        </Button>
      </div>
    </div>
  )
}

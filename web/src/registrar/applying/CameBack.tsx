import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'
import { useFinishLogin } from './applying.queries.ts'
import '../session/session.css'

/** Where a provider of logins sends people back to: what they bring is taken out of the address at once. */
export const CameBack = () => {
  const [answer] = useState(() => location.search)
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  return (
    <OnlyRegistrants>
      <Finishing answer={answer} />
    </OnlyRegistrants>
  )
}

const Finishing = ({ answer }: { answer: string }) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof.login
  const [, go] = useLocation()
  const { mutate, error } = useFinishLogin()
  useEffect(() => mutate(answer, { onSuccess: () => go('/', { replace: true }) }), [answer, mutate, go])
  if (!error) return <Skeleton label={words.finishing} />
  return (
    <div className="registrar-form">
      <h1>{words.notDone}</h1>
      <ProblemNote error={error} />
      <div className="registrar-actions">
        <LinkButton kind="filled" href="/">
          {words.back}
        </LinkButton>
      </div>
    </div>
  )
}

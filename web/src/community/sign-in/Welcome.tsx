import { useWords } from '../../platform/useWords.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { PromiseText } from '../keys/PromiseText.tsx'
import { useSession } from '../me/accounts.queries.ts'
import { DemoPeople } from './DemoPeople.tsx'
import './welcome.css'

/** What this is, for somebody who is nobody here yet. */
export const Welcome = () => {
  const { accounts } = useWords()
  const words = accounts.welcome
  const session = useSession()
  return (
    <div className="welcome">
      <div className="welcome-main">
        <h1>{words.title}</h1>
        <p className="welcome-lede">{words.lede}</p>
        <div className="join-actions">
          {session.data && (
            <LinkButton kind="filled" href={`${session.data.registrarOrigin}/apply`}>
              {words.apply}
            </LinkButton>
          )}
          <LinkButton href="/sign-in">{words.signIn}</LinkButton>
        </div>
        <ProblemNote error={session.error} />
        <dl>
          <div>
            <dt>{words.verified}</dt>
            <dd>{words.verifiedText}</dd>
          </div>
          <div>
            <dt>{words.anonymous}</dt>
            <dd>{words.anonymousText}</dd>
          </div>
          <div>
            <dt>{words.translated}</dt>
            <dd>{words.translatedText}</dd>
          </div>
        </dl>
        <PromiseText />
      </div>
      {session.data?.demo && <DemoPeople />}
    </div>
  )
}

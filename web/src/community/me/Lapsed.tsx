import { useState } from 'preact/hooks'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { DownloadMine } from './DownloadMine.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import '../join/join.css'

/** What a member sees whose last renewal has run out. */
export const Lapsed = () => {
  const { accounts } = useWords()
  const words = accounts.lapsed
  const [leaving, setLeaving] = useState(false)
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <div className="join-actions">
        <LinkButton kind="filled" href="/renew">
          {words.renew}
        </LinkButton>
        <Button kind="text" onClick={() => setLeaving(true)}>
          {words.signOut}
        </Button>
        <LinkButton kind="text" href="/me/erase">
          {accounts.erase.title}
        </LinkButton>
      </div>
      <ul className="account-lines">
        <DownloadMine />
      </ul>
      {leaving && <SignOutDialog close={() => setLeaving(false)} />}
    </div>
  )
}

import { useState } from 'preact/hooks'
import { eraseAccount } from '#contract/community/my-data.ts'
import type { Seed } from '#tickets/seed.ts'
import { call } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { eraseStatement } from '../keys/ceremonies.ts'
import { FindSeed } from '../keys/FindSeed.tsx'
import { useSession } from './accounts.queries.ts'
import { DownloadMine } from './DownloadMine.tsx'
import { forgetThisDevice } from './forgetThisDevice.ts'
import '../join/join.css'

type Writings = 'stay' | 'taken-back'

/** Erases the account: what goes and what stays is said first, and whoever holds the words says so twice. */
export const EraseAccount = () => {
  const { accounts } = useWords()
  const words = accounts.erase
  const session = useSession().data
  const registrarOrigin = session?.registrarOrigin
  const [seed, setSeed] = useState<Seed | null>(null)
  const [writings, setWritings] = useState<Writings>('stay')
  const [asking, setAsking] = useState(false)
  const [state, setState] = useState<{ at: 'asked' | 'erasing' | 'done'; error: unknown }>({ at: 'asked', error: null })
  const erase = async (known: Seed) => {
    setState({ at: 'erasing', error: null })
    try {
      await call(eraseAccount, { body: await eraseStatement(known, writings) })
      await forgetThisDevice()
      setState({ at: 'done', error: null })
    } catch (error) {
      setState({ at: 'asked', error })
    }
  }
  if (state.at === 'done')
    return (
      <div className="account-page" role="status">
        <h1>{words.doneTitle}</h1>
        <p>{words.doneText}</p>
        <div className="join-actions">{registrarOrigin && <LinkButton href={registrarOrigin}>{words.registrar}</LinkButton>}</div>
      </div>
    )
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <p>{words.goes}</p>
      <p>{words.stays}</p>
      <Note tone="caution" title={words.forGood} />
      {session?.me && (
        <ul className="account-lines">
          <DownloadMine />
        </ul>
      )}
      <Segments
        label={words.writings}
        options={(['stay', 'taken-back'] as const).map((value) => ({ value, label: words.writingsWays[value] }))}
        value={writings}
        onChange={setWritings}
        hint={writings === 'taken-back' ? words.takenBackHint : words.stayHint}
      />
      {seed ? (
        <div className="join-actions">
          <LinkButton href="/me">{words.stayHere}</LinkButton>
          <Button kind="danger" onClick={() => setAsking(true)}>
            {words.erase}
          </Button>
        </div>
      ) : (
        <FindSeed anew onSeed={setSeed} />
      )}
      {asking && seed && (
        <Dialog title={words.ask} onClose={() => setAsking(false)}>
          <p>{words.sure}</p>
          <ProblemNote error={state.error} />
          <div className="account-foot">
            <Button kind="outlined" onClick={() => setAsking(false)}>
              {words.stayHere}
            </Button>
            <Button kind="danger" busy={state.at === 'erasing'} onClick={() => void erase(seed)}>
              {state.at === 'erasing' ? words.erasing : words.erase}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

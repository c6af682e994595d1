import { useEffect, useState } from 'preact/hooks'
import { signOut } from '#contract/community/accounts.ts'
import { call } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { kept } from '../keys/keep.ts'
import { forgetThisDevice } from './forgetThisDevice.ts'
import '../join/join.css'

/** Signs out and leaves nothing behind: the next person at this computer finds it as if nobody had been here. */
export const SignOutDialog = ({ close }: { close: () => void }) => {
  const { accounts } = useWords()
  const words = accounts.me
  const [keepsSeed, setKeepsSeed] = useState(false)
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  useEffect(() => {
    void kept('seed').then((seed) => setKeepsSeed(seed !== null))
  }, [])
  const leave = async () => {
    setState({ busy: true, error: null })
    try {
      await call(signOut)
      await forgetThisDevice()
      // A new page, so that nothing read so far stays in memory either.
      location.replace('/')
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <Dialog title={words.signOutTitle} onClose={close}>
      <p>{words.signOutText}</p>
      {keepsSeed && <p>{words.signOutSeed}</p>}
      <ProblemNote error={state.error} />
      <div className="account-foot">
        <Button kind="outlined" onClick={close}>
          {words.stay}
        </Button>
        <Button kind="danger" busy={state.busy} onClick={() => void leave()}>
          {state.busy ? words.signingOut : words.signOut}
        </Button>
      </div>
    </Dialog>
  )
}

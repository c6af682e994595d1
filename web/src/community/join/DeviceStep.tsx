import { useState } from 'preact/hooks'
import { wordsOf } from '#tickets/seed.ts'
import { isOffline, problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type Enrolment, startEnrolment } from '../keys/ceremonies.ts'
import { deviceNameFrom } from '../keys/deviceName.rules.ts'
import { canUsePasskeys } from '../keys/signInWithPasskey.ts'
import { isSameWord, placesToCheck } from './join.rules.ts'

interface Props {
  seed: Uint8Array
  busy: boolean
  error: unknown
  onEnrolled: (enrolment: Enrolment, deviceName: string) => void
}

/** Last step: a passkey on this device; where it cannot keep the words, two of them are typed back, and only then is the enrolment over. */
export const DeviceStep = ({ seed, busy, error, onEnrolled }: Props) => {
  const { accounts } = useWords()
  const words = accounts.join
  const [name, setName] = useState(() => deviceNameFrom(navigator.userAgent))
  const [state, setState] = useState<'asking' | 'waiting' | 'refused'>('asking')
  const [failure, setFailure] = useState<unknown>(null)
  const [toCheck, setToCheck] = useState<Enrolment | null>(null)

  const make = async (event: Event) => {
    event.preventDefault()
    setState('waiting')
    setFailure(null)
    try {
      const enrolment = await startEnrolment()
      setState('asking')
      if (enrolment.passkey.prf) onEnrolled(enrolment, name)
      else setToCheck(enrolment)
    } catch (thrown) {
      const byDevice = !problemOf(thrown) && !isOffline(thrown)
      setState(byDevice ? 'refused' : 'asking')
      if (!byDevice) setFailure(thrown)
    }
  }
  if (toCheck) return <CheckWords seed={seed} busy={busy} error={error} onRight={() => onEnrolled(toCheck, name)} />
  return (
    <form onSubmit={(event) => void make(event)}>
      <h1>{words.deviceTitle}</h1>
      <p>{words.deviceText}</p>
      <TextField label={words.deviceName} hint={words.deviceNameHint} value={name} onChange={setName} maxLength={60} />
      {canUsePasskeys() ? (
        <Button kind="filled" type="submit" busy={state === 'waiting' || busy}>
          {busy ? words.joining : state === 'waiting' ? words.waiting : words.makePasskey}
        </Button>
      ) : (
        <Note tone="caution" title={words.noPasskeys} />
      )}
      {state === 'refused' && <p role="alert">{words.passkeyRefused}</p>}
      <ProblemNote error={failure ?? error} />
    </form>
  )
}

const CheckWords = ({ seed, busy, error, onRight }: { seed: Uint8Array; busy: boolean; error: unknown; onRight: () => void }) => {
  const { accounts } = useWords()
  const words = accounts.join
  const [places] = useState(() => placesToCheck(crypto.getRandomValues(new Uint8Array(2))))
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [tried, setTried] = useState(false)
  const right = places.map((place, at) => isSameWord(typed[at] ?? '', wordsOf(seed)[place - 1]))
  const check = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (right.every(Boolean)) onRight()
  }
  return (
    <form onSubmit={check}>
      <h1>{words.checkTitle}</h1>
      <p>{words.checkText}</p>
      {places.map((place, at) => (
        <TextField
          key={place}
          label={words.checkWord(place)}
          error={tried && !right[at] ? words.checkWrong(place) : null}
          value={typed[at] ?? ''}
          onChange={(text) => setTyped((before) => (at === 0 ? [text, before[1]] : [before[0], text]))}
          lang="en"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ))}
      <Button kind="filled" type="submit" busy={busy}>
        {busy ? words.joining : words.check}
      </Button>
      <ProblemNote error={error} />
    </form>
  )
}

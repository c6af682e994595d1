import { useState } from 'preact/hooks'
import type { Seed } from '#tickets/seed.ts'
import { isOffline, problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { deviceFormOf, startEnrolment } from '../keys/ceremonies.ts'
import { deviceNameFrom } from '../keys/deviceName.rules.ts'
import { FindSeed } from '../keys/FindSeed.tsx'
import { useAddDevice, useListDevices, useRemoveDevice } from './accounts.queries.ts'
import '../join/join.css'
import './me.css'

/** A member's passkeys: which there are, one more, one less. */
export const Devices = () => {
  const { accounts } = useWords()
  const words = accounts.devices
  const devices = useListDevices()
  const [removing, setRemoving] = useState<{ deviceId: string; name: string } | null>(null)
  const [adding, setAdding] = useState(false)
  if (devices.error) return <ErrorState error={devices.error} title={words.title} retry={() => void devices.refetch()} />
  const items = devices.data?.items ?? []
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <ul className="account-lines" aria-busy={devices.isPending}>
        {items.map((device) => (
          <li key={device.deviceId}>
            <span>
              {device.name}
              {device.thisOne && <small>{words.thisOne}</small>}
            </span>
            {items.length > 1 && (
              <Button kind="text" onClick={() => setRemoving(device)}>
                {words.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length === 1 && <p>{words.last}</p>}
      {devices.data && !items.some(({ thisOne }) => thisOne) && !adding && (
        <>
          <p>{words.addText}</p>
          <div>
            <Button kind="filled" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </div>
        </>
      )}
      {adding && <AddDevice done={() => setAdding(false)} />}
      {removing && <RemoveDialog device={removing} close={() => setRemoving(null)} />}
    </div>
  )
}

const RemoveDialog = ({ device, close }: { device: { deviceId: string; name: string }; close: () => void }) => {
  const { accounts } = useWords()
  const words = accounts.devices
  const remove = useRemoveDevice()
  return (
    <Dialog title={words.removeTitle(device.name)} onClose={close}>
      <p>{words.removeText}</p>
      <ProblemNote error={remove.error} />
      <div className="account-foot">
        <Button kind="outlined" onClick={close}>
          {words.keep}
        </Button>
        <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate(device.deviceId, { onSuccess: close })}>
          {words.remove}
        </Button>
      </div>
    </Dialog>
  )
}

const AddDevice = ({ done }: { done: () => void }) => {
  const { accounts } = useWords()
  const add = useAddDevice()
  const [seed, setSeed] = useState<Seed | null>(null)
  const [name, setName] = useState(() => deviceNameFrom(navigator.userAgent))
  const [state, setState] = useState<{ waiting: boolean; error: unknown }>({ waiting: false, error: null })
  const make = async (event: Event) => {
    event.preventDefault()
    if (!seed) return
    setState({ waiting: true, error: null })
    try {
      const enrolment = await startEnrolment()
      await add.mutateAsync(await deviceFormOf(enrolment, seed, name))
      done()
    } catch (error) {
      setState({ waiting: false, error })
    }
  }
  if (!seed) return <FindSeed onSeed={setSeed} />
  return (
    <form onSubmit={(event) => void make(event)}>
      <TextField label={accounts.devices.name} value={name} onChange={setName} maxLength={60} />
      <Button kind="filled" type="submit" busy={state.waiting}>
        {state.waiting ? accounts.join.waiting : accounts.join.makePasskey}
      </Button>
      {problemOf(state.error) || isOffline(state.error) ? (
        <ProblemNote error={state.error} />
      ) : (
        state.error !== null && <p role="alert">{accounts.devices.refusedByDevice}</p>
      )}
    </form>
  )
}

import type { Me } from '#contract/community/accounts.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { useNoteAddedDevices } from './accounts.queries.ts'

/** Says, until the doctor has noted it, that a device was added elsewhere. */
export const AddedDevicesNote = ({ me }: { me: Me }) => {
  const { language, accounts } = useWords()
  const words = accounts.devices
  const note = useNoteAddedDevices()
  if (me.addedDevices.length === 0) return null
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(me.addedDevices)
  return (
    <Note tone="caution" title={words.added(names)}>
      <span className="join-actions">
        <LinkButton kind="text" href="/me/devices">
          {words.look}
        </LinkButton>
        <Button kind="text" busy={note.isPending} onClick={() => note.mutate()}>
          {words.noted}
        </Button>
      </span>
    </Note>
  )
}

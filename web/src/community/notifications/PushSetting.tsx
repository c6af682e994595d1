import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { showPush } from '#contract/community/notifications.ts'
import { call, isOffline, problemOf } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useSession } from '../me/accounts.queries.ts'
import { pushState, turnPushOff, turnPushOn } from './push.ts'

const key = ['push'] as const

/** Whether this device alerts its member, and the way to have it so: asked for by a tap, never by itself. */
export const PushSetting = () => {
  const words = useWords().notifications.device
  const client = useQueryClient()
  const member = useSession().data?.me?.deviceKey
  const known = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const { publicKey, on } = await call(showPush, { signal })
      return { publicKey, state: await pushState(on) }
    },
    // Leave may be given or taken in another window.
    refetchOnWindowFocus: 'always',
  })
  const again = () => client.invalidateQueries({ queryKey: key })
  const turning = useMutation({ mutationFn: (publicKey: string) => turnPushOn(member ?? '', publicKey), onSettled: again })
  const leaving = useMutation({ mutationFn: turnPushOff, onSettled: again })
  if (!known.data || member === undefined) return null
  const { publicKey, state } = known.data
  const failure = turning.error ?? leaving.error
  return (
    <section className="account-page">
      <h2>{words.title}</h2>
      {publicKey === null ? (
        <p>{words.off}</p>
      ) : state === 'unsupported' ? (
        <p>{words.unsupported}</p>
      ) : state === 'home-first' ? (
        <Note tone="accent" title={words.homeFirst.title}>
          <p>{words.homeFirst.undo}</p>
        </Note>
      ) : state === 'denied' ? (
        <Note tone="caution" title={words.denied.title}>
          <p>{words.denied.undo}</p>
        </Note>
      ) : (
        <>
          <p>{words.what}</p>
          <p>{words.who}</p>
          {state === 'on' ? (
            <p className="push-on">
              <span role="status">
                <Icon name="check" /> {words.on}
              </span>
              <Button kind="outlined" busy={leaving.isPending} onClick={() => leaving.mutate()}>
                {words.turnOff}
              </Button>
            </p>
          ) : (
            <Button kind="outlined" busy={turning.isPending} onClick={() => turning.mutate(publicKey)}>
              {words.turnOn}
            </Button>
          )}
        </>
      )}
      {failure && !problemOf(failure) && !isOffline(failure) ? (
        <Note tone="caution" title={words.failed} alert />
      ) : (
        <ProblemNote error={failure} />
      )}
    </section>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { type LiveChange, watchLive } from '#contract/community/live.ts'
import { addressOf } from '../../platform/call.ts'
import { listen } from '../../platform/live.ts'
import { askAgain } from './askAgain.ts'

const caseAddress = /^\/cases\/([0-9a-f-]{36})/

/** Keeps what a member has on screen as it is now: whatever the server says has changed is asked for again. */
export const useLive = (member: boolean, path: string): void => {
  const client = useQueryClient()
  const caseId = caseAddress.exec(path)?.[1]
  const lists = path === '/'

  useEffect(() => {
    if (!member) return
    const again = (...whats: readonly LiveChange[]) =>
      askAgain(
        client,
        ({ queryKey }) =>
          (whats.includes('case') && caseId !== undefined && queryKey.includes(caseId)) ||
          (whats.includes('lists') && (queryKey[0] === 'cases' || queryKey[0] === 'home')) ||
          (whats.includes('told') && queryKey[0] === 'notifications'),
      )
    return listen(addressOf(watchLive, { query: { ...(caseId && { case: caseId }), ...(lists && { lists }) } }), {
      ready: () => void again('case', 'lists', 'told'),
      changed: (what) => void again(what as LiveChange),
      over: () => void client.invalidateQueries({ queryKey: ['session'] }),
    })
  }, [client, member, caseId, lists])
}

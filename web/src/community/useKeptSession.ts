import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { isOffline } from '../platform/call.ts'
import { useSession } from './me/accounts.queries.ts'

// Cleared with everything else when somebody signs out.
const name = 'session'

/**
 * Who is signed in here; without a network, who was when it was last known, so that a page opened at no signal still lets its member write.
 * What they may do is decided by the server, each time.
 */
export const useKeptSession = () => {
  const client = useQueryClient()
  const session = useSession()
  const { data, error } = session
  const lost = !data && isOffline(error)

  useEffect(() => {
    if (data?.me) localStorage.setItem(name, JSON.stringify(data))
    else if (data) localStorage.removeItem(name)
  }, [data])

  useEffect(() => {
    const kept = lost ? localStorage.getItem(name) : null
    // Old already, so that it is asked for again as soon as there is a network.
    if (kept) client.setQueryData(['session'], JSON.parse(kept), { updatedAt: 1 })
  }, [lost, client])

  return session
}

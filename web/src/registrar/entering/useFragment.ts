import { useEffect, useState } from 'preact/hooks'
import { keepInTab, readTab } from '../session/useTabState.ts'

/** What came in the fragment of the address: taken out of it at once, and kept in this tab while an e-mail code is typed in between. */
export const useFragment = <T>(name: string, read: (hash: string) => T | null): [T | null, () => void] => {
  const [arrived, setArrived] = useState<T | null>(() => read(location.hash) ?? readTab<T>(name))
  useEffect(() => {
    if (arrived === null) return
    keepInTab(name, arrived)
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [name, arrived])
  return [
    arrived,
    () => {
      keepInTab(name, null)
      setArrived(null)
    },
  ]
}

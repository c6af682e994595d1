import { useEffect, useState } from 'preact/hooks'

/** Since when there has been no network; null while there is one. */
export const useOfflineSince = (): number | null => {
  const [since, setSince] = useState<number | null>(() => (navigator.onLine ? null : Date.now()))
  useEffect(() => {
    const lost = () => setSince((before) => before ?? Date.now())
    const back = () => setSince(null)
    window.addEventListener('offline', lost)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('offline', lost)
      window.removeEventListener('online', back)
    }
  }, [])
  return since
}

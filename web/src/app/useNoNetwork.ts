import { useEffect, useState } from 'preact/hooks'

/** Whether there is no network, and since when; `null` when the page already opened without one, so that nothing on it is of a known time. */
export type NoNetwork = { readonly since: number | null }

/** Tells when the network goes and comes; null while it is there. */
export const useNoNetwork = (): NoNetwork | null => {
  const [gone, setGone] = useState<NoNetwork | null>(() => (navigator.onLine ? null : { since: null }))
  useEffect(() => {
    const lost = () => setGone((before) => before ?? { since: Date.now() })
    const back = () => setGone(null)
    window.addEventListener('offline', lost)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('offline', lost)
      window.removeEventListener('online', back)
    }
  }, [])
  return gone
}

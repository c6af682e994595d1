import { useEffect, useState } from 'preact/hooks'

/** The time, told anew so often while the page is in sight: for waits that grow on screen. */
export const useNow = (every = 15_000): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tell = () => {
      if (!document.hidden) setNow(Date.now())
    }
    const timer = setInterval(tell, every)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [every])
  return now
}

import { useEffect, useState } from 'preact/hooks'

/** A value once it has stood still for a while: what is typed, between two words. */
export const useSettled = <V>(value: V, milliseconds: number): V => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

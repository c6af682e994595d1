import { useState } from 'preact/hooks'

/** What this tab remembers: it outlives a reload and a look elsewhere, and is gone with the tab, so that a shared computer keeps nothing. */
export const useTabState = <T>(name: string, initial: T): [T, (value: T) => void] => {
  const [value, setValue] = useState<T>(() => readTab(name) ?? initial)
  return [
    value,
    (next) => {
      keepInTab(name, next)
      setValue(next)
    },
  ]
}

export const readTab = <T>(name: string): T | null => JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null

/** Null is forgotten. */
export const keepInTab = (name: string, value: unknown): void => {
  if (value === null) sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, JSON.stringify(value))
}

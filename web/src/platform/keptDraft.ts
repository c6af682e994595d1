import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

// What somebody is writing, kept on this device by account, so that the next person at a shared computer finds nothing of it.

let owner = 'nobody'
let stores: UseStore | null = null
const store = (): UseStore => {
  stores ??= createStore('consilium-drafts', 'drafts')
  return stores
}

/** Says whose drafts these are from now on: something of this session, the same for all its pages. */
export const keepDraftsOf = (account: string): void => {
  owner = account
}

const nameOf = (key: string): string => `${owner}/${key}`

export const keepDraft = (key: string, value: unknown): Promise<void> => set(nameOf(key), value, store())
export const keptDraft = async <T>(key: string): Promise<T | undefined> => get<T>(nameOf(key), store())
export const dropDraft = (key: string): Promise<void> => del(nameOf(key), store())

/** The keys under which this owner keeps something, beginning with `start`. */
export const keptDraftKeys = async (start: string): Promise<readonly string[]> =>
  (await entries<string, unknown>(store()))
    .map(([name]) => name)
    .flatMap((name) => (name.startsWith(nameOf(start)) ? [name.slice(owner.length + 1)] : []))

const quietFor = 300

/**
 * A value that outlives the tab: read when the form opens, kept a moment after each change and at once when the page is left.
 * What is typed before the kept value has been read wins over it. Third: whether it has been read.
 */
export const useKeptDraft = <T>(key: string, initial: () => T): [T, (value: T) => void, boolean] => {
  const [value, setValue] = useState<T>(initial)
  const [read, setRead] = useState(false)
  const waiting = useRef<{ value: T } | null>(null)
  const touched = useRef(false)

  const keep = useCallback(() => {
    if (waiting.current) void keepDraft(key, waiting.current.value)
    waiting.current = null
  }, [key])

  useEffect(() => {
    void keptDraft<T>(key).then((kept) => {
      if (kept !== undefined && !touched.current) setValue(kept)
      setRead(true)
    })
  }, [key])

  useEffect(() => {
    const timer = setTimeout(keep, quietFor)
    return () => clearTimeout(timer)
  }, [value, keep])

  useEffect(() => {
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
      keep()
    }
  }, [keep])

  const change = (next: T) => {
    touched.current = true
    waiting.current = { value: next }
    setValue(next)
  }
  return [value, change, read]
}

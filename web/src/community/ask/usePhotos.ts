import { useEffect, useRef, useState } from 'preact/hooks'
import { limits } from '#contract/community/cases.ts'
import { discardImage, uploadImage } from '#contract/community/media.ts'
import { call } from '../../platform/call.ts'
import { dropDraft, keepDraft, keptDraft, keptDraftKeys } from '../../platform/keptDraft.ts'
import { upload } from '../../platform/upload.ts'
import { canRetry, roomFor, stillWanted, type Upload } from './photos.rules.ts'

/** A photo on this device that the server has not got yet. */
interface KeptPhoto {
  readonly key: string
  readonly name: string
  readonly file: Blob
}

const keyOf = (draftId: string, key: string): string => `ask-photo:${draftId}:${key}`

/** Forgets the photos of a draft that the server has not got. */
export const dropKeptPhotos = async (draftId: string): Promise<void> => {
  for (const key of await keptDraftKeys(keyOf(draftId, ''))) await dropDraft(key)
}

interface Case {
  readonly draftId: string
  /** Whether what is kept on this device has been read. */
  readonly read: boolean
  readonly shown: number
  /** Puts the image into this draft; false when another draft is open by now. */
  readonly taken: (draftId: string, imageId: string) => boolean
}

/** Takes photos in, one after the other; what has not arrived is kept on this device and tried again, also after the tab was closed. */
export const usePhotos = ({ draftId, read, shown, taken }: Case) => {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [left, setLeft] = useState(0)
  const latest = useRef(uploads)
  const files = useRef(new Map<string, Blob>())
  const stops = useRef(new Map<string, AbortController>())
  const turn = useRef<Promise<void>>(Promise.resolve())
  const current = useRef(draftId)
  current.current = draftId

  const put = (next: readonly Upload[]) => {
    latest.current = next
    setUploads(next)
  }
  const change = (key: string, part: Partial<Upload>) => put(latest.current.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const forget = (of: string, key: string) => {
    put(latest.current.filter((one) => one.key !== key))
    files.current.delete(key)
    void dropDraft(keyOf(of, key))
  }

  const send = async (of: string, key: string): Promise<void> => {
    const file = files.current.get(key)
    if (!file || current.current !== of) return
    const stop = new AbortController()
    stops.current.set(key, stop)
    change(key, { state: 'sending', sent: 0, total: file.size, error: undefined })
    try {
      const { id } = await upload(uploadImage, {
        file,
        key,
        signal: stop.signal,
        onProgress: (sent, total) => change(key, { sent, total, state: sent < total ? 'sending' : 'cleaning' }),
      })
      if (taken(of, id)) forget(of, key)
    } catch (error) {
      if (stop.signal.aborted) return
      change(key, { state: 'failed', error })
      // A file refused for what it is would be refused again.
      if (!canRetry(error)) void dropDraft(keyOf(of, key))
    } finally {
      stops.current.delete(key)
    }
  }
  const inTurn = (of: string, key: string) => {
    turn.current = turn.current.then(() => send(of, key))
  }
  const begin = (of: string, photos: readonly KeptPhoto[]) => {
    for (const { key, file } of photos) files.current.set(key, file)
    put([...latest.current, ...photos.map(({ key, name, file }) => ({ key, name, state: 'waiting' as const, sent: 0, total: file.size }))])
    for (const { key } of photos) inTurn(of, key)
  }
  const retry = (key: string) => {
    change(key, { state: 'waiting', error: undefined })
    inTurn(draftId, key)
  }
  const retryStopped = () => {
    for (const { key, state, error } of latest.current) if (state === 'failed' && canRetry(error)) retry(key)
  }

  // Each draft has its own photos: what is under way for another one stops, and goes on when that one is opened again.
  useEffect(() => {
    if (!read) return
    let here = true
    void keptDraftKeys(keyOf(draftId, '')).then(async (keys) => {
      const kept = await Promise.all(keys.map((key) => keptDraft<KeptPhoto>(key)))
      if (here)
        begin(
          draftId,
          kept.filter((photo) => photo !== undefined).filter(({ key }) => !files.current.has(key)),
        )
    })
    window.addEventListener('online', retryStopped)
    return () => {
      here = false
      window.removeEventListener('online', retryStopped)
      for (const stop of stops.current.values()) stop.abort()
      files.current.clear()
      setLeft(0)
      put([])
    }
  }, [draftId, read])

  const add = async (chosen: readonly File[]) => {
    const room = roomFor(chosen.length, { shown, coming: stillWanted(latest.current).length, most: limits.images })
    setLeft(room.left)
    const photos = chosen.slice(0, room.taken).map((file) => ({ key: crypto.randomUUID(), name: file.name, file }))
    begin(draftId, photos)
    // A device without room for it still sends what it has in hand.
    for (const photo of photos) await keepDraft(keyOf(draftId, photo.key), photo).catch(() => {})
    // One that has arrived meanwhile is kept no longer.
    for (const { key } of photos) if (!files.current.has(key) && current.current === draftId) void dropDraft(keyOf(draftId, key))
  }
  const cancel = (key: string) => {
    stops.current.get(key)?.abort()
    forget(draftId, key)
  }
  return {
    uploads,
    /** Files that found no room. */
    left,
    full: shown + stillWanted(uploads).length >= limits.images,
    add: (chosen: readonly File[]) => void add(chosen),
    retry,
    cancel,
    discard: (imageId: string) => void call(discardImage, { params: { imageId } }).catch(() => {}),
    /** Resolves when nothing is under way: how many are still wanted and have not arrived. */
    settled: async (): Promise<number> => {
      await turn.current
      return stillWanted(latest.current).length
    },
  }
}

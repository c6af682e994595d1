import { useEffect, useRef, useState } from 'preact/hooks'
import { type CaseForm, limits } from '#contract/community/cases.ts'
import { completeStack, discardImage, uploadImage, uploadStackFile } from '#contract/community/media.ts'
import { dropUpload } from '#contract/community/uploads.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'
import { dropDraft, keepDraft, keptDraft, keptDraftKeys } from '../../platform/keptDraft.ts'
import { leastPiece } from '../uploads/pieces.rules.ts'
import { aLine, sendFile } from '../uploads/sendFile.ts'
import { type DicomHead, dicomHead, groupsOf, headLength } from './dicomHead.rules.ts'
import { canRetry, progressed, roomFor, stillWanted, type Upload } from './photos.rules.ts'

/** A photo, or the files of a DICOM series, on this device that the server has not got yet. */
interface KeptPhoto {
  readonly key: string
  readonly name: string
  readonly files: readonly { readonly key: string; readonly name: string; readonly file: Blob }[]
}

const sizeOf = (files: KeptPhoto['files']): number => files.reduce((sum, { file }) => sum + file.size, 0)

/** What a file says of the series it belongs to. One that cannot be read is sent all the same, and refused there. */
const headOf = async (file: Blob): Promise<DicomHead | null> =>
  dicomHead(
    new Uint8Array(
      await file
        .slice(0, headLength)
        .arrayBuffer()
        .catch(() => new ArrayBuffer()),
    ),
  )

const retriedEvery = 60_000

const keyOf = (draftId: string, key: string): string => `ask-photo:${draftId}:${key}`

/** Throws away what the server has of files that do not come whole. One that fits into the least piece has none. */
const dropPieces = (files: KeptPhoto['files']): void => {
  for (const { key, file } of files) if (file.size > leastPiece) void call(dropUpload, { params: { upload: key } }).catch(() => {})
}

/** Forgets the photos of a draft that the server has not got. */
export const dropKeptPhotos = async (draftId: string): Promise<void> => {
  for (const key of await keptDraftKeys(keyOf(draftId, ''))) {
    dropPieces((await keptDraft<KeptPhoto>(key))?.files ?? [])
    await dropDraft(key)
  }
}

interface Case {
  readonly draftId: string
  /** Whether what is kept on this device has been read. */
  readonly read: boolean
  readonly shown: number
  /** Puts the image into this draft; false when another draft is open by now. */
  readonly taken: (draftId: string, imageId: string, kind: CaseForm['images'][number]['kind']) => boolean
}

/** Takes photos in, one after the other; what has not arrived is kept on this device and tried again, also after the tab was closed. */
export const usePhotos = ({ draftId, read, shown, taken: arrive }: Case) => {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [left, setLeft] = useState(0)
  const latest = useRef(uploads)
  const files = useRef(new Map<string, KeptPhoto['files']>())
  // By file of a series that the server has, the image it is part of: an attempt goes on where the last one stopped.
  const arrived = useRef(new Map<string, string>())
  const line = useRef(aLine())
  const stops = useRef(new Map<string, AbortController>())
  const turn = useRef<Promise<void>>(Promise.resolve())
  const current = useRef(draftId)
  current.current = draftId

  const put = (next: readonly Upload[]) => {
    latest.current = next
    setUploads(next)
  }
  const update = (key: string, next: (one: Upload) => Upload) => put(latest.current.map((one) => (one.key === key ? next(one) : one)))
  const change = (key: string, part: Partial<Upload>) => update(key, (one) => ({ ...one, ...part }))
  const forget = (of: string, key: string) => {
    put(latest.current.filter((one) => one.key !== key))
    files.current.delete(key)
    void dropDraft(keyOf(of, key))
  }

  const discard = (imageId: string) => void call(discardImage, { params: { imageId } }).catch(() => {})
  /** Throws away what the server has of a series that does not come whole. */
  const dropArrived = (parts: KeptPhoto['files']) => {
    const imageId = arrived.current.get(parts[0]?.key ?? '')
    for (const { key } of parts) arrived.current.delete(key)
    if (imageId) discard(imageId)
  }

  const send = async (of: string, key: string): Promise<void> => {
    const parts = files.current.get(key)
    if (!parts || current.current !== of) return
    const stop = new AbortController()
    stops.current.set(key, stop)
    const total = sizeOf(parts)
    let sending = ''
    change(key, { state: 'sending', total, error: undefined })
    try {
      const isSeries = parts.length > 1
      let taken: ReplyOf<typeof uploadImage> | null = null
      let before = 0
      for (const { key: part, name, file } of parts) {
        sending = name
        if (!arrived.current.has(part)) {
          const sent = {
            file,
            key: part,
            line: line.current,
            signal: stop.signal,
            onProgress: (bytes: number) => update(key, (one) => progressed(one, before + bytes)),
          }
          taken = isSeries ? await sendFile(uploadStackFile, { ...sent, params: { stack: key } }) : await sendFile(uploadImage, sent)
          if (isSeries) arrived.current.set(part, taken.id)
        }
        before += file.size
      }
      const series = arrived.current.get(parts[0]?.key ?? '')
      if (series) taken = await call(completeStack, { params: { imageId: series }, body: { files: parts.length } })
      if (taken && arrive(of, taken.id, taken.frames === null ? 'photo' : 'radiology')) forget(of, key)
    } catch (error) {
      if (stop.signal.aborted) return
      change(key, { state: 'failed', error })
      // A file refused for what it is would be refused again; of a series, it is the one to leave out.
      if (!canRetry(error)) {
        change(key, { name: sending })
        void dropDraft(keyOf(of, key))
        dropArrived(parts)
      }
    } finally {
      stops.current.delete(key)
    }
  }
  const inTurn = (of: string, key: string) => {
    turn.current = turn.current.then(() => send(of, key))
  }
  const begin = (of: string, photos: readonly KeptPhoto[]) => {
    for (const { key, files: parts } of photos) files.current.set(key, parts)
    put([
      ...latest.current,
      ...photos.map(({ key, name, files: parts }) => ({ key, name, state: 'waiting' as const, sent: 0, total: sizeOf(parts) })),
    ])
    for (const { key } of photos) inTurn(of, key)
  }
  const retry = (key: string) => {
    change(key, { state: 'waiting', error: undefined })
    inTurn(draftId, key)
  }
  const retryStopped = () => {
    for (const { key, state, error } of latest.current) if (state === 'failed' && canRetry(error)) retry(key)
  }

  /** A line that is only bad never says that it is back: whoever looks at the page again, or goes on looking, has it tried. */
  const retryInSight = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) retryStopped()
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
    document.addEventListener('visibilitychange', retryInSight)
    const again = setInterval(retryInSight, retriedEvery)
    return () => {
      here = false
      window.removeEventListener('online', retryStopped)
      document.removeEventListener('visibilitychange', retryInSight)
      clearInterval(again)
      for (const stop of stops.current.values()) stop.abort()
      files.current.clear()
      setLeft(0)
      put([])
    }
  }, [draftId, read])

  const add = async (chosen: readonly File[]) => {
    const groups = groupsOf(await Promise.all(chosen.map(async (file) => ({ file, head: await headOf(file) }))))
    if (current.current !== draftId) return
    const room = roomFor(groups.length, { shown, coming: stillWanted(latest.current).length, most: limits.images })
    setLeft(room.left)
    const photos = groups.slice(0, room.taken).map((group) => ({
      key: crypto.randomUUID(),
      name: `${group[0]?.file.name ?? ''}${group.length > 1 ? ` + ${group.length - 1}` : ''}`,
      files: group.map(({ file }) => ({ key: crypto.randomUUID(), name: file.name, file })),
    }))
    begin(draftId, photos)
    // A device without room for it still sends what it has in hand.
    for (const photo of photos) await keepDraft(keyOf(draftId, photo.key), photo).catch(() => {})
    // One that has arrived meanwhile is kept no longer.
    for (const { key } of photos) if (!files.current.has(key) && current.current === draftId) void dropDraft(keyOf(draftId, key))
  }
  const cancel = (key: string) => {
    stops.current.get(key)?.abort()
    const parts = files.current.get(key) ?? []
    dropPieces(parts.filter((part) => !arrived.current.has(part.key)))
    dropArrived(parts)
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
    discard,
    /** Resolves when nothing is under way: how many are still wanted and have not arrived. */
    settled: async (): Promise<number> => {
      await turn.current
      return stillWanted(latest.current).length
    },
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { type CaseForm, limits, postCase } from '#contract/community/cases.ts'
import { showDraft } from '#contract/community/drafts.ts'
import { discardImage, uploadImage } from '#contract/community/media.ts'
import type { Language } from '#contract/shapes.ts'
import { call } from '../../platform/call.ts'
import { dropDraft, useKeptDraft } from '../../platform/keptDraft.ts'
import { attemptOf } from '../../platform/outbox.rules.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { type Draft, emptyForm, isBegun } from './draft.rules.ts'
import { useSavedDraft } from './useSavedDraft.ts'

const draftKey = 'ask'

const newDraft = (language: Language, byline: CaseForm['byline']): Draft => ({
  draftId: crypto.randomUUID(),
  postKey: crypto.randomUUID(),
  form: { ...emptyForm(language), byline },
})

/** A photo that was not taken in, by the name its doctor knows it by. */
export interface RefusedPhoto {
  readonly name: string
  readonly error: unknown
}

/** A case being written: kept on the device at once and on the server a moment later, with its photos, until it is posted once. */
export const useAsking = (language: Language, byline: CaseForm['byline'], opened: string | null) => {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useKeptDraft<Draft>(draftKey, () => newDraft(language, byline))
  const [uploading, setUploading] = useState(0)
  const [refusedPhotos, setRefusedPhotos] = useState<readonly RefusedPhoto[]>([])
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const saved = useSavedDraft(draft, setError)
  const { form } = draft
  // What a photo is added to is the form as it is when the photo has arrived.
  const latest = useRef(draft)
  latest.current = draft
  const put = (next: Draft) => {
    latest.current = next
    setDraft(next)
  }
  const change = (part: Partial<CaseForm>) => {
    const now = latest.current
    // A case is written in the language its doctor began it in.
    const begun = isBegun(now.form) ? now.form : { ...now.form, language }
    put({ ...now, form: { ...begun, ...part } })
  }

  // A draft opened by its address (posting undone, another device) takes the place of what is kept here, which the server has too.
  useEffect(() => {
    if (!opened || opened === draft.draftId) return
    void call(showDraft, { params: { draftId: opened } }).then((shown) => {
      saved.opened(shown.id, shown.revision)
      put({ draftId: shown.id, postKey: crypto.randomUUID(), form: shown.form })
    }, setError)
  }, [opened])

  const addPhotos = async (files: readonly File[]) => {
    setRefusedPhotos([])
    setUploading((photos) => photos + files.length)
    for (const file of files) {
      try {
        const body = new FormData()
        body.set('file', file)
        const { id } = await call(uploadImage, { body: body as never, key: crypto.randomUUID() })
        change({ images: [...latest.current.form.images, { imageId: id, caption: '', kind: 'photo' }] })
      } catch (refused) {
        setRefusedPhotos((before) => [...before, { name: file.name, error: refused }])
      }
      setUploading((photos) => photos - 1)
    }
  }
  const removePhoto = (imageId: string) => {
    change({ images: latest.current.form.images.filter((image) => image.imageId !== imageId) })
    void call(discardImage, { params: { imageId } }).catch(() => {})
  }

  /** Begins anew: what was here is posted, or waits to be sent. */
  const leave = async () => {
    put(newDraft(language, byline))
    await dropDraft(draftKey)
  }
  const send = async () => {
    setError(null)
    setSending(true)
    const { draftId, postKey, form: asked } = latest.current
    await saved.close(draftId)
    const body = { form: asked, draftId }
    try {
      const { id } = await call(postCase, { body, key: postKey })
      await leave()
      for (const queryKey of [['cases'], ['home']]) void client.invalidateQueries({ queryKey })
      navigate(`/cases/${id}`, { replace: true })
    } catch (failure) {
      if (attemptOf(failure) === 'later') {
        await keepForLater({ promise: 'postCase', body, key: postKey })
        await leave()
      } else {
        saved.reopen(draftId)
        setError(failure)
      }
      setSending(false)
    }
  }
  /** Takes a case that waits, or was refused, back into the form. */
  const takeUp = (asked: { form: CaseForm; draftId: string | null }) => {
    const draftId = asked.draftId ?? crypto.randomUUID()
    saved.reopen(draftId)
    put({ draftId, postKey: crypto.randomUUID(), form: asked.form })
  }
  const settle = (choice: 'theirs' | 'mine') => {
    if (choice === 'theirs' && saved.elsewhere) put({ ...latest.current, form: saved.elsewhere })
    saved.settled()
  }
  return {
    draftId: draft.draftId,
    form,
    change,
    savedAt: saved.savedAt,
    elsewhere: saved.elsewhere,
    settle,
    photos: { uploading, refused: refusedPhotos, add: addPhotos, remove: removePhoto, full: form.images.length >= limits.images },
    sending,
    error,
    send,
    takeUp,
  }
}

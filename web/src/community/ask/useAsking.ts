import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { type CaseForm, postCase } from '#contract/community/cases.ts'
import { keepDraft, showDraft } from '#contract/community/drafts.ts'
import { discardImage, uploadImage } from '#contract/community/media.ts'
import type { Language } from '#contract/shapes.ts'
import { call, isOffline, problemOf } from '../../platform/call.ts'
import { dropDraft, useKeptDraft } from '../../platform/keptDraft.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { type Draft, emptyForm, isBegun, sameForm } from './draft.rules.ts'

const draftKey = 'ask'
const quietFor = 1_000

const newDraft = (language: Language, byline: CaseForm['byline']): Draft => ({
  draftId: crypto.randomUUID(),
  postKey: crypto.randomUUID(),
  form: { ...emptyForm(language), byline },
})

/** A case being written: kept on the device at once and on the server a moment later, with its photos, until it is posted once. */
export const useAsking = (language: Language, byline: CaseForm['byline'], opened: string | null) => {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useKeptDraft<Draft>(draftKey, () => newDraft(language, byline))
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [uploading, setUploading] = useState(0)
  const [sending, setSending] = useState(false)
  const [later, setLater] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // Beside the draft, not in it: a save that ends while the doctor types on must not bring old words back.
  const revision = useRef(0)
  const saves = useRef<Promise<void>>(Promise.resolve())
  const posting = useRef(false)
  const [elsewhere, setElsewhere] = useState<CaseForm | null>(null)
  const { form } = draft
  // What a photo is added to is the form as it is when the photo has arrived.
  const latest = useRef(draft)
  latest.current = draft
  const change = (part: Partial<CaseForm>) => {
    latest.current = { ...latest.current, form: { ...latest.current.form, ...part } }
    setDraft(latest.current)
  }

  // A draft opened by its address (undone posting, another device) takes the place of what is kept here.
  useEffect(() => {
    if (!opened || opened === draft.draftId) return
    void call(showDraft, { params: { draftId: opened } }).then((shown) => {
      revision.current = shown.revision
      setDraft({ draftId: shown.id, postKey: crypto.randomUUID(), form: shown.form })
    }, setError)
  }, [opened])

  const save = async () => {
    const saved = latest.current
    if (posting.current) return
    try {
      const kept = await call(keepDraft, { params: { draftId: saved.draftId }, body: { revision: revision.current, form: saved.form } })
      revision.current = kept.revision
      setSavedAt(new Date(kept.savedAt))
    } catch (failure) {
      const problem = problemOf(failure)
      if (problem?.code === 'draft.stale') {
        const current = problem.current as { revision: number; form: CaseForm; savedAt: string }
        revision.current = current.revision
        if (sameForm(current.form, saved.form)) setSavedAt(new Date(current.savedAt))
        else setElsewhere(current.form)
        return
      }
      setSavedAt(null)
      if (!isOffline(failure)) setError(failure)
    }
  }
  useEffect(() => {
    if (!isBegun(form) || elsewhere) return
    const timer = setTimeout(() => {
      // One after the other: two saves under way would start from the same revision.
      saves.current = saves.current.then(save)
    }, quietFor)
    return () => clearTimeout(timer)
  }, [JSON.stringify(form), elsewhere])
  /** Settles which of two versions goes on: the one from the other tab or device, or this one. */
  const settle = (choice: 'theirs' | 'mine') => {
    if (choice === 'theirs' && elsewhere) setDraft({ ...draft, form: elsewhere })
    setElsewhere(null)
  }

  const addPhotos = async (files: readonly File[]) => {
    setUploading((photos) => photos + files.length)
    for (const file of files) {
      try {
        const body = new FormData()
        body.set('file', file)
        const { id } = await call(uploadImage, { body: body as never, key: crypto.randomUUID() })
        change({ images: [...latest.current.form.images, { imageId: id, caption: '', kind: 'photo' }] })
      } catch (failure) {
        setError(failure)
      }
      setUploading((photos) => photos - 1)
    }
  }
  const removePhoto = (imageId: string) => {
    change({ images: form.images.filter((image) => image.imageId !== imageId) })
    void call(discardImage, { params: { imageId } }).catch(() => {})
  }

  const send = async () => {
    setError(null)
    setSending(true)
    posting.current = true
    await saves.current
    const body = { form, draftId: draft.draftId }
    try {
      const { id } = await call(postCase, { body, key: draft.postKey })
      setDraft(newDraft(language, byline))
      await dropDraft(draftKey)
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['home'] })
      navigate(`/cases/${id}`, { replace: true })
    } catch (failure) {
      setSending(false)
      posting.current = false
      if (!isOffline(failure)) return setError(failure)
      await keepForLater({ promise: 'postCase', body, key: draft.postKey })
      setLater(true)
    }
  }
  const wrong = (field: string): boolean => problemOf(error)?.fields?.some(({ path }) => path.startsWith(field)) ?? false
  return { form, change, savedAt, uploading, addPhotos, removePhoto, sending, later, error, wrong, send, elsewhere, settle }
}

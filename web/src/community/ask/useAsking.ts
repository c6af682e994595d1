import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { type CaseForm, postCase } from '#contract/community/cases.ts'
import { discardDraft, showDraft } from '#contract/community/drafts.ts'
import type { Language } from '#contract/shapes.ts'
import { call, problemOf } from '../../platform/call.ts'
import { dropDraft, useKeptDraft } from '../../platform/keptDraft.ts'
import { attemptOf } from '../../platform/outbox.rules.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { noteUsedSpecialties } from '../specialties/usedSpecialties.ts'
import { asideDraft, dropAside, keepAside } from './asides.ts'
import { type Draft, emptyForm, isBegun, readyToPost } from './draft.rules.ts'
import { draftsKey } from './drafts.queries.ts'
import { dropKeptPhotos, usePhotos } from './usePhotos.ts'
import { useSavedDraft } from './useSavedDraft.ts'

const draftKey = 'ask'

const newDraft = (language: Language, byline: CaseForm['byline']): Draft => ({
  draftId: crypto.randomUUID(),
  postKey: crypto.randomUUID(),
  form: { ...emptyForm(language), byline },
})

/** How long a discarded draft can be had back. */
const undoFor = 10_000

/** A case being written: kept on the device at once and on the server a moment later, with its photos, until it is posted once. */
export const useAsking = (language: Language, byline: CaseForm['byline'], opened: string | null) => {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, setDraft, read] = useKeptDraft<Draft>(draftKey, () => newDraft(language, byline))
  const [sending, setSending] = useState(false)
  const [missing, setMissing] = useState(0)
  const [error, setError] = useState<unknown>(null)
  // Whether this draft was there before this page: then a new one can be begun beside it.
  const [resumed, setResumed] = useState(false)
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
  const photos = usePhotos({
    draftId: draft.draftId,
    read,
    shown: form.images.length,
    taken: (draftId, imageId, kind) => {
      if (latest.current.draftId !== draftId) return false
      const { images } = latest.current.form
      if (!images.some((image) => image.imageId === imageId)) change({ images: [...images, { imageId, caption: '', kind }] })
      return true
    },
  })

  const listAnew = () => {
    for (const queryKey of [draftsKey, ['home']]) void client.invalidateQueries({ queryKey })
  }
  /** Puts another draft into the form. The one that was there stays: on this device at once, and there until the server has it. */
  const turnTo = async (next: Draft, { known = true } = {}) => {
    const before = latest.current
    setError(null)
    setMissing(0)
    setResumed(known)
    put(next)
    if (before.draftId === next.draftId || !isBegun(before.form)) return
    await keepAside(before)
    if (await saved.keep(before)) await dropAside(before.draftId)
    listAnew()
  }
  const open = async (draftId: string) => {
    if (draftId === latest.current.draftId) return
    setError(null)
    try {
      const aside = await asideDraft(draftId)
      if (aside) await turnTo(aside)
      else {
        const shown = await call(showDraft, { params: { draftId } })
        saved.opened(shown.id, shown.revision)
        await turnTo({ draftId: shown.id, postKey: crypto.randomUUID(), form: shown.form })
      }
      await dropAside(draftId)
    } catch (failure) {
      setError(failure)
    }
  }
  const beginNew = async () => {
    navigate('/ask', { replace: true })
    await turnTo(newDraft(language, byline), { known: false })
  }

  // A draft opened by its address: posting undone, gone on with from home, begun on another device.
  useEffect(() => {
    if (!read) return
    if (opened && opened !== latest.current.draftId) void open(opened)
    else setResumed(isBegun(latest.current.form))
  }, [read, opened])

  /** Throws a draft away, this one or another; returns what brings it back. */
  const discard = async (gone: Pick<Draft, 'draftId' | 'form'>): Promise<(() => Promise<void>) | null> => {
    const here = gone.draftId === latest.current.draftId ? latest.current : null
    await saved.close(gone.draftId)
    try {
      await call(discardDraft, { params: { draftId: gone.draftId } }).catch((failure: unknown) => {
        if (problemOf(failure)?.code !== 'draft.not-found') throw failure
      })
    } catch (failure) {
      saved.reopen(gone.draftId)
      setError(failure)
      return null
    }
    saved.forget(gone.draftId)
    await dropAside(gone.draftId)
    if (here) {
      navigate('/ask', { replace: true })
      setResumed(false)
      put(newDraft(language, byline))
    }
    listAnew()
    const photosGone = setTimeout(() => void dropKeptPhotos(gone.draftId), undoFor)
    return async () => {
      clearTimeout(photosGone)
      saved.reopen(gone.draftId)
      const back = here ?? { draftId: gone.draftId, postKey: crypto.randomUUID(), form: gone.form }
      if (here) await turnTo(back)
      else {
        await keepAside(back)
        if (await saved.keep(back)) await dropAside(back.draftId)
      }
      listAnew()
    }
  }

  /** Begins anew: what was here is posted, or waits to be sent. */
  const leave = async () => {
    put(newDraft(language, byline))
    setResumed(false)
    await dropDraft(draftKey)
    listAnew()
  }
  const send = async () => {
    setError(null)
    setSending(true)
    // A case goes out with all its photos, or says which are missing.
    const notIn = await photos.settled()
    setMissing(notIn)
    if (notIn > 0) {
      setSending(false)
      return
    }
    const { draftId, postKey } = latest.current
    const asked = readyToPost(latest.current.form)
    await saved.close(draftId)
    const body = { form: asked, draftId }
    try {
      const { id } = await call(postCase, { body, key: postKey })
      await leave()
      void noteUsedSpecialties(asked.specialties)
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
  const takeUp = async (asked: { form: CaseForm; draftId: string | null }) => {
    const draftId = asked.draftId ?? crypto.randomUUID()
    saved.reopen(draftId)
    await turnTo({ draftId, postKey: crypto.randomUUID(), form: asked.form })
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
    photos,
    /** Photos without which the case was not sent. */
    missing,
    sending,
    error,
    send,
    takeUp,
    resumed,
    open,
    beginNew,
    discard,
  }
}

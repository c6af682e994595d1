import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseForm } from '#contract/community/cases.ts'
import { keepDraft } from '#contract/community/drafts.ts'
import { call, isOffline, problemOf } from '../../platform/call.ts'
import { dropDraft, keepDraft as keepOnDevice, keptDraft } from '../../platform/keptDraft.ts'
import { type Draft, isBegun, sameForm } from './draft.rules.ts'

const quietFor = 1_000

/** Beside each draft on the device: the revision the server has it in, so that a tab opened later goes on from there. */
const revisionKey = (draftId: string): string => `ask-revision:${draftId}`

/** Keeps a draft on the server a moment after each change, one save after the other; tells when another tab or device has changed it. */
export const useSavedDraft = (draft: Draft, onError: (error: unknown) => void) => {
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [elsewhere, setElsewhere] = useState<CaseForm | null>(null)
  // Beside the draft, not in it: a save that ends while the doctor types on must not bring old words back.
  const revisions = useRef(new Map<string, number>())
  const latest = useRef(draft)
  latest.current = draft
  const saves = useRef<Promise<void>>(Promise.resolve())
  const closed = useRef(new Set<string>())

  const revisionOf = async (draftId: string): Promise<number> => {
    const known = revisions.current.get(draftId)
    if (known !== undefined) return known
    return (await keptDraft<number>(revisionKey(draftId))) ?? 0
  }
  const knowRevision = (draftId: string, revision: number) => {
    revisions.current.set(draftId, revision)
    void keepOnDevice(revisionKey(draftId), revision)
  }
  const save = async () => {
    const { draftId, form } = latest.current
    if (closed.current.has(draftId)) return
    try {
      const kept = await call(keepDraft, { params: { draftId }, body: { revision: await revisionOf(draftId), form } })
      knowRevision(draftId, kept.revision)
      if (latest.current.draftId === draftId) setSavedAt(new Date(kept.savedAt))
    } catch (failure) {
      const problem = problemOf(failure)
      if (problem?.code === 'draft.stale') {
        const current = problem.current as { revision: number; form: CaseForm; savedAt: string }
        knowRevision(draftId, current.revision)
        if (sameForm(current.form, form)) setSavedAt(new Date(current.savedAt))
        else setElsewhere(current.form)
        return
      }
      setSavedAt(null)
      if (!isOffline(failure)) onError(failure)
    }
  }
  // What another draft was saved at, or changed to elsewhere, says nothing of this one.
  useEffect(() => {
    setSavedAt(null)
    setElsewhere(null)
  }, [draft.draftId])
  const words = JSON.stringify(draft.form)
  useEffect(() => {
    if (!isBegun(draft.form) || elsewhere) return
    const inTurn = () => {
      saves.current = saves.current.then(save)
    }
    const timer = setTimeout(inTurn, quietFor)
    window.addEventListener('online', inTurn)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', inTurn)
    }
  }, [draft.draftId, words, elsewhere])

  return {
    savedAt,
    elsewhere,
    settled: () => setElsewhere(null),
    /** The server's draft as it was opened. */
    opened: knowRevision,
    /** Ends saving a draft that is about to be posted; resolves when none is under way. */
    close: (draftId: string): Promise<void> => {
      closed.current.add(draftId)
      return saves.current
    },
    reopen: (draftId: string) => closed.current.delete(draftId),
    /** Keeps a draft on the server before another one is opened; whether the server has it now. One changed elsewhere is left for when it is opened again. */
    keep: ({ draftId, form }: Draft): Promise<boolean> => {
      const kept = saves.current.then(async () => {
        try {
          const { revision } = await call(keepDraft, { params: { draftId }, body: { revision: await revisionOf(draftId), form } })
          knowRevision(draftId, revision)
          return true
        } catch {
          return false
        }
      })
      saves.current = kept.then(() => {})
      return kept
    },
    /** Forgets a draft that is no longer there: its next save is its first. */
    forget: (draftId: string) => {
      revisions.current.delete(draftId)
      void dropDraft(revisionKey(draftId))
    },
  }
}

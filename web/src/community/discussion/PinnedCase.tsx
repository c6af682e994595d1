import { type ComponentChildren, createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { type Opened, useImageViewer } from '../media/useImageViewer.ts'
import { useCommentDraft } from './commentDraft.ts'
import { type KnownPin, pinsOf } from './pins.rules.ts'

/** The pins of a case, and the ways between them and the comments that name them. */
interface Pinned {
  readonly known: ReadonlyMap<number, KnownPin>
  readonly viewer: ReturnType<typeof useImageViewer>
  /** Opens the viewer at a pin. */
  readonly open: (number: number, opener: HTMLElement) => void
  /** Opens it to put one. */
  readonly point: (opener: HTMLElement) => void
  /** From the viewer back to a comment. */
  readonly read: (commentId: string) => void
  /** The comment somebody has come to by a pin. */
  readonly reached: string | null
}

type Written = ReturnType<typeof useCommentDraft>

const PinnedContext = createContext<Pinned | null>(null)
const WrittenContext = createContext<Written | null>(null)

/** Null where there are no images to look at any more. */
export const usePinned = (): Pinned | null => useContext(PinnedContext)

/** What this reader is writing in the case. */
export const useWritten = (): Written => {
  const written = useContext(WrittenContext)
  if (!written) throw new Error('No case around this component')
  return written
}

/** A case whose images and comments refer to each other, and what is being written in it. */
export const PinnedCase = ({ shown, children }: { shown: ShownCase; children: ComponentChildren }) => {
  const viewer = useImageViewer(shown.images)
  const known = useMemo(() => pinsOf(shown.comments), [shown.comments])
  const written = useCommentDraft(shown.id, known, viewer.opened !== null)
  const [reached, setReached] = useState<string | null>(null)
  const { opened } = viewer
  const mine = written.draft.pins
  const placeOf = (number: number) => known.get(number)?.place ?? mine?.find((pin) => pin.number === number) ?? null
  const first = shown.images[0]?.id

  const open = (wanted: Pick<Opened, 'imageId'> & Partial<Opened>, opener: HTMLElement) => {
    setReached(null)
    viewer.open(wanted, opener)
  }
  const pinned: Pinned = {
    known,
    viewer,
    open: (number, opener) => {
      const place = placeOf(number)
      if (place) open({ imageId: place.imageId, pin: number }, opener)
    },
    point: (opener) => {
      if (first !== undefined) open({ imageId: first, placing: true }, opener)
    },
    read: (commentId) => {
      setReached(commentId)
      viewer.close(document.getElementById(`comment-${commentId}`))
    },
    reached,
  }
  // What is typed concerns neither images nor comments.
  const steady = useMemo(() => pinned, [known, opened, mine, first, reached])
  return (
    <PinnedContext.Provider value={steady}>
      <WrittenContext.Provider value={written}>{children}</WrittenContext.Provider>
    </PinnedContext.Provider>
  )
}

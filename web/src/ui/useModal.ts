import { type RefObject, useSyncExternalStore } from 'preact/compat'
import { useEffect } from 'preact/hooks'

let modals: readonly HTMLDialogElement[] = []
const hearers = new Set<() => void>()

const setModals = (now: readonly HTMLDialogElement[]): void => {
  modals = now
  for (const hear of hearers) hear()
}

/** Opens a dialog before which nothing else of the page can be reached, for as long as its component is there. */
export const useModal = (ref: RefObject<HTMLDialogElement | null>): void => {
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    dialog.showModal()
    setModals([...modals, dialog])
    return () => {
      setModals(modals.filter((open) => open !== dialog))
      // Closed before it leaves the page, so that focus goes back to where it came from.
      dialog.close()
    }
  }, [ref])
}

const hearModals = (hear: () => void) => {
  hearers.add(hear)
  return () => {
    hearers.delete(hear)
  }
}

/** The dialog in front of everything else, if one is open: only within it can anything be reached. */
export const useFrontModal = (): HTMLDialogElement | null => useSyncExternalStore(hearModals, () => modals.at(-1) ?? null)

import type { ComponentChildren, RefObject } from 'preact'
import { Icon } from '../../ui/Icon.tsx'
import { useModal } from '../../ui/useModal.ts'
import './viewer.css'

interface Props {
  readonly dialogRef: RefObject<HTMLDialogElement | null>
  readonly className?: string
  readonly label: string
  readonly closeLabel: string
  readonly close: () => void
  /** What each key does, and with `Ctrl+` before it held with Ctrl or Command. */
  readonly keys: Readonly<Record<string, () => void>>
  readonly bar: ComponentChildren
  readonly children: ComponentChildren
}

/** Images on a dark ground over the whole page, under a bar that closes it. */
export const Viewer = ({ dialogRef, className = 'viewer', label, closeLabel, close, keys, bar, children }: Props) => {
  useModal(dialogRef)
  const onKeyDown = (event: KeyboardEvent) => {
    const held = event.ctrlKey || event.metaKey
    if (event.altKey || (!held && (event.target as HTMLElement).tagName === 'INPUT')) return
    const act = keys[held ? `Ctrl+${event.key}` : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <dialog
      ref={dialogRef}
      className={className}
      tabIndex={-1}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={onKeyDown}
    >
      <header className="viewer-bar">
        <button type="button" className="viewer-tool" onClick={close} aria-label={closeLabel}>
          <Icon name="close" />
        </button>
        {bar}
      </header>
      {children}
    </dialog>
  )
}

import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { useCommonWords } from '../platform/useWords.ts'
import { Icon } from './Icon.tsx'
import { useModal } from './useModal.ts'
import './Dialog.css'

interface Props {
  readonly title: string
  /** Called for the cross, Escape and the phone's back gesture; the owner then takes the dialog off the page. */
  readonly onClose: () => void
  /** The sign before a question about harm. */
  readonly tone?: 'danger'
  /** For things to compare side by side on a desk. */
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** Something to be settled before the page goes on: a sheet from below on a phone, a box on a desk. A tap beside it does not throw away what was typed. */
export const Dialog = ({ title, onClose, tone, wide = false, children }: Props) => {
  const { ui } = useCommonWords()
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useModal(ref)

  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <div>
          {tone === 'danger' && (
            <span className="dialog-danger">
              <Icon name="warning" />
            </span>
          )}
          <h2 id={heading}>{title}</h2>
        </div>
        <button type="button" className="dialog-close" aria-label={ui.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}

import type { ComponentChildren } from 'preact'
import './Button.css'

export type ButtonKind = 'filled' | 'outlined' | 'text' | 'danger'

interface Props {
  readonly kind?: ButtonKind
  readonly type?: 'button' | 'submit'
  readonly onClick?: (event: MouseEvent) => void
  readonly disabled?: boolean
  /** It is at work: it stays in reach of the keyboard, does nothing more, and its label should say what is happening. */
  readonly busy?: boolean
  /** As wide as what it stands in. */
  readonly wide?: boolean
  /** What a button that is only a sign is called. */
  readonly label?: string
  /** For a button that switches something on and off. */
  readonly pressed?: boolean
  readonly id?: string
  readonly children: ComponentChildren
}

/** Does something. One filled button stands on a screen. */
export const Button = ({ kind = 'outlined', type = 'button', onClick, disabled, busy, wide, label, pressed, id, children }: Props) => (
  <button
    id={id}
    type={type}
    className={`button button-${kind}${wide ? ' button-wide' : ''}${label === undefined ? '' : ' button-sign'}`}
    disabled={disabled}
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    aria-label={label}
    aria-pressed={pressed}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
  >
    {busy && <span className="button-busy" aria-hidden="true" />}
    {children}
  </button>
)

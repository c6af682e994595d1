import type { ComponentChildren } from 'preact'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import './Explained.css'

interface Props {
  readonly children: ComponentChildren
  /** What a screen reader says of the words. */
  readonly description: string
  /** The same to look at; on the page only while it is asked for. */
  readonly note: ComponentChildren
}

const margin = 12

/** Words that tell more when asked: by a tap, by the keyboard's focus, by a pointer over them; Escape or a tap elsewhere ends it. */
export const Explained = ({ children, description, note }: Props) => {
  const words = useRef<HTMLSpanElement>(null)
  const box = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => setOpen(true)
  const hide = () => setOpen(false)
  const byMouse = (act: () => void) => (event: PointerEvent) => event.pointerType === 'mouse' && act()
  /** Below the words, or above them where there is no room; it goes with them when the page scrolls. */
  const put = useCallback(() => {
    const place = words.current?.getClientRects()[0]
    if (!place || !box.current || box.current.matches(':popover-open')) return
    box.current.showPopover()
    const { offsetWidth, offsetHeight, style } = box.current
    const { clientWidth, clientHeight } = document.documentElement
    const below = place.bottom + 6
    const top = below + offsetHeight > clientHeight - margin ? place.top - 6 - offsetHeight : below
    style.left = `${Math.max(margin, Math.min(place.left, clientWidth - offsetWidth - margin)) + scrollX}px`
    style.top = `${top + scrollY}px`
  }, [])
  useLayoutEffect(() => {
    if (open) put()
  }, [open, put])
  return (
    <span onPointerEnter={byMouse(show)} onPointerLeave={byMouse(hide)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a button would not break at the end of a line as words do */}
      <span
        ref={words}
        className="explained"
        role="button"
        tabIndex={0}
        aria-description={description}
        // A tap on the words of an open note has closed it just before.
        onClick={open ? put : show}
        onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && show()}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
      >
        {children}
      </span>
      {open && (
        <span
          ref={box}
          className="explained-note"
          popover="auto"
          role="tooltip"
          onToggle={({ newState }) => newState === 'closed' && hide()}
        >
          {note}
        </span>
      )}
    </span>
  )
}

import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import './Explained.css'

const margin = 12

/** Words that tell more when asked: by a tap, by the keyboard's focus, by a pointer over them; Escape or a tap elsewhere ends it. */
export const Explained = ({ children, note }: { children: ComponentChildren; note: ComponentChildren }) => {
  const id = useId()
  const words = useRef<HTMLSpanElement>(null)
  const box = useRef<HTMLSpanElement>(null)
  const show = () => {
    const place = words.current?.getClientRects()[0]
    if (!place || !box.current || box.current.matches(':popover-open')) return
    box.current.showPopover()
    const { offsetWidth, offsetHeight, style } = box.current
    const { clientWidth, clientHeight } = document.documentElement
    const below = place.bottom + 6
    const top = below + offsetHeight > clientHeight - margin ? place.top - 6 - offsetHeight : below
    style.left = `${Math.max(margin, Math.min(place.left, clientWidth - offsetWidth - margin)) + scrollX}px`
    style.top = `${top + scrollY}px`
  }
  const hide = () => box.current?.matches(':popover-open') && box.current.hidePopover()
  const byMouse = (act: () => void) => (event: PointerEvent) => event.pointerType === 'mouse' && act()
  return (
    <span onPointerEnter={byMouse(show)} onPointerLeave={byMouse(hide)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a button would not break at the end of a line as words do */}
      <span
        ref={words}
        className="explained"
        role="button"
        tabIndex={0}
        aria-describedby={id}
        onClick={show}
        onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && show()}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
      >
        {children}
      </span>
      <span ref={box} id={id} className="explained-note" popover="auto" role="tooltip">
        {note}
      </span>
    </span>
  )
}

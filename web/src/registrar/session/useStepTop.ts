import { useEffect, useRef } from 'preact/hooks'

/** A new step begins at its top and at its heading, like a page of its own; the first one leaves focus to the browser. */
export const useStepTop = (step: string): void => {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    window.scrollTo(0, 0)
    const heading = document.querySelector<HTMLElement>('#content h1')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [step])
}

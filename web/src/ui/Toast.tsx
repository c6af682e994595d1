import { type ComponentChildren, createContext } from 'preact'
import { createPortal } from 'preact/compat'
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useCommonWords } from '../platform/useWords.ts'
import { Icon } from './Icon.tsx'
import { useFrontModal } from './useModal.ts'
import './Toast.css'

interface ToastOptions {
  /** How long it stays, 6 to 10 seconds; longer while somebody points at it. */
  readonly milliseconds?: number
  /** What takes it back. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Shown extends ToastOptions {
  readonly text: string
  readonly number: number
}

interface Toaster {
  readonly show: (text: string, options?: ToastOptions) => void
}

const ToastContext = createContext<Toaster | null>(null)

/** Says in one line that something was done: `useToast().show('Answer sent.', { action: { label: 'Undo', run } })`. */
export const useToast = (): Toaster => {
  const toaster = useContext(ToastContext)
  if (!toaster) throw new Error('No toaster around this component')
  return toaster
}

const usual = 6_000

/** Holds the one line that may be said at a time, above the dock and within any dialog, told politely to screen readers. */
export const Toaster = ({ children }: { children: ComponentChildren }) => {
  const { ui } = useCommonWords()
  const [shown, setShown] = useState<Shown | null>(null)
  const [held, setHeld] = useState(false)
  const number = useRef(0)
  const modal = useFrontModal()

  const show = useCallback((text: string, options: ToastOptions = {}) => {
    number.current += 1
    setHeld(false)
    setShown({ ...options, text, number: number.current })
  }, [])
  const toaster = useMemo(() => ({ show }), [show])

  useEffect(() => {
    if (!shown || held) return
    const timer = setTimeout(() => setShown(null), shown.milliseconds ?? usual)
    return () => clearTimeout(timer)
  }, [shown, held])

  const line = (
    <div className="toast-place" role="status">
      {shown && (
        <div
          key={shown.number}
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocusCapture={() => setHeld(true)}
          onBlurCapture={() => setHeld(false)}
        >
          <span>{shown.text}</span>
          {shown.action ? (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                shown.action?.run()
                setShown(null)
              }}
            >
              {shown.action.label}
            </button>
          ) : (
            <button type="button" className="toast-close" aria-label={ui.dismiss} onClick={() => setShown(null)}>
              <Icon name="close" />
            </button>
          )}
        </div>
      )}
    </div>
  )
  return (
    <ToastContext.Provider value={toaster}>
      {children}
      {modal ? createPortal(line, modal) : line}
    </ToastContext.Provider>
  )
}

// What a browser does for documents and an app must do for itself: a new page begins at its top and at its heading,
// and Back returns to where one was.

const place = 'place:'

/** True from a navigation until its page has put focus on its heading; the first page leaves focus to the browser. */
let arriving = false

interface Entry {
  readonly entry?: string
}

const entryOf = (state: unknown): string => (state as Entry | null)?.entry ?? 'first'

const keepPlace = (): void => sessionStorage.setItem(place + entryOf(history.state), String(window.scrollY))

/** Moves focus to the page's heading once it is there, after a navigation and unless somebody has gone on by then. */
export const focusHeading = (): void => {
  if (!arriving) return
  const main = document.getElementById('content')
  const focused = document.activeElement
  const elsewhere = focused && focused !== document.body && focused !== main && main?.contains(focused)
  const heading = main?.querySelector('h1')
  if (elsewhere) arriving = false
  else if (heading) {
    arriving = false
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  } else main?.focus({ preventScroll: true })
}

type Navigate = (to: string, options?: { replace?: boolean; state?: unknown }) => void

/** Around each navigation of the router: remembers the place left, and starts the new page at its top. */
export const aroundNavigation = (navigate: Navigate, to: string, options: { replace?: boolean; state?: unknown } = {}): void => {
  if (options.replace) {
    navigate(to, { ...options, state: { ...(history.state as object | null), ...(options.state as object) } })
    return
  }
  keepPlace()
  navigate(to, { ...options, state: { ...(options.state as object), entry: crypto.randomUUID() } })
  arriving = true
  window.scrollTo(0, 0)
}

const patience = 1_500

/** Goes to a place as soon as the page is long enough for it; gives up when the reader scrolls first. */
const returnTo = (top: number): void => {
  const until = performance.now() + patience
  let stopped = false
  const stop = () => {
    stopped = true
  }
  for (const type of ['wheel', 'touchmove', 'keydown'] as const) window.addEventListener(type, stop, { once: true, passive: true })
  const attempt = () => {
    if (stopped) return
    if (document.documentElement.scrollHeight - window.innerHeight >= top || performance.now() > until) window.scrollTo(0, top)
    else requestAnimationFrame(attempt)
  }
  requestAnimationFrame(attempt)
}

const keptPlace = (): number => Number(sessionStorage.getItem(place + entryOf(history.state)) ?? 0)

/** Keeps the place of each page and returns to it on Back and after a reload. */
export const startReturning = (): void => {
  history.scrollRestoration = 'manual'
  window.addEventListener('pagehide', keepPlace)
  // A step back has changed the entry by the time it is told of: the place left is known from the last scroll.
  let timer: ReturnType<typeof setTimeout> | undefined
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = setTimeout(keepPlace, 100)
    },
    { passive: true },
  )
  window.addEventListener('popstate', () => {
    clearTimeout(timer)
    arriving = true
    returnTo(keptPlace())
  })
  if (keptPlace() > 0) returnTo(keptPlace())
}

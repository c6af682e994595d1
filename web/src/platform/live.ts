// One line to the server on which it says that something changed. What changed is asked for anew, with one's own rights.

interface Heard {
  /** The line stands; whatever is shown may be older than it. */
  ready(): void
  changed(what: string): void
  /** The session has ended, or another has taken its place. */
  over(): void
}

/** A page out of sight keeps its line for a while, and asks for everything anew when it is looked at again. */
const keptWhileHidden = 30_000
/** The server beats every 25 s; after this long a silence is a broken network. */
const silentAtMost = 70_000
/** Refused, or cut off for good: until then pages ask by themselves. */
const againAfter = 30_000
/** After a server came back, not everybody asks at one moment. */
const spreadOver = 3_000

/** Who signs in again ends the session before: the word of that can come ahead of the reply that brings the new one. */
const signInTakes = 3_000

let standing = false

/** How often a page that is told of changes still asks by itself, and one that is not. */
export const askingEvery = (withoutLine: number): number => (standing ? 60_000 : withoutLine)

/** Listens while the page is in sight; returns what ends it. */
export const listen = (address: string, heard: Heard): (() => void) => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let ending: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let stood = false
  // A browser has few connections to one host: where a page comes into sight, those out of sight leave theirs to it.
  const others = new BroadcastChannel('live')

  const close = (): void => {
    clearTimeout(timer)
    source?.close()
    source = null
    standing = false
  }
  const closeFor = (time: number): void => {
    close()
    timer = setTimeout(open, time)
  }
  const on = (event: string, call: (data: { what?: string }) => void): void =>
    source?.addEventListener(event, ({ data }: MessageEvent<string>) => {
      heardAt = Date.now()
      call(JSON.parse(data))
    })
  function open(): void {
    clearTimeout(timer)
    if (source || document.hidden) return
    source = new EventSource(address)
    heardAt = Date.now()
    others.postMessage('in sight')
    on('ready', () => {
      standing = true
      if (stood) setTimeout(heard.ready, Math.random() * spreadOver)
      else heard.ready()
      stood = true
    })
    on('changed', ({ what }) => what && heard.changed(what))
    on('beat', () => {})
    on('replaced', close)
    on('over', () => {
      // Whatever becomes of the line meanwhile, the page has to learn whose it is now.
      ending = setTimeout(heard.over, signInTakes)
      closeFor(signInTakes)
    })
    source.addEventListener('error', () => {
      standing = false
      // Otherwise the browser itself comes back.
      if (source?.readyState === EventSource.CLOSED) closeFor(againAfter)
    })
  }
  const look = (): void => {
    if (document.hidden) {
      clearTimeout(timer)
      timer = setTimeout(close, keptWhileHidden)
    } else if (source) clearTimeout(timer)
    else {
      stood = false
      open()
    }
  }
  const returned = (): void => {
    close()
    open()
  }
  others.addEventListener('message', () => document.hidden && close())
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', look)
  window.addEventListener('online', returned)
  const watching = setInterval(() => source && Date.now() - heardAt > silentAtMost && returned(), 10_000)
  open()
  return () => {
    close()
    clearTimeout(ending)
    clearInterval(watching)
    others.close()
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', look)
    window.removeEventListener('online', returned)
  }
}

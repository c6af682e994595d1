// Lets the app open without a network. It keeps the product's own files and nothing a doctor reads or writes:
// no call, no image, no page with data in it. And shows an alert when the server says that there is something.
import { keepPush, showAlert, showPush } from '#contract/community/notifications.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { pushFormOf } from '../platform/pushForm.ts'
import { alertOf } from './alert.rules.ts'

interface LasterEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface AnsweredEvent extends LasterEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface ClickedEvent extends LasterEvent {
  readonly notification: Notification
}
interface Opened {
  readonly visibilityState: 'visible' | 'hidden'
  focus(): Promise<Opened>
  navigate(address: string): Promise<Opened | null>
}
interface Worker {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[]
  readonly clients: {
    claim(): Promise<void>
    matchAll(which: { type: 'window' }): Promise<readonly Opened[]>
    openWindow(address: string): Promise<Opened | null>
  }
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate' | 'push' | 'pushsubscriptionchange', listener: (event: LasterEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: AnsweredEvent) => void): void
  addEventListener(type: 'notificationclick', listener: (event: ClickedEvent) => void): void
  addEventListener(type: 'message', listener: (event: LasterEvent & { readonly data: unknown }) => void): void
}

declare const self: Worker

const files = self.__WB_MANIFEST

const hashOf = (text: string): number => {
  let sum = 7
  for (const letter of text) sum = (Math.imul(31, sum) + letter.charCodeAt(0)) >>> 0
  return sum
}

/** Another list of files is another version, with a cache of its own. */
const cacheName = `consilium-${hashOf(JSON.stringify(files))}`

/** The page without what came with it: asked for without the session, and emptied of data all the same. */
const shell = async (): Promise<Response> => {
  const response = await fetch(new Request('/', { credentials: 'omit', cache: 'no-store' }))
  if (!response.ok) throw new Error('The page could not be kept')
  const page = (await response.text()).replace(/<script[^>]*id="page-data"[^>]*>.*?<\/script>/s, '')
  return new Response(page, { headers: response.headers })
}

const keepShell = async (): Promise<void> => {
  const cache = await caches.open(cacheName)
  await cache.addAll(files.map(({ url }) => `/${url}`))
  await cache.put('/', await shell())
}

const dropOlder = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('consilium-') && name !== cacheName).map((name) => caches.delete(name)))
}

/** Files under /assets never change: the kept one is as good as the server's. */
const fromCacheFirst = async (request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

const pageOrShell = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.open(cacheName).then((cache) => cache.match('/'))
    if (kept) return kept
    throw error
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())))

// What a page had fetched before this worker stood guard: it comes from the browser's own cache.
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return
  const paths = event.data.filter((path): path is string => typeof path === 'string' && path.startsWith('/assets/'))
  event.waitUntil(Promise.all(paths.map((path) => fromCacheFirst(new Request(path)))))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(pageOrShell(request))
  else if (pathname.startsWith('/assets/') || pathname === '/early.js') event.respondWith(fromCacheFirst(request))
})

/** A reply of the server with the rights of whoever is signed in here; null when nobody is, or it cannot be asked. */
const ask = async <T>({ path }: { readonly path: string }): Promise<T | null> => {
  try {
    const response = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(8_000) })
    return response.ok ? ((await response.json()) as T) : null
  } catch {
    return null
  }
}

// A push carries nothing: what to show is asked for with the reader's own rights. Something is shown whatever comes of it.
const alertReader = async (): Promise<void> => {
  const { title, ...options } = alertOf(await ask<ReplyOf<typeof showAlert>>(showAlert), navigator.language)
  await self.registration.showNotification(title, { ...options, icon: '/icons/consilium-192.png' })
}

const openWhereItStands = async (path: string): Promise<void> => {
  const pages = await self.clients.matchAll({ type: 'window' })
  const page = pages.find(({ visibilityState }) => visibilityState === 'visible') ?? pages[0]
  // A page this worker does not stand guard over yet cannot be led.
  const led = page && (await page.navigate(path).catch(() => null))
  if (led) await led.focus()
  else await self.clients.openWindow(path)
}

/** The browser's push service has given out another address: the server learns it, if this device still wants to be told. */
const subscribeAgain = async (): Promise<void> => {
  const known = await ask<ReplyOf<typeof showPush>>(showPush)
  if (!known?.publicKey || !known.on) return
  const subscription = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: known.publicKey })
  await fetch(keepPush.path, {
    method: keepPush.method,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(pushFormOf(subscription)),
  })
}

self.addEventListener('push', (event) => event.waitUntil(alertReader()))
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAgain()))
self.addEventListener('notificationclick', (event) => {
  const { notification } = event
  notification.close()
  event.waitUntil(openWhereItStands((notification.data as { path: string } | null)?.path ?? '/notifications'))
})

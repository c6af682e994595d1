import { dropPush, keepPush, showPush } from '#contract/community/notifications.ts'
import { call } from '../../platform/call.ts'
import { pushFormOf } from '../../platform/pushForm.ts'
import { isApple, type PushState, pushStateOf } from './push.rules.ts'
import { setWantsPush, wantsPush } from './wantsPush.ts'

/** The service worker of this page; null where there is none, as while developing. */
const worker = async (): Promise<ServiceWorkerRegistration | null> =>
  'serviceWorker' in navigator ? ((await navigator.serviceWorker.getRegistration()) ?? null) : null

const onHomeScreen = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true

/** Whether this device is alerted, as the browser and the server know it. */
export const pushState = async (known: boolean): Promise<PushState> => {
  const registration = await worker()
  const able = registration !== null && 'pushManager' in registration && 'Notification' in window
  return pushStateOf({
    able,
    apple: isApple(navigator.userAgent, navigator.maxTouchPoints),
    onHomeScreen: onHomeScreen(),
    permission: able ? Notification.permission : null,
    subscribed: known && able && (await registration.pushManager.getSubscription()) !== null,
  })
}

const subscribe = async (publicKey: string): Promise<PushSubscription> => {
  const { pushManager } = await navigator.serviceWorker.ready
  const before = await pushManager.getSubscription()
  // One made for another key would be refused: the instance has a new one, or is another.
  if (before && keyOf(before) !== publicKey) await before.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}

const keyOf = ({ options }: PushSubscription): string =>
  btoa(String.fromCharCode(...new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const tellAddress = async (publicKey: string): Promise<void> => {
  await call(keepPush, { body: pushFormOf(await subscribe(publicKey)) })
}

/** Asks the member's leave, then has the server alert this device. Called from a tap: a browser asks only then. False: they said no. */
export const turnPushOn = async (member: string, publicKey: string): Promise<boolean> => {
  if ((await Notification.requestPermission()) !== 'granted') return false
  await tellAddress(publicKey)
  setWantsPush(member)
  return true
}

export const turnPushOff = async (): Promise<void> => {
  await call(dropPush)
  await leavePush()
}

/** At every open: the address may have changed, or the server forgotten it. */
export const renewPush = async (member: string): Promise<void> => {
  if (!(await worker()) || !('Notification' in window)) return
  if (Notification.permission !== 'granted') return setWantsPush(null)
  try {
    const { publicKey } = await call(showPush)
    // Whoever has turned alerts off meanwhile keeps them off.
    if (publicKey && wantsPush(member)) await tellAddress(publicKey)
  } catch {
    // Without a network, or while the browser's service is down: at the next open.
  }
}

/** This browser is alerted no more, and shows none of what it was. */
export const leavePush = async (): Promise<void> => {
  setWantsPush(null)
  await closeAlerts()
  const registration = await worker()
  await (await registration?.pushManager?.getSubscription())?.unsubscribe()
}

/** Takes away alerts that still stand on the screen: what they were about is read. */
export const closeAlerts = async (): Promise<void> => {
  const shown = (await (await worker())?.getNotifications?.()) ?? []
  for (const alert of shown) alert.close()
}

import type { PushForm } from '#contract/community/notifications.ts'

/** What the server has to know of a subscription to reach it. */
export const pushFormOf = (subscription: PushSubscription): PushForm => {
  const { endpoint = '', keys = {} } = subscription.toJSON()
  const plain = (text: string | undefined): string => (text ?? '').replace(/=+$/, '')
  return { endpoint, p256dh: plain(keys['p256dh']), auth: plain(keys['auth']) }
}

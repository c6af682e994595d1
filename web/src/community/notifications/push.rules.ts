/** Whether this device can be alerted, and is. */
export type PushState = 'unsupported' | 'home-first' | 'denied' | 'off' | 'on'

interface Device {
  /** Whether the browser knows service workers, push and notifications. */
  readonly able: boolean
  /** iPhones and iPads let only what stands on the home screen be alerted. */
  readonly apple: boolean
  readonly onHomeScreen: boolean
  readonly permission: NotificationPermission | null
  readonly subscribed: boolean
}

export const pushStateOf = ({ able, apple, onHomeScreen, permission, subscribed }: Device): PushState => {
  if (apple && !onHomeScreen) return 'home-first'
  if (!able) return 'unsupported'
  if (permission === 'denied') return 'denied'
  return permission === 'granted' && subscribed ? 'on' : 'off'
}

/** Whether this is an iPhone or an iPad; the latter says it were a Mac, but no Mac has a touch screen. */
export const isApple = (agent: string, touchPoints: number): boolean =>
  /\b(iPhone|iPad|iPod)\b/.test(agent) || (/\bMacintosh\b/.test(agent) && touchPoints > 1)

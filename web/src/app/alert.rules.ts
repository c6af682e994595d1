import type { showAlert } from '#contract/community/notifications.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { notifications as en } from '#phrases/community/notifications.en.ts'
import { notifications as es } from '#phrases/community/notifications.es.ts'

export interface Alert {
  readonly title: string
  readonly body: string
  readonly lang: 'en' | 'es'
  /** One at a time: the newest takes the place of the one before. */
  readonly tag: 'news'
  readonly silent: boolean
  readonly data: { readonly path: string }
}

/** What a device shows: that there is something and of what kind, never a question or a name, since anybody may look at a locked screen. */
export const alertOf = (known: ReplyOf<typeof showAlert> | null, browserLanguage: string): Alert => {
  const lang = known?.language ?? (browserLanguage.toLowerCase().startsWith('es') ? 'es' : 'en')
  const { kinds, alert } = lang === 'es' ? es : en
  const same = { lang, tag: 'news', silent: false, data: { path: '/notifications' } } as const
  if (!known) return { ...same, ...alert.neutral }
  if (!known.newest) return { ...same, ...alert.seen, silent: true }
  const { kind, about, times } = known.newest
  const body = known.unread > 1 ? alert.more(known.unread - 1) : alert.open
  return { ...same, title: kinds[kind](times), body, data: { path: `/cases/${about}` } }
}

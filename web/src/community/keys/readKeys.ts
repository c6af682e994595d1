import { showManifest } from '#contract/community/accounts.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { keep, kept } from './keep.ts'
import { believeKeys, type Keys } from './tickets.ts'

/** Fetches the registrar's keys as anybody would, without cookies, and remembers how much of the list was seen. */
export const readKeys = async (): Promise<Keys> => {
  const response = await fetch(showManifest.path, { credentials: 'omit', cache: 'no-store' })
  if (!response.ok) throw new Error(`The key manifest: ${response.status}`)
  const keys = believeKeys((await response.json()) as ReplyOf<typeof showManifest>, await kept<Keys['seen']>('manifest-seen'))
  await keep('manifest-seen', keys.seen)
  return keys
}

// What the community's pages hand over in the part of an address after `#`, and what they get back. No server ever sees it.
import type { Entry, SignedTickets, TicketRequests } from '#contract/registrar/issuing.ts'

/** Blinded messages to be signed, and where the signatures go. */
export type ToSign =
  | {
      readonly back: 'join'
      readonly root: string
      readonly renewal: string
      readonly epoch: number
      readonly label: string
      readonly code: string
      readonly period: number
    }
  | { readonly back: 'renew'; readonly renewal: string; readonly epoch: number }

/** R's word that a name is to be shown. */
export interface NameProof {
  readonly rootKey: string
  readonly proof: string
  readonly challenge: string
}

const reader = (hash: string) => {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  return (name: string): string | null => (parts.getAll(name).length === 1 ? parts.get(name) : null)
}
const bytes = (text: string | null): string | null => (text !== null && /^[A-Za-z0-9_-]{16,1000}$/.test(text) ? text : null)
const number = (text: string | null): number | null => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null)
const code = (text: string | null): string | null => (text !== null && /^[A-Za-z0-9.-]{3,120}$/.test(text) ? text : null)

const whole = <T extends object>(parts: { [K in keyof T]: T[K] | null }): T | null =>
  Object.values(parts).includes(null) ? null : (parts as T)

/** What is to be signed; null when the address holds no whole request. */
export const readToSign = (hash: string): ToSign | null => {
  const read = reader(hash)
  const renewal = { renewal: bytes(read('renewal')), epoch: number(read('epoch')) }
  if (read('return') === 'renew') return whole<Extract<ToSign, { back: 'renew' }>>({ back: 'renew', ...renewal })
  if (read('return') !== 'join') return null
  return whole<Extract<ToSign, { back: 'join' }>>({
    back: 'join',
    ...renewal,
    root: bytes(read('root')),
    label: bytes(read('label')),
    code: code(read('code')),
    period: number(read('period')),
  })
}

/** What the server is asked. */
export const requestsOf = (asked: ToSign): TicketRequests => ({
  root: asked.back === 'join' ? asked.root : null,
  renewal: { epoch: asked.epoch, blinded: asked.renewal },
  label: asked.back === 'join' ? { code: asked.code, period: asked.period, blinded: asked.label } : null,
})

const address = (origin: string, path: string, parts: Readonly<Record<string, string | number>>): string =>
  `${origin}${path}#${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)]))}`

/** Back to the page that asked, with the signatures; null when one is missing. */
export const signedAddress = (communityOrigin: string, asked: ToSign, { root, renewal, label }: SignedTickets): string | null => {
  if (!renewal) return null
  if (asked.back === 'renew') return address(communityOrigin, '/renew', { renewal, epoch: asked.epoch })
  const { code, epoch, period } = asked
  return root && label ? address(communityOrigin, '/join', { root, renewal, label, code, epoch, period }) : null
}

/** To the page where an account is made, with what this doctor may ask for. */
export const joinAddress = (
  communityOrigin: string,
  { label, period, crowd, epoch }: Pick<Entry, 'label' | 'period' | 'crowd' | 'epoch'>,
): string => address(communityOrigin, '/join', { label, period, k: crowd, epoch })

/** What somebody agreed to on /enter a moment ago, so that signing it needs no second question. */
export interface Agreed {
  readonly label: string
  readonly epoch: number
  /** Milliseconds since 1970. */
  readonly at: number
}

const agreedFor = 30 * 60_000

/** Whether these tickets are what this tab was sent to fetch; anything else might be somebody else's request, brought here by a link. */
export const isAgreed = (asked: ToSign, agreed: Agreed | null, now: number): boolean =>
  asked.back === 'join' && agreed !== null && agreed.label === asked.code && agreed.epoch === asked.epoch && now - agreed.at < agreedFor

/** R's word; null when the address holds none. */
export const readNameProof = (hash: string): NameProof | null => {
  const read = reader(hash)
  return whole<NameProof>({ rootKey: bytes(read('rootKey')), proof: bytes(read('proof')), challenge: bytes(read('challenge')) })
}

/** To the account that is to show a name: it has to answer the challenge. */
export const askAccountAddress = (communityOrigin: string, { challenge, through }: { challenge: string; through: number }): string =>
  address(communityOrigin, '/me/name', { challenge, through })

/** Back to the account, with the signed name. */
export const signedNameAddress = (
  communityOrigin: string,
  {
    signature,
    name,
    specialty,
    country,
    through,
  }: { signature: string; name: string; specialty: string; country: string; through: number },
): string => address(communityOrigin, '/me/name', { signature, name, specialty, country, through })

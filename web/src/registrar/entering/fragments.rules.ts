// What the community's pages hand over in the part of an address after `#`, and what they get back. No server ever sees it.
import type { Deposit, Entry, FetchedSignature, SignedTickets, TicketRequests } from '#contract/registrar/issuing.ts'

/** Requests handed in ahead, and the first epoch with which the labels among them may be signed. */
type Ahead = Pick<Deposit, 'renewals' | 'labels' | 'labelsFrom'>

/** How much of the key list the browser saw at the community. */
export interface SeenKeys {
  readonly count: number
  readonly head: string
}

/** Blinded messages to be signed, and where the signatures go. */
export type ToSign = { readonly seen: SeenKeys } & (
  | {
      readonly back: 'join'
      readonly root: string
      readonly renewal: string
      readonly epoch: number
      readonly label: string
      readonly code: string
      readonly period: number
      readonly ahead: Ahead
    }
  | { readonly back: 'group'; readonly root: string; readonly ahead: Ahead }
  | { readonly back: 'renew'; readonly ahead: Ahead }
)

/** Hashes of blinded messages whose signatures are fetched, and where they go. */
export interface ToCollect {
  readonly back: 'join' | 'renew'
  readonly hashes: readonly string[]
}

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

const list = <T>(text: string | null, read: (item: string) => T | null): T[] | null => {
  if (text === null) return null
  const items = text === '' ? [] : text.split(',').map(read)
  return items.length > 32 || items.includes(null) ? null : (items as T[])
}
const renewalAhead = (text: string) => {
  const [of = null, blinded = null] = text.split('*')
  return whole<Ahead['renewals'][number]>({ epoch: number(of), blinded: bytes(blinded) })
}
const labelAhead = (text: string) => {
  const [label = null, of = null, blinded = null] = text.split('*')
  return whole<Ahead['labels'][number]>({ code: code(label), period: number(of), blinded: bytes(blinded) })
}

const seenKeys = (text: string | null): SeenKeys | null => {
  const [count = null, head = null] = text?.split('*') ?? []
  return whole<SeenKeys>({ count: number(count), head: bytes(head) })
}

/** What is to be signed; null when the address holds no whole request. */
export const readToSign = (hash: string): ToSign | null => {
  const read = reader(hash)
  const ahead = whole<Ahead>({
    renewals: list(read('ahead'), renewalAhead),
    labels: list(read('labels'), labelAhead),
    labelsFrom: number(read('from')),
  })
  const root = bytes(read('root'))
  const seen = seenKeys(read('seen'))
  switch (read('return')) {
    case 'renew':
      return whole<Extract<ToSign, { back: 'renew' }>>({ back: 'renew', seen, ahead })
    case 'group':
      return whole<Extract<ToSign, { back: 'group' }>>({ back: 'group', seen, root, ahead })
    case 'join':
      return whole<Extract<ToSign, { back: 'join' }>>({
        back: 'join',
        seen,
        root,
        renewal: bytes(read('renewal')),
        epoch: number(read('epoch')),
        label: bytes(read('label')),
        code: code(read('code')),
        period: number(read('period')),
        ahead,
      })
    default:
      return null
  }
}

/** Whose signatures are to be fetched; null when the address asks for none. */
export const readToCollect = (hash: string): ToCollect | null => {
  const read = reader(hash)
  const back = read('return')
  const hashes = list(read('hashes'), (text) => (/^[A-Za-z0-9_-]{43}$/.test(text) ? text : null))
  return (back === 'join' || back === 'renew') && hashes && hashes.length > 0 ? { back, hashes } : null
}

/** What the server signs at once: everything of somebody who enters alone. */
export const requestsOf = ({ root, renewal, epoch, label, code, period }: Extract<ToSign, { back: 'join' }>): TicketRequests => ({
  root,
  renewal: { epoch, blinded: renewal },
  label: { code, period, blinded: label },
})

/** What the server keeps for later. */
export const depositOf = (asked: ToSign): Deposit => ({ root: asked.back === 'group' ? asked.root : null, ...asked.ahead })

/** The blinded messages whose answers are brought back, in the order they were asked in. */
export const blindedOf = (asked: ToSign): readonly string[] => [
  ...(asked.back === 'group' ? [asked.root] : []),
  ...asked.ahead.renewals.map(({ blinded }) => blinded),
  ...asked.ahead.labels.map(({ blinded }) => blinded),
]

const address = (origin: string, path: string, parts: Readonly<Record<string, string | number>>): string =>
  `${origin}${path}#${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)]))}`

/** Back to the page that makes the account, with the signatures of somebody who enters alone; null when one is missing. */
export const signedAddress = (
  communityOrigin: string,
  { code, epoch, period }: Extract<ToSign, { back: 'join' }>,
  { root, renewal, label }: SignedTickets,
): string | null => (root && renewal && label ? address(communityOrigin, '/join', { root, renewal, label, code, epoch, period }) : null)

const rungList = (rungs: Entry['rungs']): string => rungs.map(({ code, period }) => `${code}*${period}`).join(',')

/** Back to the page that asked, with what has become of each message; and, for somebody the registrar knows, who waits and which labels there are. */
export const answersAddress = (
  communityOrigin: string,
  back: 'join' | 'renew',
  items: readonly FetchedSignature[],
  entry: Pick<Entry, 'group' | 'rungs'> | null,
): string =>
  address(communityOrigin, back === 'join' ? '/join' : '/renew', {
    answers: items.map(({ state, signature }) => signature ?? state).join(','),
    ...(entry && {
      size: entry.group.size,
      minimum: entry.group.minimum,
      next: Date.parse(entry.group.next),
      latest: Date.parse(entry.group.latest),
      rungs: rungList(entry.rungs),
    }),
  })

/** How a doctor enters: alone or with the next group, and with the label at once or with the next epoch. */
export interface Way {
  readonly how: 'now' | 'group'
  readonly labelLater: boolean
}

/** The label with which a doctor enters who takes theirs with the next epoch. */
const withoutLabel = 'doctor.world'

/** To the page where an account is made, with what this doctor may ask for. */
export const joinAddress = (
  communityOrigin: string,
  { label, period, crowd, epoch, rungs }: Pick<Entry, 'label' | 'period' | 'crowd' | 'epoch' | 'rungs'>,
  { how, labelLater }: Way,
): string =>
  address(communityOrigin, '/join', {
    how,
    label: labelLater ? withoutLabel : label,
    period,
    k: crowd,
    epoch,
    rungs: rungList(rungs),
    from: labelLater ? epoch + 1 : 0,
  })

/** What somebody agreed to on /enter a moment ago, so that signing it needs no second question. */
export interface Agreed {
  readonly how: 'now' | 'group'
  /** The label that is asked for at once. */
  readonly label: string
  readonly epoch: number
  /** Milliseconds since 1970. */
  readonly at: number
}

const agreedFor = 30 * 60_000

/** Whether these tickets are what this tab was sent to fetch; anything else might be somebody else's request, brought here by a link. */
export const isAgreed = (asked: ToSign, agreed: Agreed | null, now: number): boolean => {
  if (agreed === null || now - agreed.at >= agreedFor) return false
  if (asked.back === 'join') return agreed.how === 'now' && agreed.label === asked.code && agreed.epoch === asked.epoch
  return asked.back === 'group' && agreed.how === 'group'
}

/** What somebody agrees to who enters this way. */
export const agreedTo = ({ label, epoch }: Pick<Entry, 'label' | 'epoch'>, { how, labelLater }: Way, at: number): Agreed => ({
  how,
  label: labelLater ? withoutLabel : label,
  epoch,
  at,
})

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

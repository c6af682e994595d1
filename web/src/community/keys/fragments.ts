// How the two halves hand things to each other: in the part of an address after `#`, which no server ever sees.
import type { Base64url } from '#tickets/base64url.ts'

/** A label a request may be handed in for. */
export interface Rung {
  readonly code: string
  readonly period: number
}

/** The registrar lets a verified doctor enter: alone or with the next group, the label they may carry, how many share it, and the periods. */
export interface EnterArrival {
  readonly step: 'enter'
  readonly how: 'now' | 'group'
  readonly label: string
  readonly period: number
  readonly k: number
  readonly epoch: number
  readonly rungs: readonly Rung[]
  /** The first epoch with which a finer label than the first may be signed; 0: at once. */
  readonly from: number
}

/** The registrar has signed, unseen, what this browser blinded. */
export interface SignedArrival {
  readonly step: 'signed'
  readonly root: Base64url
  readonly renewal: Base64url
  readonly label: Base64url
  readonly code: string
  readonly epoch: number
  readonly period: number
}

/** What has become of one blinded message: its signature, or why there is none. */
export type Answer = Base64url | 'waiting' | 'unknown'

/** What has become of what was asked, in the order it was asked in, and what the registrar says beside it. */
export interface AnswersArrival {
  readonly step: 'answers'
  readonly answers: readonly Answer[]
  /** Who waits to enter together, and when that may be (milliseconds since 1970); null where nobody asked. */
  readonly group: { readonly size: number; readonly minimum: number; readonly next: number; readonly latest: number } | null
  /** The labels to hand requests in for; null where the registrar was not asked by somebody it knows. */
  readonly rungs: readonly Rung[] | null
}

/** The registrar asks R's holder to say that a name is to be shown. */
export interface NameAskedArrival {
  readonly step: 'asked'
  readonly challenge: Base64url
  readonly through: number
}

/** The registrar has signed that this account is this doctor. */
export interface NameSignedArrival {
  readonly step: 'signed'
  readonly signature: Base64url
  readonly name: string
  readonly specialty: string
  readonly country: string
  readonly through: number
}

type Read = (name: string) => string | null

const reader = (hash: string): Read => {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  return (name) => (parts.getAll(name).length === 1 ? parts.get(name) : null)
}
const bytes = (text: string | null): Base64url | null => (text !== null && /^[A-Za-z0-9_-]{16,2000}$/.test(text) ? text : null)
const number = (text: string | null): number | null => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null)
const code = (text: string | null): string | null => (text !== null && /^[A-Za-z0-9.-]{3,120}$/.test(text) ? text : null)
const words = (text: string | null): string | null => (text !== null && text.trim() !== '' && text.length <= 200 ? text : null)

/** All parts, or null when one is missing or is not what it should be. */
const whole = <T extends object>(parts: { [K in keyof T]: T[K] | null }): T | null =>
  Object.values(parts).includes(null) ? null : (parts as T)

const list = <T>(text: string | null, read: (item: string) => T | null): readonly T[] | null => {
  if (text === null) return null
  const items = text === '' ? [] : text.split(',').map(read)
  return items.length > 40 || items.includes(null) ? null : (items as T[])
}
const rung = (text: string): Rung | null => {
  const [label = null, of = null, ...rest] = text.split('*')
  return rest.length > 0 ? null : whole<Rung>({ code: code(label), period: number(of) })
}
const answer = (text: string): Answer | null => (text === 'waiting' || text === 'unknown' ? text : bytes(text))
const instant = (text: string | null): number | null => (text !== null && /^\d{10,15}$/.test(text) ? Number(text) : null)

/** Why somebody comes to /join; null: by themselves. */
export const readJoin = (hash: string): EnterArrival | SignedArrival | AnswersArrival | null => {
  const read = reader(hash)
  const periods = { epoch: number(read('epoch')), period: number(read('period')) }
  const how = read('how')
  return (
    readAnswers(hash) ??
    whole<SignedArrival>({
      step: 'signed',
      root: bytes(read('root')),
      renewal: bytes(read('renewal')),
      label: bytes(read('label')),
      code: code(read('code')),
      ...periods,
    }) ??
    whole<EnterArrival>({
      step: 'enter',
      how: how === 'now' || how === 'group' ? how : null,
      label: code(read('label')),
      k: number(read('k')),
      rungs: list(read('rungs'), rung),
      from: number(read('from')),
      ...periods,
    })
  )
}

/** What the registrar answers for several blinded messages; null: nothing yet. */
export const readAnswers = (hash: string): AnswersArrival | null => {
  const read = reader(hash)
  const answers = list(read('answers'), answer)
  if (!answers || answers.length === 0) return null
  const group = {
    size: number(read('size')),
    minimum: number(read('minimum')),
    next: instant(read('next')),
    latest: instant(read('latest')),
  }
  return { step: 'answers', answers, group: whole<NonNullable<AnswersArrival['group']>>(group), rungs: list(read('rungs'), rung) }
}

/** Why somebody comes to /me/name; null: by themselves. */
export const readName = (hash: string): NameAskedArrival | NameSignedArrival | null => {
  const read = reader(hash)
  const through = number(read('through'))
  return (
    whole<NameSignedArrival>({
      step: 'signed',
      signature: bytes(read('signature')),
      name: words(read('name')),
      specialty: code(read('specialty')),
      country: read('country')?.match(/^[A-Z]{2}$/)?.[0] ?? null,
      through,
    }) ?? whole<NameAskedArrival>({ step: 'asked', challenge: bytes(read('challenge')), through })
  )
}

const address = (registrarOrigin: string, path: string, parts: Readonly<Record<string, string | number>>): string =>
  `${registrarOrigin}${path}#${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)]))}`

/** Requests handed in ahead: their periods and the blinded messages. */
export interface Ahead {
  readonly renewals: readonly { readonly epoch: number; readonly blinded: Base64url }[]
  readonly labels: readonly { readonly code: string; readonly period: number; readonly blinded: Base64url }[]
  /** The first epoch with which the labels may be signed. */
  readonly from: number
}

/** How much of the key list this browser has seen, for the registrar's page to compare with its own copy. */
export interface SeenKeys {
  readonly count: number
  readonly head: Base64url
}

const aheadParts = ({ renewals, labels, from }: Ahead, { count, head }: SeenKeys): Record<string, string | number> => ({
  seen: `${count}*${head}`,
  ahead: renewals.map(({ epoch, blinded }) => `${epoch}*${blinded}`).join(','),
  labels: labels.map(({ code, period, blinded }) => `${code}*${period}*${blinded}`).join(','),
  from,
})

/** Where the registrar signs at once what a new member's browser has blinded, and keeps what is for later. */
export const issueForJoin = (
  registrarOrigin: string,
  {
    ahead,
    seen,
    ...asked
  }: { seen: SeenKeys; root: Base64url; renewal: Base64url; epoch: number; label: Base64url; code: string; period: number; ahead: Ahead },
): string => address(registrarOrigin, '/issue', { ...asked, ...aheadParts(ahead, seen), return: 'join' })

/** Where the registrar keeps a new member's requests until the next group enters. */
export const issueForGroup = (registrarOrigin: string, { root, ahead, seen }: { root: Base64url; ahead: Ahead; seen: SeenKeys }): string =>
  address(registrarOrigin, '/issue', { root, ...aheadParts(ahead, seen), return: 'group' })

/** Where the registrar keeps a member's requests for the coming months. */
export const issueForDeposit = (registrarOrigin: string, { ahead, seen }: { ahead: Ahead; seen: SeenKeys }): string =>
  address(registrarOrigin, '/issue', { ...aheadParts(ahead, seen), return: 'renew' })

/** Where signatures are fetched by the hashes of what was blinded, without saying who asks. */
export const collectAt = (registrarOrigin: string, back: 'join' | 'renew', hashes: readonly Base64url[]): string =>
  address(registrarOrigin, '/collect', { hashes: hashes.join(','), return: back })

/** Where the registrar attests a name; it asks for R's word by coming back with a challenge first. */
export const showNameAt = (registrarOrigin: string, said?: { rootKey: Base64url; proof: Base64url; challenge: Base64url }): string =>
  said ? address(registrarOrigin, '/show-name', { ...said }) : `${registrarOrigin}/show-name`

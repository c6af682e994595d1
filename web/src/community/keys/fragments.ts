// How the two halves hand things to each other: in the part of an address after `#`, which no server ever sees.
import type { Base64url } from '#tickets/base64url.ts'

/** The registrar lets a verified doctor enter: the label they may carry, how many share it, and the periods the tickets are for. */
export interface EnterArrival {
  readonly step: 'enter'
  readonly label: string
  readonly period: number
  readonly k: number
  readonly epoch: number
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

export interface RenewArrival {
  readonly renewal: Base64url
  readonly epoch: number
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

/** Why somebody comes to /join; null: by themselves. */
export const readJoin = (hash: string): EnterArrival | SignedArrival | null => {
  const read = reader(hash)
  const periods = { epoch: number(read('epoch')), period: number(read('period')) }
  return (
    whole<SignedArrival>({
      step: 'signed',
      root: bytes(read('root')),
      renewal: bytes(read('renewal')),
      label: bytes(read('label')),
      code: code(read('code')),
      ...periods,
    }) ?? whole<EnterArrival>({ step: 'enter', label: code(read('label')), k: number(read('k')), ...periods })
  )
}

/** What /renew was sent by the registrar; null: nothing yet. */
export const readRenew = (hash: string): RenewArrival | null => {
  const read = reader(hash)
  return whole<RenewArrival>({ renewal: bytes(read('renewal')), epoch: number(read('epoch')) })
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

/** Where the registrar signs what a new member's browser has blinded. */
export const issueForJoin = (
  registrarOrigin: string,
  asked: { root: Base64url; renewal: Base64url; epoch: number; label: Base64url; code: string; period: number },
): string => address(registrarOrigin, '/issue', { ...asked, return: 'join' })

/** Where the registrar signs a renewal alone. */
export const issueForRenewal = (registrarOrigin: string, asked: RenewArrival): string =>
  address(registrarOrigin, '/issue', { ...asked, return: 'renew' })

/** Where the registrar attests a name; it asks for R's word by coming back with a challenge first. */
export const showNameAt = (registrarOrigin: string, said?: { rootKey: Base64url; proof: Base64url; challenge: Base64url }): string =>
  said ? address(registrarOrigin, '/show-name', { ...said }) : `${registrarOrigin}/show-name`

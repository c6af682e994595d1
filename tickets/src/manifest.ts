import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Base64url, fromBase64url, toBase64url } from './base64url.ts'
import { isSignedBy, type KeyPair, signBytes } from './ed25519.ts'
import { framed } from './framed.ts'
import { type LabelCode, parseLabel } from './labels.ts'

/** One key the registrar signs with, and when it said so. */
export interface ManifestEntry {
  readonly kind: 'root' | 'renewal' | 'label' | 'name'
  /** The epoch of a renewal key, the quarter of a label key; for root and name the number of the key, 0 unless one was ever replaced. */
  readonly period: number
  /** Null for every kind but `label`. */
  readonly label: LabelCode | null
  readonly issuedAtEpoch: number
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Base64url
  /** SHA-256 of the line before, null in the first. */
  readonly hashOfPrevious: Base64url | null
}

/** A key that is to be listed. */
export type NewKey = Omit<ManifestEntry, 'hashOfPrevious'>

/** Which key is meant. */
export type KeyName = Pick<ManifestEntry, 'kind' | 'period' | 'label'>

/** How much of a manifest a client has seen before. */
export interface SeenManifest {
  readonly count: number
  readonly head: Base64url
}

/** Why a manifest is refused. */
export type ManifestProblem =
  | 'empty'
  | 'malformed'
  | 'broken-chain'
  | 'out-of-order'
  | 'second-key'
  | 'reused-key'
  | 'bad-signature'
  /** It lacks entries this client has seen. */
  | 'shortened'
  /** It says otherwise than before. */
  | 'rewritten'

/** The one way to write an entry: a JSON array of its six fields in the order kind, period, label, issued, public key, previous hash. */
export const entryLine = (entry: ManifestEntry): string =>
  JSON.stringify([entry.kind, entry.period, entry.label, entry.issuedAtEpoch, entry.publicKey, entry.hashOfPrevious])

const hashOf = (entry: ManifestEntry): Base64url => toBase64url(sha256(utf8ToBytes(entryLine(entry))))

/** The hash of the last entry, which fixes all before it; null for an empty manifest. */
export const manifestHead = (entries: readonly ManifestEntry[]): Base64url | null => {
  const last = entries.at(-1)
  return last ? hashOf(last) : null
}

/** The first 66 bits of a head as six words (BIP-39, English list) that two doctors can compare aloud. */
export const headWords = (head: Base64url): readonly string[] => {
  const bits = Array.from(fromBase64url(head) ?? [], (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: 6 }, (_, at) => wordlist[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)]!)
}

/** The entry that lists a new key after these; throws when that would make a manifest every client refuses. */
export const nextEntry = (entries: readonly ManifestEntry[], key: NewKey): ManifestEntry => {
  const { kind, period, label, issuedAtEpoch, publicKey } = key
  const entry = { kind, period, label, issuedAtEpoch, publicKey, hashOfPrevious: manifestHead(entries) }
  const problem = whyUnsound([...entries, entry])
  if (problem) throw new Error(`This key cannot be listed: ${problem}`)
  return entry
}

const signedBytes = (entries: readonly ManifestEntry[]): Uint8Array => framed('manifest', entries.length, manifestHead(entries) ?? '')

/** Signs a whole manifest. */
export const signManifest = (entries: readonly ManifestEntry[], manifestKey: KeyPair): Base64url =>
  signBytes(signedBytes(entries), manifestKey.secretKey)

/** Why this manifest is refused, or null when it stands; with what was seen before, also whether it only grew. */
export const verifyManifest = (
  entries: readonly ManifestEntry[],
  signature: Base64url,
  manifestPublicKey: Base64url,
  seen?: SeenManifest,
): ManifestProblem | null => {
  const problem = whyUnsound(entries)
  if (problem) return problem
  if (!isSignedBy(signedBytes(entries), signature, manifestPublicKey)) return 'bad-signature'
  if (!seen) return null
  if (entries.length < seen.count) return 'shortened'
  return manifestHead(entries.slice(0, seen.count)) === seen.head ? null : 'rewritten'
}

const whyUnsound = (entries: readonly ManifestEntry[]): ManifestProblem | null => {
  if (entries.length === 0) return 'empty'
  const names = new Set<string>()
  const keys = new Set<string>()
  let previous: ManifestEntry | null = null
  for (const entry of entries) {
    if (!isWellFormed(entry)) return 'malformed'
    if (entry.hashOfPrevious !== (previous && hashOf(previous))) return 'broken-chain'
    if (previous && entry.issuedAtEpoch < previous.issuedAtEpoch) return 'out-of-order'
    const name = nameOf(entry)
    if (names.has(name)) return 'second-key'
    if (keys.has(entry.publicKey)) return 'reused-key'
    names.add(name)
    keys.add(entry.publicKey)
    previous = entry
  }
  return null
}

const nameOf = ({ kind, period, label }: KeyName): string => JSON.stringify([kind, period, label])

const isWhole = (number: unknown): boolean => Number.isInteger(number) && (number as number) >= 0 && (number as number) < 2 ** 32

const isWellFormed = ({ kind, period, label, issuedAtEpoch, publicKey }: ManifestEntry): boolean =>
  ['root', 'renewal', 'label', 'name'].includes(kind) &&
  isWhole(period) &&
  isWhole(issuedAtEpoch) &&
  (kind === 'label' ? typeof label === 'string' && parseLabel(label) !== null : label === null) &&
  typeof publicKey === 'string' &&
  (fromBase64url(publicKey)?.length ?? 0) > 0

/** The key of this name, or why it does not count in the epoch its tickets are used. */
export const findKey = (
  entries: readonly ManifestEntry[],
  wanted: KeyName,
  usedInEpoch: number,
): { readonly entry: ManifestEntry } | { readonly refused: 'not-listed' | 'listed-late' } => {
  const name = nameOf(wanted)
  const entry = entries.find((listed) => nameOf(listed) === name)
  if (!entry) return { refused: 'not-listed' }
  // Listed an epoch before, a key made for one person can be seen by everyone in time. At an instance's very beginning nobody could be singled out.
  const countsAtOnce = entry.kind === 'root' || entry.issuedAtEpoch === entries[0]?.issuedAtEpoch
  return countsAtOnce || entry.issuedAtEpoch < usedInEpoch ? { entry } : { refused: 'listed-late' }
}

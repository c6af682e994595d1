import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'
import { toBase64url } from './base64url.ts'
import { keyPairOf } from './ed25519.ts'
import {
  entryLine,
  findKey,
  headWords,
  type ManifestEntry,
  manifestHead,
  type NewKey,
  nextEntry,
  signManifest,
  verifyManifest,
} from './manifest.ts'

const manifestKey = keyPairOf(new Uint8Array(32).fill(1))
const keyNumber = (number: number) => toBase64url(new Uint8Array(40).fill(number))

const listed: readonly NewKey[] = [
  { kind: 'root', period: 0, label: null, issuedAtEpoch: 3, publicKey: keyNumber(1) },
  { kind: 'renewal', period: 3, label: null, issuedAtEpoch: 3, publicKey: keyNumber(2) },
  { kind: 'label', period: 0, label: 'doctor.world', issuedAtEpoch: 3, publicKey: keyNumber(3) },
  { kind: 'renewal', period: 5, label: null, issuedAtEpoch: 4, publicKey: keyNumber(4) },
  { kind: 'label', period: 0, label: 'cardiology.ES', issuedAtEpoch: 5, publicKey: keyNumber(5) },
]
const list = (keys: readonly NewKey[], hang: (sofar: readonly ManifestEntry[], key: NewKey) => ManifestEntry = nextEntry) => {
  const listing: ManifestEntry[] = []
  for (const key of keys) listing.push(hang(listing, key))
  return listing
}
const entries = list(listed)
const signature = signManifest(entries, manifestKey)

/** As an operator could: any entries, chained and signed anew. */
const forge = (keys: readonly NewKey[]) => {
  const forged = list(keys, (sofar, key) => ({ ...key, hashOfPrevious: manifestHead(sofar) }))
  return verifyManifest(forged, signManifest(forged, manifestKey), manifestKey.publicKey)
}
const verify = (shown: readonly ManifestEntry[]) => verifyManifest(shown, signature, manifestKey.publicKey)

describe('a manifest', () => {
  it('stands when chained and signed', () => {
    expect(verify(entries)).toBeNull()
  })

  it('is written one way, whatever the order of the fields in JSON', () => {
    const turned = entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as unknown as ManifestEntry)
    expect(verify(turned)).toBeNull()
    expect(entryLine(entries[0]!)).toBe(`["root",0,null,3,"${keyNumber(1)}",null]`)
  })

  it('is refused when one field was changed: broken where a line follows, unsigned where none does', () => {
    const change = (at: number, to: Partial<ManifestEntry>) => verify(entries.with(at, { ...entries[at]!, ...to }))
    for (const to of [{ publicKey: keyNumber(9) }, { period: 9 }, { issuedAtEpoch: 2 }]) expect(change(0, to)).toBe('broken-chain')
    expect(change(2, { label: 'doctor.europe' })).toBe('broken-chain')
    expect(change(4, { publicKey: keyNumber(9) })).toBe('bad-signature')
  })

  it('is refused when entries changed places, are missing or were added', () => {
    expect(verify([entries[0]!, entries[2]!, entries[1]!, ...entries.slice(3)])).toBe('broken-chain')
    expect(verify(entries.toSpliced(1, 1))).toBe('broken-chain')
    expect(verify(entries.slice(1))).toBe('broken-chain')
    expect(verify(entries.slice(0, -1))).toBe('bad-signature')
    const added = nextEntry(entries, { kind: 'renewal', period: 6, label: null, issuedAtEpoch: 5, publicKey: keyNumber(6) })
    expect(verify([...entries, added])).toBe('bad-signature')
    expect(verify([])).toBe('empty')
  })

  it('is refused when another key signed it', () => {
    const other = keyPairOf(new Uint8Array(32).fill(2))
    expect(verifyManifest(entries, signManifest(entries, other), manifestKey.publicKey)).toBe('bad-signature')
    expect(verifyManifest(entries, signature, other.publicKey)).toBe('bad-signature')
  })

  it('is refused, however well signed, with a second key for one purpose or one key for two', () => {
    expect(forge([...listed, { ...listed[3]!, issuedAtEpoch: 5, publicKey: keyNumber(9) }])).toBe('second-key')
    expect(forge([...listed, { ...listed[4]!, publicKey: keyNumber(9) }])).toBe('second-key')
    expect(forge([...listed, { ...listed[3]!, issuedAtEpoch: 5, period: 6 }])).toBe('reused-key')
  })

  it('is refused, however well signed, with a key that claims to have been listed before its predecessor', () => {
    expect(forge([...listed, { kind: 'renewal', period: 6, label: null, issuedAtEpoch: 4, publicKey: keyNumber(6) }])).toBe('out-of-order')
  })

  it('is refused, however well signed, with an entry that says nothing clear', () => {
    const strange: Partial<Record<keyof NewKey, unknown>>[] = [
      { kind: 'master' },
      { label: null },
      { label: 'Cardiology.ES' },
      { kind: 'renewal' },
      { period: -1 },
      { period: 1.5 },
      { period: '0' },
      { issuedAtEpoch: Number.NaN },
      { publicKey: '' },
      { publicKey: 'not base64url!' },
    ]
    for (const to of strange) expect(forge(listed.with(4, { ...listed[4]!, ...to } as NewKey))).toBe('malformed')
  })
})

describe('a client that has seen a manifest', () => {
  const before = { count: 3, head: manifestHead(entries.slice(0, 3))! }
  const verifySeen = (shown: readonly ManifestEntry[]) =>
    verifyManifest(shown, signManifest(shown, manifestKey), manifestKey.publicKey, before)

  it('accepts that it grew, or did not', () => {
    expect(verifySeen(entries)).toBeNull()
    expect(verifySeen(entries.slice(0, 3))).toBeNull()
  })

  it('refuses one that lost entries or tells another past', () => {
    expect(verifySeen(entries.slice(0, 2))).toBe('shortened')
    expect(verifySeen(list(listed.with(1, { ...listed[1]!, publicKey: keyNumber(9) })))).toBe('rewritten')
  })
})

describe('listing a key', () => {
  it('is refused where clients would refuse the manifest', () => {
    expect(() => nextEntry(entries, listed[0]!)).toThrow('out-of-order')
    expect(() => nextEntry(entries, { ...listed[0]!, issuedAtEpoch: 9, publicKey: keyNumber(9) })).toThrow('second-key')
  })
})

describe('finding a key', () => {
  const entryOf = (at: number) => ({ entry: entries[at]! })

  it('gives the one for this kind, period and label', () => {
    expect(findKey(entries, { kind: 'renewal', period: 5, label: null }, 5)).toEqual(entryOf(3))
    expect(findKey(entries, { kind: 'label', period: 0, label: 'cardiology.ES' }, 6)).toEqual(entryOf(4))
  })

  it('gives none that is not listed', () => {
    for (const wanted of [
      { kind: 'renewal', period: 4, label: null },
      { kind: 'label', period: 1, label: 'doctor.world' },
      { kind: 'label', period: 0, label: 'cardiology.GB' },
      { kind: 'name', period: 0, label: null },
    ] as const) {
      expect(findKey(entries, wanted, 5)).toEqual({ refused: 'not-listed' })
    }
  })

  it('gives none that was listed in the very epoch it is used', () => {
    expect(findKey(entries, { kind: 'label', period: 0, label: 'cardiology.ES' }, 5)).toEqual({ refused: 'listed-late' })
  })

  it('gives those of the beginning, and the root key, at once', () => {
    expect(findKey(entries, { kind: 'renewal', period: 3, label: null }, 3)).toEqual(entryOf(1))
    expect(findKey(entries, { kind: 'label', period: 0, label: 'doctor.world' }, 3)).toEqual(entryOf(2))
    const renewed = list([...listed, { kind: 'root', period: 1, label: null, issuedAtEpoch: 8, publicKey: keyNumber(8) }])
    expect(findKey(renewed, { kind: 'root', period: 1, label: null }, 8)).toEqual({ entry: renewed[5]! })
  })
})

describe('the head as words', () => {
  it('is six words of the list, other ones for another manifest', () => {
    const words = headWords(manifestHead(entries)!)
    expect(words).toHaveLength(6)
    for (const word of words) expect(wordlist).toContain(word)
    expect(headWords(manifestHead(entries.slice(0, -1))!)).not.toEqual(words)
  })

  it('reads the first 66 bits in order', () => {
    expect(headWords(toBase64url(new Uint8Array(32)))).toEqual(Array(6).fill('abandon'))
    expect(headWords(toBase64url(new Uint8Array(32).fill(255)))).toEqual(Array(6).fill('zoo'))
    expect(headWords(toBase64url(new Uint8Array(32).with(8, 0b0100_0000)))).toEqual([...Array(5).fill('abandon'), 'ability'])
  })
})

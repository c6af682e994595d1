import { mod } from '@noble/curves/abstract/modular.js'
import { bytesToNumberBE } from '@noble/curves/utils.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Blinding, prefixLength, saltLength, type TicketKey } from './blind.ts'
import { type KeyPair, keyPairOf } from './ed25519.ts'
import { framed } from './framed.ts'
import type { TicketClaim } from './tickets.rules.ts'

/** 128 random bits: everything a member's account hangs on. */
export type Seed = Uint8Array

/** The length of a seed, in bytes. */
export const seedLength = 16
const wordCount = 12

/** What came of reading the recovery words: the seed, or what is wrong with them. */
export type WordsReading =
  | { readonly seed: Seed }
  | { readonly problem: 'unknown-words'; readonly words: readonly { readonly position: number; readonly word: string }[] }
  | { readonly problem: 'wrong-count'; readonly count: number }
  /** All twelve are words of the list but do not belong together: one is another word, or two changed places. */
  | { readonly problem: 'do-not-fit' }

/** The twelve words (BIP-39, English list) that stand for a seed. */
export const wordsOf = (seed: Seed): readonly string[] => {
  if (seed.length !== seedLength) throw new RangeError(`A seed has ${seedLength} bytes`)
  return entropyToMnemonic(seed, wordlist).split(' ')
}

/** Reads twelve words as people type them: capitals, numbers, commas and extra spaces do not matter. Positions count from 1. */
export const readWords = (typed: string): WordsReading => {
  const words =
    typed
      .normalize('NFKD')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const unknown = words.map((word, at) => ({ position: at + 1, word })).filter(({ word }) => !wordlist.includes(word))
  if (unknown.length > 0) return { problem: 'unknown-words', words: unknown }
  if (words.length !== wordCount) return { problem: 'wrong-count', count: words.length }
  try {
    return { seed: mnemonicToEntropy(words.join(' '), wordlist) }
  } catch {
    return { problem: 'do-not-fit' }
  }
}

const derive = (seed: Seed, info: Uint8Array, length: number): Uint8Array => {
  if (seed.length !== seedLength) throw new RangeError(`A seed has ${seedLength} bytes`)
  return hkdf(sha256, seed, utf8ToBytes('consilium/v1/seed'), info, length)
}

/** `R`: the key pair that is the account, whatever device holds the seed. */
export const rootKeyOf = (seed: Seed): KeyPair => keyPairOf(derive(seed, framed('root-key'), 32))

/**
 * What hides one ticket, the same on every device with the seed, so that any of them can finish what another began.
 * It differs for whatever the message differs in, so no factor ever hides two messages, even under a key the operator used twice.
 */
export const blindingOf = (seed: Seed, claim: TicketClaim, key: TicketKey): Blinding => {
  const label = claim.kind === 'label' ? claim.label : ''
  const part = (name: string, length: number) => derive(seed, framed('blinding', claim.kind, claim.period, label, key.id, name), length)
  return {
    prefix: part('prefix', prefixLength),
    salt: part('salt', saltLength),
    // 128 bits more than the modulus, so that the remainder is as good as uniform; never 0.
    factor: mod(bytesToNumberBE(part('factor', key.length + 16)), key.modulus - 1n) + 1n,
  }
}

import { bytesToHex } from '@noble/hashes/utils.js'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTicketKey, type TicketKey } from './blind.ts'
import { blindingOf, readWords, rootKeyOf, wordsOf } from './seed.ts'
import { generateTicketKey } from './sign.ts'
import type { TicketClaim } from './tickets.rules.ts'

const aSeed = fc.uint8Array({ minLength: 16, maxLength: 16 })
const zeros = new Uint8Array(16)
const unused = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ')

describe('recovery words', () => {
  it('lead back to the seed they stand for', () => {
    fc.assert(
      fc.property(aSeed, (seed) => {
        const words = wordsOf(seed)
        expect(words).toHaveLength(12)
        expect(readWords(words.join(' '))).toEqual({ seed: Uint8Array.from(seed) })
      }),
    )
  })

  it('are those of BIP-39', () => {
    expect(wordsOf(zeros)).toEqual([...Array<string>(11).fill('abandon'), 'about'])
    expect(readWords(unused.join(' '))).toEqual({ seed: new Uint8Array(16).fill(0x7f) })
  })

  it('may be typed with capitals, numbers, commas, line breaks and extra spaces', () => {
    const typed = unused.map((word, at) => `  ${at + 1}. ${at % 2 ? word.toUpperCase() : word},\n`).join('')
    expect(readWords(typed)).toEqual(readWords(unused.join(' ')))
  })

  it('say which words are not of the list', () => {
    const typed = unused.with(1, 'winer').with(11, 'yelow').join(' ')
    expect(readWords(typed)).toEqual({
      problem: 'unknown-words',
      words: [
        { position: 2, word: 'winer' },
        { position: 12, word: 'yelow' },
      ],
    })
  })

  it('say how many there are when there are not twelve', () => {
    expect(readWords(unused.slice(1).join(' '))).toEqual({ problem: 'wrong-count', count: 11 })
    expect(readWords([...unused, 'zoo'].join(' '))).toEqual({ problem: 'wrong-count', count: 13 })
    expect(readWords('  ')).toEqual({ problem: 'wrong-count', count: 0 })
  })

  it('say when the words are known but do not belong together', () => {
    expect(readWords(unused.with(0, 'zoo').join(' '))).toEqual({ problem: 'do-not-fit' })
  })

  it('either give a seed or name a problem, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...wordlist), { maxLength: 14 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readWords(text)
        if ('seed' in reading) expect(readWords(wordsOf(reading.seed).join(' '))).toEqual(reading)
        else expect(reading.problem).toMatch(/^(unknown-words|wrong-count|do-not-fit)$/)
      }),
    )
  })
})

describe('what the seed derives', () => {
  let key: TicketKey
  let otherKey: TicketKey
  beforeAll(async () => {
    const read = async () => (await readTicketKey((await generateTicketKey(2048)).publicKey))!
    ;[key, otherKey] = await Promise.all([read(), read()])
  })

  const renewal = (period: number): TicketClaim => ({ kind: 'renewal', period })
  const fingerprint = (seed: Uint8Array, claim: TicketClaim, by: TicketKey) => {
    const { prefix, salt, factor } = blindingOf(seed, claim, by)
    return [bytesToHex(prefix), bytesToHex(salt), factor.toString(16)]
  }

  it('is the same on every device', () => {
    expect(rootKeyOf(Uint8Array.from(zeros))).toEqual(rootKeyOf(zeros))
    expect(fingerprint(Uint8Array.from(zeros), renewal(3), key)).toEqual(fingerprint(zeros, renewal(3), key))
  })

  it('stays the same from release to release, or accounts would be lost', () => {
    expect(rootKeyOf(zeros).publicKey).toBe('Ok5dpwAAbyKwLn17pYKVIR-nTkC82lrYA8jWA6qW6l8')
    const fixed = { ...key, id: 'fixed', modulus: 2n ** 2048n - 1n }
    const [prefix, salt, factor] = fingerprint(zeros, { kind: 'label', period: 1, label: 'doctor.world' }, fixed)
    expect([prefix, salt, factor!.slice(0, 32)]).toEqual([
      '565eac59f1d0e0f56f5c072ffa58025b9db986d3b1315e461b74ed880247247d',
      '4e9f7f799f13858b9fec8f5431815a773594ed1aa534448992b5a53b3a4749a79af6e9fa077bd06ff325433f74b2279b',
      'd44dc7ee940e1c28f21143aece9963ce',
    ])
  })

  it('has its own prefix, salt and factor for each seed, kind, period, label and key', () => {
    const seeds = Array.from({ length: 10 }, (_, at) => zeros.with(0, at))
    const labels = ['doctor.world', 'doctor.europe'].map((label): TicketClaim => ({ kind: 'label', period: 0, label }))
    const claims: TicketClaim[] = [{ kind: 'root', period: 0 }, renewal(0), renewal(1), ...labels]
    const all = seeds.flatMap((seed) => claims.flatMap((claim) => [key, otherKey].flatMap((by) => fingerprint(seed, claim, by))))
    expect(new Set(all).size).toBe(10 * 5 * 2 * 3)
  })

  it('gives factors between 1 and n - 1', () => {
    fc.assert(
      fc.property(aSeed, (seed) => {
        const { factor } = blindingOf(seed, renewal(0), key)
        expect(factor >= 1n && factor < key.modulus).toBe(true)
      }),
    )
  })

  it('is nothing for a seed of another length', () => {
    expect(() => rootKeyOf(new Uint8Array(15))).toThrow('16 bytes')
    expect(() => wordsOf(new Uint8Array(32))).toThrow('16 bytes')
  })
})

import { describe, expect, it } from 'vitest'
import {
  collectAt,
  issueForDeposit,
  issueForGroup,
  issueForJoin,
  readAnswers,
  readJoin,
  readName,
  showNameAt,
} from '../../community/keys/fragments.ts'
import {
  agreedTo,
  answersAddress,
  askAccountAddress,
  blindedOf,
  depositOf,
  isAgreed,
  joinAddress,
  readNameProof,
  readToCollect,
  readToSign,
  requestsOf,
  signedAddress,
  signedNameAddress,
  type ToSign,
} from './fragments.rules.ts'

const community = 'https://consilium.example'
const registrar = 'https://registrar.example'
const hashOf = (address: string | null): string => new URL(address ?? '').hash
const some = (letter: string): string => letter.repeat(40)

describe('what the halves hand each other', () => {
  const ahead = {
    renewals: [
      { epoch: 24, blinded: some('a') },
      { epoch: 25, blinded: some('b') },
    ],
    labels: [{ code: 'cardiology.world', period: 3, blinded: some('d') }],
  }
  const sent = { ...ahead, from: 24 }
  const seen = { count: 12, head: some('e') }
  const kept = { ...ahead, labelsFrom: 24 }
  const rungs = [{ code: 'cardiology.GB', period: 3 }]
  const group = { mine: true, size: 4, minimum: 10, next: '2026-11-24T04:00:00.000Z', latest: '2026-11-25T03:00:00.000Z' }

  it('arrives whole on the way through joining alone', () => {
    const entry = { label: 'cardiology.GB', period: 3, crowd: 13, epoch: 23, rungs }
    expect(readJoin(hashOf(joinAddress(community, entry, { how: 'now', labelLater: false })))).toEqual({
      step: 'enter',
      how: 'now',
      label: 'cardiology.GB',
      period: 3,
      k: 13,
      epoch: 23,
      rungs,
      from: 0,
    })
    expect(readJoin(hashOf(joinAddress(community, entry, { how: 'group', labelLater: true })))).toMatchObject({
      how: 'group',
      label: 'doctor.world',
      from: 24,
    })

    const asked = { root: some('r'), renewal: some('n'), epoch: 23, label: some('l'), code: 'cardiology.GB', period: 3 }
    const toSign = readToSign(hashOf(issueForJoin(registrar, { ...asked, ahead: sent, seen })))
    expect(toSign).toEqual({ back: 'join', seen, ...asked, ahead: kept })
    if (toSign?.back !== 'join') throw new Error('not to be joined with')
    expect(requestsOf(toSign)).toEqual({
      root: some('r'),
      renewal: { epoch: 23, blinded: some('n') },
      label: { code: 'cardiology.GB', period: 3, blinded: some('l') },
    })
    expect(depositOf(toSign)).toEqual({ root: null, ...kept })
    const signed = { root: some('R'), renewal: some('N'), label: some('L') }
    expect(readJoin(hashOf(signedAddress(community, toSign, signed)))).toEqual({
      step: 'signed',
      ...signed,
      code: 'cardiology.GB',
      epoch: 23,
      period: 3,
    })
  })

  it('arrives whole on the way through joining with others, and says who waits', () => {
    const toSign = readToSign(hashOf(issueForGroup(registrar, { root: some('r'), ahead: sent, seen })))
    expect(toSign).toEqual({ back: 'group', seen, root: some('r'), ahead: kept })
    expect(toSign && depositOf(toSign)).toEqual({ root: some('r'), ...kept })
    expect(toSign && blindedOf(toSign)).toEqual([some('r'), some('a'), some('b'), some('d')])
    const items = [
      { state: 'signed', signature: some('S') },
      { state: 'waiting', signature: null },
    ] as const
    expect(readJoin(hashOf(answersAddress(community, 'join', items, { group, rungs })))).toEqual({
      step: 'answers',
      answers: [some('S'), 'waiting'],
      group: { size: 4, minimum: 10, next: Date.parse(group.next), latest: Date.parse(group.latest) },
      rungs,
    })
  })

  it('arrives whole on the way through renewing, with hashes and without', () => {
    expect(readToSign(hashOf(issueForDeposit(registrar, { ahead: sent, seen })))).toEqual({ back: 'renew', seen, ahead: kept })
    const hashes = ['h'.repeat(43), 'i'.repeat(43)]
    expect(readToCollect(hashOf(collectAt(registrar, 'renew', hashes)))).toEqual({ back: 'renew', hashes })
    const items = [{ state: 'unknown', signature: null }] as const
    expect(readAnswers(hashOf(answersAddress(community, 'renew', items, null)))).toEqual({
      step: 'answers',
      answers: ['unknown'],
      group: null,
      rungs: null,
    })
  })

  it('arrives whole on the way to a name, accents included', () => {
    expect(readName(hashOf(askAccountAddress(community, { challenge: some('c'), through: 4 })))).toEqual({
      step: 'asked',
      challenge: some('c'),
      through: 4,
    })
    const said = { rootKey: some('k'), proof: some('p'), challenge: some('c') }
    expect(readNameProof(hashOf(showNameAt(registrar, said)))).toEqual(said)
    const signed = { signature: some('s'), name: 'Lucía Ferrer & Soto', specialty: 'cardiology', country: 'ES', through: 4 }
    expect(readName(hashOf(signedNameAddress(community, signed)))).toEqual({ step: 'signed', ...signed })
  })

  it('is nothing when a part is missing, doubled or of another form', () => {
    for (const hash of [
      '',
      '#return=join',
      `#return=join&root=${some('r')}`,
      '#return=elsewhere&ahead=&labels=&from=0',
      '#return=renew&ahead=1*&labels=&from=0',
      '#return=renew&ahead=&labels=',
    ])
      expect(readToSign(hash)).toBeNull()
    expect(readToSign('#return=renew&ahead=&ahead=&labels=&from=0')).toBeNull()
    expect(readToCollect('#return=elsewhere&hashes=a')).toBeNull()
    expect(readNameProof('#rootKey=a')).toBeNull()
  })
})

describe('signing without another question', () => {
  const asked = {
    back: 'join',
    seen: { count: 1, head: some('e') },
    root: some('r'),
    renewal: some('n'),
    epoch: 23,
    label: some('l'),
    code: 'cardiology.GB',
    period: 3,
    ahead: { renewals: [], labels: [], labelsFrom: 0 },
  } satisfies ToSign
  const entry = { label: 'cardiology.GB', epoch: 23 }
  const agreed = agreedTo(entry, { how: 'now', labelLater: false }, 1_000_000)

  it('is for what this tab was sent to fetch a moment ago, and for nothing else', () => {
    expect(isAgreed(asked, agreed, 1_060_000)).toBe(true)
    expect(isAgreed(asked, null, 1_060_000)).toBe(false)
    expect(isAgreed(asked, { ...agreed, label: 'doctor.world' }, 1_060_000)).toBe(false)
    expect(isAgreed(asked, agreed, agreed.at + 31 * 60_000)).toBe(false)
    expect(isAgreed(asked, agreedTo(entry, { how: 'now', labelLater: true }, 1_000_000), 1_060_000)).toBe(false)
    const group: ToSign = { back: 'group', seen: asked.seen, root: some('r'), ahead: asked.ahead }
    expect(isAgreed(group, agreed, 1_060_000)).toBe(false)
    expect(isAgreed(group, agreedTo(entry, { how: 'group', labelLater: false }, 1_000_000), 1_060_000)).toBe(true)
    expect(isAgreed({ back: 'renew', seen: asked.seen, ahead: asked.ahead }, agreed, 1_060_000)).toBe(false)
  })
})

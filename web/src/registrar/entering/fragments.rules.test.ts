import { describe, expect, it } from 'vitest'
import { issueForJoin, issueForRenewal, readJoin, readName, readRenew, showNameAt } from '../../community/keys/fragments.ts'
import {
  askAccountAddress,
  isAgreed,
  joinAddress,
  readNameProof,
  readToSign,
  requestsOf,
  signedAddress,
  signedNameAddress,
} from './fragments.rules.ts'

const community = 'https://consilium.example'
const registrar = 'https://registrar.example'
const hashOf = (address: string | null): string => new URL(address ?? '').hash
const some = (letter: string): string => letter.repeat(40)

describe('what the halves hand each other', () => {
  it('arrives whole on the way through joining', () => {
    const entry = { label: 'cardiology.GB', period: 3, crowd: 13, epoch: 23 }
    expect(readJoin(hashOf(joinAddress(community, entry)))).toEqual({ step: 'enter', label: 'cardiology.GB', period: 3, k: 13, epoch: 23 })

    const asked = { root: some('r'), renewal: some('n'), epoch: 23, label: some('l'), code: 'cardiology.GB', period: 3 }
    const toSign = readToSign(hashOf(issueForJoin(registrar, asked)))
    expect(toSign).toEqual({ back: 'join', ...asked })
    expect(toSign && requestsOf(toSign)).toEqual({
      root: some('r'),
      renewal: { epoch: 23, blinded: some('n') },
      label: { code: 'cardiology.GB', period: 3, blinded: some('l') },
    })
    const signed = { root: some('R'), renewal: some('N'), label: some('L') }
    expect(toSign && readJoin(hashOf(signedAddress(community, toSign, signed)))).toEqual({
      step: 'signed',
      ...signed,
      code: 'cardiology.GB',
      epoch: 23,
      period: 3,
    })
  })

  it('arrives whole on the way through renewing', () => {
    const toSign = readToSign(hashOf(issueForRenewal(registrar, { renewal: some('n'), epoch: 24 })))
    expect(toSign).toEqual({ back: 'renew', renewal: some('n'), epoch: 24 })
    const address = toSign && signedAddress(community, toSign, { root: null, renewal: some('N'), label: null })
    expect(readRenew(hashOf(address))).toEqual({ renewal: some('N'), epoch: 24 })
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
      `#return=renew&renewal=${some('n')}&epoch=x`,
      `#return=elsewhere&renewal=${some('n')}&epoch=1`,
    ])
      expect(readToSign(hash)).toBeNull()
    expect(readToSign(`#return=renew&renewal=${some('n')}&renewal=${some('m')}&epoch=1`)).toBeNull()
    expect(readNameProof('#rootKey=a')).toBeNull()
  })
})

describe('signing without another question', () => {
  const asked = {
    back: 'join',
    root: some('r'),
    renewal: some('n'),
    epoch: 23,
    label: some('l'),
    code: 'cardiology.GB',
    period: 3,
  } as const
  const agreed = { label: 'cardiology.GB', epoch: 23, at: 1_000_000 }

  it('is for what this tab was sent to fetch a moment ago, and for nothing else', () => {
    expect(isAgreed(asked, agreed, 1_060_000)).toBe(true)
    expect(isAgreed(asked, null, 1_060_000)).toBe(false)
    expect(isAgreed(asked, { ...agreed, label: 'doctor.world' }, 1_060_000)).toBe(false)
    expect(isAgreed(asked, agreed, agreed.at + 31 * 60_000)).toBe(false)
    expect(isAgreed({ back: 'renew', renewal: some('n'), epoch: 23 }, agreed, 1_060_000)).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueForJoin, issueForRenewal, readJoin, readName, readRenew, showNameAt } from './fragments.ts'

const registrar = 'http://registrar.localhost:8420'
const signature = 'A'.repeat(512)
const hashOf = (address: string) => new URL(address).hash

describe('a fragment', () => {
  it('brings a doctor in with a label, or back with three signatures', () => {
    expect(readJoin('#label=cardiology.GB&period=3&k=61&epoch=23')).toEqual({
      step: 'enter',
      label: 'cardiology.GB',
      period: 3,
      k: 61,
      epoch: 23,
    })
    const back = `#root=${signature}&renewal=${signature}&label=${signature}&code=cardiology-group.GB&epoch=23&period=3`
    expect(readJoin(back)).toEqual({
      step: 'signed',
      root: signature,
      renewal: signature,
      label: signature,
      code: 'cardiology-group.GB',
      epoch: 23,
      period: 3,
    })
  })

  it('that lacks a part, has one twice or holds something else counts as none', () => {
    expect(readJoin('')).toBeNull()
    expect(readJoin('#label=cardiology.GB&period=3&epoch=23')).toBeNull()
    expect(readJoin('#label=cardiology.GB&label=x.GB&period=3&k=61&epoch=23')).toBeNull()
    expect(readJoin('#label=<b>&period=3&k=61&epoch=23')).toBeNull()
    expect(readJoin('#label=cardiology.GB&period=-3&k=61&epoch=23')).toBeNull()
    expect(readRenew(`#renewal=${signature}`)).toBeNull()
    expect(readName(`#signature=${signature}&name=&specialty=cardiology&country=ES&through=4`)).toBeNull()
  })

  it('carries what was blinded to the registrar, and comes back from there', () => {
    const asked = { root: signature, renewal: signature, epoch: 23, label: signature, code: 'cardiology.GB', period: 3 }
    const there = issueForJoin(registrar, asked)
    expect(there).toMatch(/^http:\/\/registrar\.localhost:8420\/issue#/)
    expect(new URLSearchParams(hashOf(there).slice(1)).get('return')).toBe('join')
    expect(readJoin(hashOf(there))).toMatchObject({ step: 'signed', ...asked })
    expect(readRenew(hashOf(issueForRenewal(registrar, { renewal: signature, epoch: 24 })))).toEqual({ renewal: signature, epoch: 24 })
  })

  it('brings a name home as it was signed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (name) => {
        fc.pre(name.trim() !== '' && name.length <= 200 && name.isWellFormed())
        const parts = new URLSearchParams({ signature, name, specialty: 'cardiology', country: 'ES', through: '4' })
        expect(readName(`#${parts}`)).toEqual({ step: 'signed', signature, name, specialty: 'cardiology', country: 'ES', through: 4 })
      }),
    )
    expect(readName(`#challenge=${'c'.repeat(43)}&through=4`)).toEqual({ step: 'asked', challenge: 'c'.repeat(43), through: 4 })
    expect(showNameAt(registrar)).toBe(`${registrar}/show-name`)
    expect(hashOf(showNameAt(registrar, { rootKey: 'r', proof: 'p', challenge: 'c' }))).toBe('#rootKey=r&proof=p&challenge=c')
  })
})

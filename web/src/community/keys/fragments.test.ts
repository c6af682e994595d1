import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectAt, issueForJoin, readAnswers, readJoin, readName, showNameAt } from './fragments.ts'

const registrar = 'http://registrar.localhost:8420'
const signature = 'A'.repeat(512)
const hashOf = (address: string) => new URL(address).hash

describe('a fragment', () => {
  it('brings a doctor in with a label, or back with three signatures', () => {
    expect(readJoin('#how=group&label=cardiology.GB&period=3&k=61&epoch=23&rungs=cardiology.GB*3,doctor.world*4&from=24')).toEqual({
      step: 'enter',
      how: 'group',
      label: 'cardiology.GB',
      period: 3,
      k: 61,
      epoch: 23,
      rungs: [
        { code: 'cardiology.GB', period: 3 },
        { code: 'doctor.world', period: 4 },
      ],
      from: 24,
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
    const rest = 'how=now&rungs=&from=0'
    expect(readJoin('')).toBeNull()
    expect(readJoin(`#${rest}&label=cardiology.GB&period=3&k=61&epoch=23`)).not.toBeNull()
    expect(readJoin('#how=now&rungs=a&from=0&label=cardiology.GB&period=3&k=61&epoch=23')).toBeNull()
    expect(readJoin(`#${rest}&label=cardiology.GB&period=3&epoch=23`)).toBeNull()
    expect(readJoin(`#${rest}&label=cardiology.GB&label=x.GB&period=3&k=61&epoch=23`)).toBeNull()
    expect(readJoin(`#${rest}&label=<b>&period=3&k=61&epoch=23`)).toBeNull()
    expect(readJoin(`#${rest}&label=cardiology.GB&period=-3&k=61&epoch=23`)).toBeNull()
    expect(readAnswers('#answers=')).toBeNull()
    expect(readAnswers('#answers=perhaps')).toBeNull()
    expect(readName(`#signature=${signature}&name=&specialty=cardiology&country=ES&through=4`)).toBeNull()
  })

  it('carries what was blinded to the registrar, and comes back from there', () => {
    const asked = { root: signature, renewal: signature, epoch: 23, label: signature, code: 'cardiology.GB', period: 3 }
    const ahead = { renewals: [{ epoch: 24, blinded: signature }], labels: [], from: 0 }
    const there = issueForJoin(registrar, { ...asked, ahead, seen: { count: 9, head: signature } })
    expect(there).toMatch(/^http:\/\/registrar\.localhost:8420\/issue#/)
    expect(new URLSearchParams(hashOf(there).slice(1)).get('return')).toBe('join')
    expect(readJoin(hashOf(there))).toMatchObject({ step: 'signed', ...asked })
    expect(readAnswers(`#answers=${signature},waiting,unknown`)).toEqual({
      step: 'answers',
      answers: [signature, 'waiting', 'unknown'],
      group: null,
      rungs: null,
    })
    expect(collectAt(registrar, 'renew', ['a', 'b'])).toBe(`${registrar}/collect#hashes=a%2Cb&return=renew`)
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

import { describe, expect, it } from 'vitest'
import { keyPairOf } from './ed25519.ts'
import { signNameAttestation, whyNoName } from './nameAttestation.ts'

const nameKey = keyPairOf(new Uint8Array(32).fill(6))
const root = keyPairOf(new Uint8Array(32).fill(7))
const attestation = { rootPublicKey: root.publicKey, name: 'Dra. Inés Ñuble', specialty: 'cardiology', country: 'ES', throughQuarter: 1 }
const signature = signNameAttestation(attestation, nameKey)
const inTime = new Date('2026-05-01T00:00:00Z')

describe('a name attestation', () => {
  it('counts to the end of its quarter and one day more', () => {
    expect(whyNoName(attestation, signature, nameKey.publicKey, inTime)).toBeNull()
    expect(whyNoName(attestation, signature, nameKey.publicKey, new Date('2026-07-01T23:59:59Z'))).toBeNull()
    expect(whyNoName(attestation, signature, nameKey.publicKey, new Date('2026-07-02T00:00:00Z'))).toBe('expired')
  })

  it('is forged when any word of it was changed', () => {
    const stranger = keyPairOf(new Uint8Array(32).fill(8)).publicKey
    for (const change of [
      { rootPublicKey: stranger },
      { name: 'Dr Tom Abbot' },
      { specialty: 'dermatology' },
      { country: 'GB' },
      { throughQuarter: 2 },
      { name: `${attestation.name}c`, specialty: 'ardiology' },
    ]) {
      expect(whyNoName({ ...attestation, ...change }, signature, nameKey.publicKey, inTime)).toBe('forged')
    }
  })

  it('is forged when another key signed it, or R itself', () => {
    expect(whyNoName(attestation, signNameAttestation(attestation, root), nameKey.publicKey, inTime)).toBe('forged')
    expect(whyNoName(attestation, '', nameKey.publicKey, inTime)).toBe('forged')
  })

  it('is the same name however the accents are encoded', () => {
    const decomposed = { ...attestation, name: attestation.name.normalize('NFD') }
    expect(whyNoName(decomposed, signature, nameKey.publicKey, inTime)).toBeNull()
  })
})

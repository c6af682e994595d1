import { describe, expect, it } from 'vitest'
import { keyPairOf } from './ed25519.ts'
import { checkStatement, type Statement, signStatement } from './join.ts'

const root = keyPairOf(new Uint8Array(32).fill(3))
const here = { origin: 'https://community.example', challenge: 'Y2hhbGxlbmdl' }
const passkey = { credentialId: 'aWQ', credentialPublicKey: 'a2V5' }

const statements: readonly Statement[] = [
  { kind: 'join', ...here, ...passkey },
  { kind: 'add-passkey', ...here, ...passkey },
  { kind: 'hand-in', ...here, claim: { kind: 'renewal', period: 7 }, ticket: 'dGlja2V0' },
  { kind: 'hand-in', ...here, claim: { kind: 'label', period: 7, label: 'doctor.world' }, ticket: 'dGlja2V0' },
  { kind: 'sign-in', ...here },
  { kind: 'show-name', ...here, throughQuarter: 4 },
]

describe('a statement of R', () => {
  it('counts for who made it', () => {
    for (const statement of statements) expect(checkStatement(statement, signStatement(statement, root), root.publicKey)).toBe(true)
  })

  it('never counts as another statement', () => {
    for (const made of statements) {
      const signature = signStatement(made, root)
      for (const other of statements.filter((statement) => statement !== made)) {
        expect(checkStatement(other, signature, root.publicKey)).toBe(false)
      }
    }
  })

  it('does not count at another origin, for another challenge or for another root', () => {
    const stranger = keyPairOf(new Uint8Array(32).fill(4))
    for (const statement of statements) {
      const signature = signStatement(statement, root)
      expect(checkStatement({ ...statement, origin: 'https://registrar.example' }, signature, root.publicKey)).toBe(false)
      expect(checkStatement({ ...statement, challenge: 'b3RoZXI' }, signature, root.publicKey)).toBe(false)
      expect(checkStatement(statement, signature, stranger.publicKey)).toBe(false)
    }
  })

  it('does not count with any of its own fields changed', () => {
    const refused = (made: Statement, ...others: readonly Statement[]) => {
      const signature = signStatement(made, root)
      for (const other of others) expect(checkStatement(other, signature, root.publicKey)).toBe(false)
    }
    const join = { kind: 'join', ...here, ...passkey } as const
    const swapped = { credentialId: passkey.credentialPublicKey, credentialPublicKey: passkey.credentialId }
    refused(join, { ...join, credentialId: 'b3RoZXI' }, { ...join, credentialPublicKey: 'b3RoZXI' }, { ...join, ...swapped })
    const handIn = { kind: 'hand-in', ...here, claim: { kind: 'label', period: 7, label: 'doctor.world' }, ticket: 'dGlja2V0' } as const
    refused(
      handIn,
      { ...handIn, ticket: 'b3RoZXI' },
      { ...handIn, claim: { ...handIn.claim, period: 8 } },
      { ...handIn, claim: { ...handIn.claim, label: 'doctor.europe' } },
    )
    refused({ kind: 'show-name', ...here, throughQuarter: 4 }, { kind: 'show-name', ...here, throughQuarter: 5 })
  })
})

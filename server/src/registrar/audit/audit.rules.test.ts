import { describe, expect, it } from 'vitest'
import { type AuditEntry, firstBreak, firstHash, hashOfEntry } from './audit.rules.ts'

const chain = (length: number) => {
  const entries: (AuditEntry & { prevHash: Buffer; hash: Buffer })[] = []
  for (let position = 1; position <= length; position += 1) {
    const entry: AuditEntry = {
      position,
      madeOn: '2026-11-24',
      actor: 'someone',
      action: 'looked-at-application',
      subject: null,
      detail: { b: true, a: position },
    }
    const prevHash = entries.at(-1)?.hash ?? firstHash
    entries.push({ ...entry, prevHash, hash: hashOfEntry(prevHash, entry) })
  }
  return entries
}

describe('the log of the staff', () => {
  it('stands when each entry continues the one before it', () => {
    expect(firstBreak([])).toBeNull()
    expect(firstBreak(chain(5))).toBeNull()
  })

  it('shows where an entry was changed, taken out or put in another place', () => {
    const changed = chain(5).map((entry) => (entry.position === 3 ? { ...entry, actor: 'somebody else' } : entry))
    expect(firstBreak(changed)).toBe(3)
    expect(firstBreak(chain(5).filter(({ position }) => position !== 2))).toBe(2)
    const [first, second, third] = chain(3)
    expect(firstBreak([first!, third!, second!])).toBe(2)
  })

  it('hashes the same whatever order a database gives the details in', () => {
    const [entry] = chain(1)
    expect(hashOfEntry(firstHash, { ...entry!, detail: { a: 1, b: true } })).toEqual(entry!.hash)
  })
})

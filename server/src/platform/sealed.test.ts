import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyedHash, open, seal } from './sealed.ts'

const key = randomBytes(32)
const iv = () => randomBytes(12)

describe('a sealed value', () => {
  it('opens with its key and purpose', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (plain) => {
        expect(open(key, 'number', seal(key, 'number', plain, iv()))).toEqual(Buffer.from(plain))
      }),
    )
  })

  it('opens neither with another key nor for another purpose nor when a bit changed', () => {
    const sealed = seal(key, 'number', Buffer.from('7012345'), iv())
    const changed = Buffer.from(sealed)
    changed[changed.length - 1]! ^= 1
    expect(() => open(randomBytes(32), 'number', sealed)).toThrow()
    expect(() => open(key, 'name', sealed)).toThrow()
    expect(() => open(key, 'number', changed)).toThrow()
  })

  it('looks different each time', () => {
    expect(seal(key, 'number', Buffer.from('7012345'), iv())).not.toEqual(seal(key, 'number', Buffer.from('7012345'), iv()))
  })
})

describe('a keyed hash', () => {
  it('is the same for the same value, and another for another value, purpose or key', () => {
    const hash = keyedHash(key, 'licence', 'uk-gmc|7012345')
    expect(keyedHash(key, 'licence', 'uk-gmc|7012345')).toEqual(hash)
    for (const other of [
      keyedHash(key, 'licence', 'uk-gmc|7012346'),
      keyedHash(key, 'email', 'uk-gmc|7012345'),
      keyedHash(randomBytes(32), 'licence', 'uk-gmc|7012345'),
    ])
      expect(other).not.toEqual(hash)
  })
})

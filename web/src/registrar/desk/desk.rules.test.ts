import { describe, expect, it } from 'vitest'
import { actionOf, leftUntilDue, nextBeforeMe } from './desk.rules.ts'

const queue = ['a', 'b', 'c'].map((applicationId) => ({ applicationId, mine: true }))
const key = (name: string, more = {}) => actionOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, typing: false, ...more })

describe('the desk', () => {
  it('goes on to the case before me that comes next, and to the first after the last', () => {
    expect(nextBeforeMe(queue, null)).toBe('a')
    expect(nextBeforeMe(queue, 'a')).toBe('b')
    expect(nextBeforeMe(queue, 'c')).toBe('a')
    expect(nextBeforeMe(queue, 'gone')).toBe('a')
    expect(nextBeforeMe([{ applicationId: 'a', mine: true }], 'a')).toBeNull()
    expect(nextBeforeMe([], null)).toBeNull()
    expect(nextBeforeMe([{ applicationId: 'a', mine: false }], null)).toBeNull()
  })

  it('knows four keys, and none of them while something is typed', () => {
    expect(['v', 'M', 'r', 'J', 'x'].map((name) => key(name))).toEqual(['yes', 'ask', 'no', 'next', null])
    expect(key('v', { typing: true })).toBeNull()
    expect(key('r', { ctrlKey: true })).toBeNull()
  })

  it('says how long the first look may still take', () => {
    const since = '2026-11-24T03:00:00Z'
    expect(leftUntilDue(since, Date.parse('2026-11-24T06:05:00Z'))).toBe(55 * 60_000)
    expect(leftUntilDue(since, Date.parse('2026-11-24T07:00:00Z'))).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { actionOf, countChecked, leftUntilDue, nextInQueue, nothingChecked } from './desk.rules.ts'

const queue = [{ applicationId: 'a' }, { applicationId: 'b' }, { applicationId: 'c' }]
const key = (name: string, more = {}) => actionOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, typing: false, ...more })

describe('the desk', () => {
  it('goes on to the application that waits next, and to the first after the last', () => {
    expect(nextInQueue(queue, null)).toBe('a')
    expect(nextInQueue(queue, 'a')).toBe('b')
    expect(nextInQueue(queue, 'c')).toBe('a')
    expect(nextInQueue(queue, 'gone')).toBe('a')
    expect(nextInQueue([{ applicationId: 'a' }], 'a')).toBeNull()
    expect(nextInQueue([], null)).toBeNull()
  })

  it('knows four keys, and none of them while something is typed', () => {
    expect(['v', 'M', 'r', 'J', 'x'].map((name) => key(name))).toEqual(['approve', 'ask-for-more', 'decline', 'next', null])
    expect(key('v', { typing: true })).toBeNull()
    expect(key('r', { ctrlKey: true })).toBeNull()
  })

  it('says how long the first look may still take', () => {
    const since = '2026-11-24T03:00:00Z'
    expect(leftUntilDue(since, Date.parse('2026-11-24T06:05:00Z'))).toBe(55 * 60_000)
    expect(leftUntilDue(since, Date.parse('2026-11-24T07:00:00Z'))).toBeNull()
  })

  it('counts what was compared', () => {
    expect(countChecked(nothingChecked)).toBe(0)
    expect(countChecked({ ...nothingChecked, name: true, number: true })).toBe(2)
  })
})

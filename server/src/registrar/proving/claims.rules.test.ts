import { describe, expect, it } from 'vitest'
import { namesIn, namesNumber, textsAt } from './claims.rules.ts'

describe('the licence number among the claims', () => {
  it('is found at a path, through lists, and under a name that has dots itself', () => {
    expect(textsAt({ hpi: '12345' }, 'hpi')).toEqual(['12345'])
    expect(textsAt({ a: [{ b: 1 }, { b: ['2', '3'] }, {}] }, 'a.b')).toEqual(['1', '2', '3'])
    expect(textsAt({ 'https://id.example/number': '9' }, 'https://id.example/number')).toEqual(['9'])
    for (const claims of [null, 'text', 7, { a: null }, { a: { c: 1 } }, { a: { b: {} } }]) expect(textsAt(claims, 'a.b')).toEqual([])
  })

  it('is compared as its country writes it, and as a whole', () => {
    expect(namesNumber('GB', '7012345', ['701 2345'])).toBe(true)
    for (const said of [[], [''], ['70123456'], ['7012346'], ['GMC']]) expect(namesNumber('GB', '7012345', said)).toBe(false)
  })
})

describe('the name among the claims', () => {
  it('is taken in parts, else in every way one piece can be parted, else not at all', () => {
    expect(namesIn({ given_name: 'Ana', family_name: 'Ruiz', name: 'X' })).toEqual([{ given: 'Ana', family: 'Ruiz' }])
    expect(namesIn({ name: 'Ana Ruiz' })).toEqual([{ given: 'ana', family: 'ruiz' }])
    expect(namesIn({ given_name: 'Ana' })).toEqual([])
  })
})

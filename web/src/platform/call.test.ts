import { describe, expect, it } from 'vitest'
import { addressOf } from './call.ts'
import { languageFrom } from './language.ts'
import { pageDataKey } from './pageData.ts'

describe('the address of a call', () => {
  it('holds its parameters, made safe', () => {
    expect(addressOf({ path: '/api/community/cases/{caseId}' }, { params: { caseId: 'a/b' } })).toBe('/api/community/cases/a%2Fb')
  })

  it('carries what is asked for and leaves out what is not', () => {
    expect(addressOf({ path: '/api/community/cases' }, { query: { list: 'for-you', after: undefined, limit: 20 } })).toBe(
      '/api/community/cases?list=for-you&limit=20',
    )
    expect(addressOf({ path: '/api/community/cases' }, { query: { after: undefined } })).toBe('/api/community/cases')
  })
})

describe('what comes with a page', () => {
  it('is filed by the name of its call and what was asked', () => {
    expect(pageDataKey('showCase', { params: { caseId: '0190' } })).toBe('showCase:0190')
    expect(pageDataKey('listCases', { query: { list: 'for-you', after: undefined } })).toBe('listCases:for-you')
    expect(pageDataKey('showHome', {})).toBe('showHome')
  })
})

describe('a visitor’s language', () => {
  it('is the first one their browser wants that is spoken here', () => {
    expect(languageFrom(['fr-FR', 'es-MX', 'en'])).toBe('es')
    expect(languageFrom(['en-US', 'es'])).toBe('en')
  })

  it('is English when none is', () => {
    expect(languageFrom(['fr', 'de'])).toBe('en')
    expect(languageFrom([])).toBe('en')
  })
})

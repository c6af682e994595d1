import { describe, expect, it } from 'vitest'
import { paramsAt } from './routes.rules.ts'

describe('an address', () => {
  it('gives what it holds under the names of its route', () => {
    expect(paramsAt('/cases/:caseId', '/cases/0190-ab')).toEqual({ caseId: '0190-ab' })
    expect(paramsAt('/', '/')).toEqual({})
  })

  it('may end in a slash and may hold escaped letters', () => {
    expect(paramsAt('/me/devices', '/me/devices/')).toEqual({})
    expect(paramsAt('/cases/:caseId', '/cases/a%20b')).toEqual({ caseId: 'a b' })
  })

  it('belongs to no other route, nor does a damaged one', () => {
    expect(paramsAt('/cases/:caseId', '/cases')).toBeNull()
    expect(paramsAt('/cases/:caseId', '/cases/a/b')).toBeNull()
    expect(paramsAt('/me', '/you')).toBeNull()
    expect(paramsAt('/cases/:caseId', '/cases/%zz')).toBeNull()
  })
})

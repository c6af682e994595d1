import { expect, it } from 'vitest'
import { wrappedSeedLength } from '#contract/community/accounts.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import { unwrapSeed, wrapSeed } from './wrapSeed.ts'

const seed = crypto.getRandomValues(new Uint8Array(16))
const prf = crypto.getRandomValues(new Uint8Array(32))

it('gives the seed back to the same passkey and to no other', async () => {
  const wrapped = await wrapSeed(seed, prf)
  expect(await unwrapSeed(wrapped, prf)).toEqual(seed)
  expect(await unwrapSeed(wrapped, crypto.getRandomValues(new Uint8Array(32)))).toBeNull()
  expect(await unwrapSeed(wrapped, null)).toBeNull()
})

it('has one length, with a seed inside or without', async () => {
  for (const wrapped of [await wrapSeed(seed, prf), await wrapSeed(seed, null)])
    expect(fromBase64url(wrapped)).toHaveLength(wrappedSeedLength)
  expect(await unwrapSeed(await wrapSeed(seed, null), prf)).toBeNull()
})

it('never wraps alike twice', async () => {
  expect(await wrapSeed(seed, prf)).not.toBe(await wrapSeed(seed, prf))
})

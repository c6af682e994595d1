import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { demoSeed } from '#server/demo/demoDoctors.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf } from '#tickets/seed.ts'

/** A page in a browser of its own, with somebody of the demo signed in; its other half is `page.context()`. */
export const openAs = async (browser: Browser, slug: string, options: BrowserContextOptions): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto('/welcome')
  expect((await page.request.post('/api/demo/sign-in', { data: { as: slug } })).status()).toBe(201)
  return page
}

/** The same with one of the crowd, of whom no other story asks anything: the seed of every doctor of the demo is public. */
export const openAsOneOfMany = async (browser: Browser, slug: string, options: BrowserContextOptions): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto('/welcome')
  const { challengeId, challenge } = (await (await page.request.post('/api/community/sign-in/challenge')).json()) as {
    challengeId: string
    challenge: string
  }
  const root = rootKeyOf(demoSeed(slug))
  const proof = signStatement({ kind: 'sign-in', origin: new URL(page.url()).origin, challenge }, root)
  const data = { challengeId, rootKey: root.publicKey, proof }
  expect((await page.request.post('/api/community/sign-in/words', { data })).status()).toBe(201)
  return page
}

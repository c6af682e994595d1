import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'

/** A page in a browser of its own, with somebody of the demo signed in; its other half is `page.context()`. */
export const openAs = async (browser: Browser, slug: string, options: BrowserContextOptions): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto('/welcome')
  expect((await page.request.post('/api/demo/sign-in', { data: { as: slug } })).status()).toBe(201)
  return page
}

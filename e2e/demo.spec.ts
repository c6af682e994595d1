import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'

const port = process.env['E2E_PORT']
const registrar = `http://registrar.localhost:${port}`

test('a member takes away what they wrote as one file, and nobody else does', async ({ page }) => {
  await page.goto('/welcome')
  expect((await page.request.get('/api/community/my-data')).status()).toBe(401)
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/me')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Descargar lo que he escrito' }).click()])
  expect(file.suggestedFilename()).toMatch(/^consilium-\d{4}-\d\d-\d\d\.json$/)
  const { account, cases } = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect([account.label, cases[0].byline.mine]).toEqual(['general-practice.MX', true])
})

test('a visitor is one person of the demo at a time, on whichever half: going on as another ends the session before', async ({ page }) => {
  await page.goto('/welcome')
  const enter = (label: RegExp) => page.getByRole('listitem').filter({ hasText: label }).getByRole('button').click()
  await enter(/GP in Mexico/)
  await expect(page).toHaveURL(`http://localhost:${port}/`)
  expect((await page.request.get('/api/community/home')).status()).toBe(200)

  await page.goto('/welcome')
  await enter(/verifier|verificadora/)
  await expect(page).toHaveURL(`${registrar}/desk`)
  const communityStatus = async () => (await page.request.get(`http://localhost:${port}/api/community/home`)).status()
  const deskStatus = () => page.evaluate(async () => (await fetch('/api/registrar/queue')).status)
  expect(await communityStatus()).toBe(401)
  expect(await deskStatus()).toBe(200)

  await page.goto('/welcome')
  await enter(/cardiologist in the UK|cardióloga pediátrica/)
  await expect(page).toHaveURL(`http://localhost:${port}/`)
  await expect.poll(communityStatus).toBe(200)
  // The page of whoever entered is there: nothing is on its way any more.
  await expect(page.getByRole('link', { name: 'Ask colleagues' }).filter({ visible: true })).toBeVisible()
  await page.goto(registrar)
  expect(await deskStatus()).toBe(401)
})

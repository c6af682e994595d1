import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { keptOnDevice } from './keptOnDevice.ts'

const enterAs = async (page: Page, slug: string): Promise<void> => {
  await page.goto('/welcome')
  expect((await page.request.post('/api/demo/sign-in', { data: { as: slug } })).status()).toBe(201)
}

const fill = async (page: Page, question: string): Promise<void> => {
  await page.getByRole('textbox', { name: '1. Your question' }).fill(question)
  await page.getByRole('button', { name: 'Not sure' }).click()
  await page.getByText('Hours', { exact: true }).click()
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly question: { readonly body: string } }[]
}
const latest = async (page: Page): Promise<Listed> => (await page.request.get('/api/community/cases?list=latest&limit=100')).json()

test('asked without a network, a case waits on the device, also over a reload, and is sent once when the network is back', async ({
  page,
  context,
}) => {
  await enterAs(page, 'cardiology-uk')
  await page.goto('/ask')
  const question = 'Asked while the network was away: which test first?'
  await fill(page, question)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Ask colleagues' }).click()
  await expect(page.getByText('A case is waiting to be sent')).toBeVisible()
  await expect(page.getByText(question)).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  await expect(async () => expect((await latest(page)).items.filter((item) => item.question.body === question)).toHaveLength(1)).toPass({
    timeout: 40_000,
  })
  await expect(page.getByText('A case is waiting to be sent')).toBeHidden()
  await page.waitForTimeout(1_500)
  expect((await latest(page)).items.filter((item) => item.question.body === question)).toHaveLength(1)
})

test('two tabs on one draft: the later one is shown both and chooses', async ({ page, context }) => {
  await enterAs(page, 'cardiology-uk')
  await page.goto('/ask')
  await fill(page, 'First words?')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/ask')
  const question = other.getByRole('textbox', { name: '1. Your question' })
  await expect(question).toHaveValue('First words?')
  await question.fill('Words of the other tab?')
  await expect(other.getByText(/^Saved \d/)).toBeVisible()
  await page.getByRole('textbox', { name: '1. Your question' }).fill('Words of this tab?')
  await expect(page.getByText('This draft was changed in another tab or on another device.')).toBeVisible()
  await expect(page.getByText('Words of the other tab?')).toBeVisible()
  await page.getByRole('button', { name: 'Go on with this one' }).click()
  await expect(page.getByRole('textbox', { name: '1. Your question' })).toHaveValue('Words of this tab?')
})

test('a date is stopped before it is sent, an oversized file by its name, and the draft stands', async ({ page }) => {
  await enterAs(page, 'cardiology-uk')
  await page.goto('/ask')
  const question = 'What would you do next?'
  await fill(page, question)
  const large = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'poster.png', mimeType: 'image/png', buffer: large },
      { name: 'scan.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(26_000_000, 1) },
    ])
  await expect(page.getByText('poster.png')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('scan.jpg')).toBeVisible({ timeout: 30_000 })
  const more = page.getByRole('textbox', { name: /^Say more/ })
  await more.fill('Seen on 12 March, worse since.')
  await page.getByRole('button', { name: 'Ask colleagues' }).click()
  await expect(page.getByRole('region', { name: 'Privacy check' }).getByText('One detail could identify the patient')).toBeVisible()
  await expect(more).toHaveValue('Seen on 12 March, worse since.')
  await expect(page.getByRole('textbox', { name: '1. Your question' })).toHaveValue(question)
  await expect(page).toHaveURL(/\/ask$/)
})

test('a resolved case takes no new answer; a doctor who signs out of a shared computer leaves nothing on it', async ({ page }) => {
  await enterAs(page, 'cardiology-uk')
  const resolved = (await (await page.request.get('/api/community/cases?list=resolved&published=without')).json()) as Listed
  const caseId = resolved.items[0]?.id
  const answer = await page.request.post(`/api/community/cases/${caseId}/comments`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { kind: 'answer', language: 'en', text: 'Too late?', parentId: null, confidence: null, seen: null, byline: 'anonymous' },
  })
  expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([409, 'case.closed'])
  await page.goto(`/cases/${caseId}`)
  await expect(page.getByRole('button', { name: 'Send comment' })).toBeVisible()

  await page.goto('/ask')
  const secret = 'Words only I may see?'
  await fill(page, secret)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.goto('/me')
  await page
    .getByRole('button', { name: /sign out/i })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /sign out/i })
    .click()
  await expect(page.getByRole('link', { name: /sign in/i }).first()).toBeVisible()
  const kept = await keptOnDevice(page)
  expect(kept).not.toContain(secret)
  await page.goBack()
  await expect(page.getByText(secret)).toBeHidden()
})

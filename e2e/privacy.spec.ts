import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const signIn = async (page: Page, as: string) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as } })
}

const seriousIn = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id)

test.describe('a case with a patient’s name', () => {
  test.use({ locale: 'es-MX' })

  test('is stopped while it is written, put right in one tap each, and then posted', async ({ page }) => {
    await signIn(page, 'gp-mexico')
    await page.goto('/ask')
    const question = '¿Qué haría usted con esta fiebre?'
    await page.getByRole('textbox', { name: '1. Su pregunta' }).fill(question)
    await page.getByRole('button', { name: 'No lo sé' }).click()
    await page.getByText('Horas', { exact: true }).click()
    const story = page.getByRole('textbox', { name: 'Cuente más' })
    await story.fill('La Sra. Josefa Almagro, de 103 años, vive en Almendralejo. Síndrome de Down en una hermana.')
    const check = page.getByRole('region', { name: 'Control de privacidad' })
    await expect(check.getByText('3 datos podrían identificar al paciente')).toBeVisible()
    expect(await seriousIn(page)).toEqual([])

    await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
    await expect(check.getByRole('status')).toBeFocused()
    await expect(page).toHaveURL(/\/ask/)

    await check.getByRole('button', { name: 'Poner «una localidad»' }).click()
    await expect(story).toHaveValue(/vive en una localidad\./)
    await check.getByRole('button', { name: 'Deshacer' }).click()
    await expect(story).toHaveValue(/vive en Almendralejo\./)
    await check.getByRole('button', { name: 'Poner «una localidad»' }).click()
    await check.getByRole('button', { name: 'Poner «90+ años»' }).click()
    await check.getByRole('button', { name: 'Poner «X»' }).click()
    await expect(story).toHaveValue('La Sra. X, de 90+ años, vive en una localidad. Síndrome de Down en una hermana.')
    await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
    await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
    await expect(page.getByText('vive en una localidad')).toBeVisible()
  })
})

test('a comment that says a name is stopped; judged to name nobody, with a reason, it is posted', async ({ page }) => {
  await signIn(page, 'cardiology-uk')
  await page.goto('/?list=unanswered')
  await page.locator('main a[href^="/cases/"]').first().click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  const box = page.locator('#composer')
  await box.fill('Ask Margaret Whitcombe whether she still has the film.')
  const check = page.getByRole('region', { name: 'Privacy check' })
  await expect(check.getByText('One detail could identify the patient')).toBeVisible()
  await page.locator('.composer button[type=submit]').click()
  await expect(check.getByRole('status')).toBeFocused()
  await check.getByRole('button', { name: 'Names nobody' }).click()
  await check.getByRole('button', { name: 'It is public and leads to no patient' }).click()
  await expect(check.getByText('“Margaret Whitcombe” stays.')).toBeVisible()
  await page.locator('.composer button[type=submit]').click()
  await expect(page.locator('article').getByText('Ask Margaret Whitcombe whether she still has the film.')).toBeVisible()
})

test('the server reads everything again and trusts no browser', async ({ page }) => {
  await signIn(page, 'cardiology-uk')
  const { items } = await (await page.request.get('/api/community/cases?list=latest')).json()
  const origin = new URL(page.url()).origin
  const reply = await page.request.post(`/api/community/cases/${items[0].id}/comments`, {
    headers: { 'idempotency-key': crypto.randomUUID(), origin },
    data: {
      kind: 'comment',
      language: 'en',
      text: 'Mrs Margaret Whitcombe rang on 12 March.',
      parentId: null,
      confidence: null,
      seen: null,
      byline: 'anonymous',
    },
  })
  expect(reply.status()).toBe(422)
  expect(await reply.json()).toMatchObject({
    code: 'privacy.identifier',
    params: { count: 2 },
    fields: [
      { path: 'text', reason: 'name', start: 4, end: 22 },
      { path: 'text', reason: 'date', start: 31, end: 39 },
    ],
  })
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { checkPhotos } from './checkPhotos.ts'

test.use({ locale: 'es-MX' })

/** A photo with grain, as a camera makes it: about a megabyte that cannot be pressed together. */
const photo = await sharp({
  create: { width: 1_500, height: 1_100, channels: 3, background: '#845', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
})
  .jpeg({ quality: 90 })
  .toBuffer()

const begin = async (page: Page, question: string): Promise<void> => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill(question)
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()
  await expect(page.getByText(/^Guardado \d/)).toBeVisible()
}

/** Which bytes of the file a request brings: from here on. */
const piecePath = /\/api\/community\/uploads\/([0-9a-f-]{36})\/pieces\/(\d+)\?/

test('cut off in the middle, the tab closed, opened again: the photo goes on where it stopped, nothing is sent twice, and the case is posted', async ({
  page,
  context,
}) => {
  await begin(page, '¿Conviene tomar una biopsia de esta placa?')
  // Two pieces pass slowly, so that the next are small too; the third is on its way when the network goes.
  let key = ''
  let sent = 0
  const third = new Promise<void>((underway) => {
    void page.route(/\/api\/community\/(images|uploads)\b.*\?/, async (route) => {
      key ||= piecePath.exec(route.request().url())?.[1] ?? ''
      sent += 1
      if (sent > 2) return underway()
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      await route.continue()
    })
  })
  await page.locator('input[type=file]').first().setInputFiles({ name: 'placa.jpg', mimeType: 'image/jpeg', buffer: photo })
  await third
  await context.setOffline(true)
  await expect(page.getByText(/^Se detuvo en el \d/)).toBeVisible()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])
  await page.close()
  await context.setOffline(false)

  const { arrived } = await (await context.request.get(`/api/community/uploads/${key}`)).json()
  expect(arrived).toBeGreaterThan(100_000)
  expect(arrived).toBeLessThan(photo.length)
  const later = await context.newPage()
  const sentFrom: number[] = []
  later.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (piecePath.test(request.url())) sentFrom.push(Number(piecePath.exec(request.url())?.[2]))
    if (request.method() === 'POST' && pathname === '/api/community/images') sentFrom.push(Number(searchParams.get('after')))
  })
  await later.goto('/ask')
  await expect(later.getByText('Limpia: el archivo no conserva')).toBeVisible({ timeout: 30_000 })
  expect(sentFrom[0]).toBe(arrived)
  expect(sentFrom).toEqual([...new Set(sentFrom)].sort((one, other) => one - other))
  await checkPhotos(later, 1)
  await later.getByText('Por escrito', { exact: true }).click()
  await later.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(later).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
})

test('a line that breaks again and again, and loses an answer, brings the photo in by itself', async ({ page }) => {
  await begin(page, '¿Es preocupante este nevo?')
  // Every fourth piece is cut, the first one too; the first answer to the whole is lost when the server has the photo already.
  let attempts = 0
  await page.route(piecePath, async (route) => {
    attempts += 1
    if (attempts % 4 === 1) await route.abort('connectionreset')
    else await route.continue()
  })
  const wholes: number[] = []
  await page.route('**/api/community/images?*', async (route) => {
    wholes.push(Number(new URL(route.request().url()).searchParams.get('after')))
    const reply = await route.fetch()
    if (wholes.length === 1) await route.abort('connectionreset')
    else await route.fulfill({ response: reply })
  })
  await page.locator('input[type=file]').first().setInputFiles({ name: 'nevo.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(page.getByText('Limpia: el archivo no conserva')).toBeVisible({ timeout: 40_000 })
  expect(attempts).toBeGreaterThan(1)
  expect(wholes).toEqual([wholes[0], wholes[0]])
  await expect(page.locator('.ask-photos li')).toHaveCount(1)
})

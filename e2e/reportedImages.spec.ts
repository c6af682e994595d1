import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { checkPhotos } from './checkPhotos.ts'

test.use({ locale: 'es-MX' })

test('an image a colleague reported is hidden at once, and back for all once a moderator has looked', async ({ page, browser }) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Hay que tratar esta mancha?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Días', { exact: true }).click()
  const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#684' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo })
  await checkPhotos(page, 1)
  await page.getByText('No hace falta', { exact: true }).click()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  const address = page.url()
  const photos = page.getByRole('region', { name: 'Imágenes' }).locator('img')
  await expect(photos).toHaveCount(1)

  const colleague = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await colleague.goto('/welcome')
  await colleague.request.post('/api/demo/sign-in', { data: { as: 'cardiology-uk' } })
  await colleague.goto(address)
  await colleague.getByRole('button', { name: /^Open image 1 of 1/ }).click()
  await colleague.getByRole('button', { name: 'The patient can be recognised' }).click()
  await colleague.getByRole('button', { name: 'Yes, take it away' }).click()
  await expect(photos).toHaveCount(0)
  // It is no desk of theirs.
  await colleague.goto('/reported-images')
  await expect(colleague.getByText('This desk is for moderators')).toBeVisible()

  const moderator = await (await browser.newContext({ locale: 'es-ES', viewport: { width: 390, height: 844 } })).newPage()
  await moderator.goto('/welcome')
  await moderator.request.post('/api/demo/sign-in', { data: { as: 'specialist-spain' } })
  await moderator.goto('/me')
  await moderator.getByRole('link', { name: 'Imágenes señaladas' }).click()
  await expect(moderator.getByText('Quien preguntó dijo: no se reconoce a nadie.')).toBeVisible()
  const shown = moderator.getByRole('region', { name: 'Imágenes' }).locator('img')
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  const findings = (await new AxeBuilder({ page: moderator }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])
  await moderator.getByRole('button', { name: 'Volver a mostrarla' }).click()
  await moderator.getByRole('dialog').getByRole('button', { name: 'Volver a mostrarla' }).click()
  await expect(moderator.getByText('La imagen vuelve a verse.')).toBeVisible()
  await expect(moderator.getByText('Ninguna imagen le espera')).toBeVisible()

  await expect(photos).toHaveCount(1)
  await page.goto('/notifications')
  await expect(page.getByText('Un moderador la ha mirado: una imagen de este caso vuelve a verse')).toBeVisible()
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'

test.use({ locale: 'es-MX' })

test('a GP asks from a phone in Spanish: three things and a photo; nothing is lost on a reload, and a file that is no photo harms nothing', async ({
  page,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  const question = '¿Qué es esta masa que expulsó al toser?'
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill(question)
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()
  await expect(page.getByText(/^Guardado \d/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toHaveValue(question)

  // Typed key by key, a decimal stays a decimal.
  await page.getByText('Constantes', { exact: true }).click()
  const temperature = page.getByRole('textbox', { name: 'T.ª' })
  await temperature.pressSequentially('38.4')
  await expect(temperature).toHaveValue('38.4')

  const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#254' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: 'paciente.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(page.getByText('Limpia: el archivo no conserva')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({ name: 'notas.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no es una foto') })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toHaveValue(question)
  await page.getByText('Por escrito', { exact: true }).click()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])

  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
  await expect(page.getByText('38,4').first()).toBeVisible()
})

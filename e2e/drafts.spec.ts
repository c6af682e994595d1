import { expect, test } from '@playwright/test'

test.use({ locale: 'es-MX' })

test('a draft is kept while another is opened; one thrown away comes back', async ({ page }) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  const question = page.getByRole('textbox', { name: '1. Su pregunta' })
  await question.fill('¿El primero?')
  await expect(page.getByText(/^Guardado \d/)).toBeVisible()
  await page.reload()
  await expect(question).toHaveValue('¿El primero?')
  await page.getByRole('button', { name: 'Empezar un caso nuevo' }).click()
  await expect(question).toHaveValue('')
  await question.fill('¿El segundo?')
  await page.getByText('Continuar un borrador').click()
  // At once, before a moment's quiet has saved the second one.
  await page.getByRole('button', { name: /^¿El primero\?/ }).click()
  await expect(question).toHaveValue('¿El primero?')
  await page.getByText('Continuar un borrador').click()
  await expect(page.getByRole('button', { name: /^¿El segundo\?/ })).toBeVisible()
  await page.getByRole('button', { name: 'Descartar «¿El segundo?»' }).click()
  await expect(page.getByRole('button', { name: /^¿El segundo\?/ })).toBeHidden()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(page.getByRole('button', { name: /^¿El segundo\?/ })).toBeVisible()

  // Home leads to the one written in last.
  await page.goto('/')
  await page.getByRole('link', { name: 'Seguir escribiendo' }).click()
  await expect(page).toHaveURL(/\/ask\?draft=/)
  await expect(question).toHaveValue(/^¿El (primero|segundo)\?$/)
  await page.getByRole('button', { name: 'Descartar este borrador' }).click()
  await expect(question).toHaveValue('')
})

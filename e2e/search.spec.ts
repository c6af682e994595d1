import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

test('a doctor finds a case by abbreviation, by a mistyped word and by words of the other language, narrows it, and opens the passage', async ({
  page,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'cardiology-uk' } })
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'Search every case, in either language' })).toBeVisible()

  const field = page.getByRole('searchbox', { name: 'Search cases' })
  await expect(field).toBeFocused()
  await field.pressSequentially('masa ramif')
  await expect(page.getByRole('link', { name: /branching mass/ })).toBeVisible()
  await expect(page).toHaveURL(/\/search\?q=masa\+ramif/)

  await field.fill('branchng mass')
  await expect(page.getByText('“branchng” stands in no case: searched for “branching”.')).toBeVisible()
  await field.fill('SHU')
  await expect(page.getByRole('link', { name: /Her brother died/ })).toBeVisible()
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Age' }).selectOption('older')
  await expect(page.getByText('No case within these filters has these words.')).toBeVisible()
  await page.getByRole('button', { name: 'Without filters' }).click()

  await field.fill('histoplasmosis zzzz')
  await expect(page.getByRole('heading', { name: 'No case has these words' })).toBeVisible()
  await field.fill('bloody diarrhoea')
  const passage = page.locator('.found-passages a').first()
  await expect(passage.locator('mark').first()).toBeVisible()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])
  await passage.click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(field).toHaveValue('bloody diarrhoea')
})

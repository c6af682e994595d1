import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openAs } from './openAs.ts'

test('a term of a translation tells what it was and what it stands for: to a tap, to the keyboard, to a screen reader', async ({
  browser,
}) => {
  const page = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  await page.goto('/search?q=Kawasaki')
  await page.getByRole('link', { name: /three Kawasaki/ }).click()
  const comment = page.getByRole('article').filter({ hasText: 'A positive adenovirus' })
  const term = comment.getByRole('button', { name: 'PCR', exact: true })
  await expect(term).toHaveAccessibleDescription('polymerase chain reaction. Original in Spanish: PCR')
  const note = comment.getByRole('tooltip')
  await expect(note).toBeHidden()
  await term.click()
  await expect(note).toBeVisible()
  await expect(note.locator('[lang=es]')).toHaveText('PCR')
  await page.getByRole('heading', { level: 1 }).click({ position: { x: 2, y: 2 } })
  await expect(note).toBeHidden()

  await comment.getByRole('button', { name: 'original', exact: true }).focus()
  await page.keyboard.press('Tab')
  await expect(term).toBeFocused()
  await expect(note).toBeVisible()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(note).toBeHidden()
  await expect(term).toBeFocused()

  // In the original there is nothing to be told.
  await comment.getByRole('button', { name: 'original', exact: true }).click()
  await expect(comment.getByRole('tooltip')).toHaveCount(0)
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { demoSeed } from '#server/demo/demoDoctors.ts'
import { aForm } from '#server/testing/aForm.ts'
import { wordsOf } from '#tickets/seed.ts'
import { openAs, openAsOneOfMany } from './openAs.ts'

test('a doctor who leaves says so with the words; an open case goes with them, and they do not come in again', async ({ browser }) => {
  const words = wordsOf(demoSeed('general-practice-MX-10')).join(' ')
  const leaving = await openAsOneOfMany(browser, 'general-practice-MX-10', { locale: 'es-MX', timezoneId: 'America/Mexico_City' })
  const colleague = await openAs(browser, 'cardiology-uk', { locale: 'en-GB', timezoneId: 'Europe/London' })
  const posted = await leaving.request.post('/api/community/cases', {
    data: { form: { ...aForm(), question: '¿Quién lee esto cuando ya no esté quien pregunta?' }, draftId: null },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { id } = (await posted.json()) as { id: string }
  await colleague.goto(`/cases/${id}`)
  await expect(colleague.getByRole('heading', { level: 1 })).toBeVisible()

  await leaving.goto('/me')
  await leaving.getByRole('link', { name: 'Borrar mi cuenta' }).click()
  await expect(leaving.getByText('No se puede deshacer, tampoco por nosotros.', { exact: false })).toBeVisible()
  await expect(leaving.getByRole('button', { name: 'Borrar mi cuenta' })).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page: leaving }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id: rule }) => rule)).toEqual([])
  await leaving.getByLabel('Sus doce palabras').fill(words)
  await leaving.getByRole('button', { name: 'Usar las palabras' }).click()
  await leaving.getByRole('button', { name: 'Borrar mi cuenta' }).click()
  await leaving.getByRole('dialog').getByRole('button', { name: 'Borrar mi cuenta' }).click()
  await expect(leaving.getByRole('heading', { name: 'Su cuenta está borrada' })).toBeVisible()

  await colleague.reload()
  await expect(colleague.getByText('¿Quién lee esto', { exact: false })).toHaveCount(0)
  expect((await colleague.request.get(`/api/community/cases/${id}`)).status()).toBe(410)
  await leaving.goto('/sign-in')
  await leaving.getByLabel('Sus doce palabras').fill(words)
  await leaving.getByRole('button', { name: 'Entrar con las palabras' }).click()
  await expect(leaving.getByRole('alert')).toBeVisible()
  await expect(leaving).toHaveURL(/sign-in/)
  await leaving.context().close()
  await colleague.context().close()
})

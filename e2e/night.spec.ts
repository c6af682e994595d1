import { expect, type Page, test } from '@playwright/test'
import { aForm } from '#server/testing/aForm.ts'
import { openAsOneOfMany } from './openAs.ts'

// Three doctors, three clocks, two languages: who rests is not alerted, who is on call is; the asker sees counts. The clock itself is not moved here:
// whose night it is, is what each has said. What happens at four in the morning is server/src/community/routing/night.db.test.ts.

const settings = async (page: Page, change: object): Promise<void> => {
  const address = '/api/community/notifications/settings'
  const now = (await (await page.request.get(address)).json()) as object
  expect((await page.request.put(address, { data: { ...now, perDay: 20, perWeek: 20, ...change } })).status()).toBe(200)
}

const hourIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date()))

/** Waking hours that do not hold the hour it is now, nor the next. */
const restingAt = (hour: number) => (hour < 12 ? { wakesAt: hour + 2, restsAt: 24 } : { wakesAt: 1, restsAt: hour })

const form = aForm({ questionTypes: ['what-next'], specialties: ['neurosurgery', 'endocrinology'] })

const isAsked = async (page: Page, caseId: string): Promise<boolean> =>
  ((await (await page.request.get(`/api/community/cases/${caseId}/ring`)).json()) as { mine: { asked: boolean } | null }).mine?.asked ??
  false

test('who rests is left in peace, who is on call is not, and the asker sees counts and never who', async ({ browser }) => {
  // Nobody whom another story asks: who has been asked often is left in peace, and of these two specialties there are about ten each.
  const gp = await openAsOneOfMany(browser, 'general-practice-MX-9', { locale: 'es-MX', timezoneId: 'America/Mexico_City' })
  const neurosurgeon = await openAsOneOfMany(browser, 'neurosurgery-NZ-9', { locale: 'en-NZ', timezoneId: 'Pacific/Auckland' })
  const endocrinologist = await openAsOneOfMany(browser, 'endocrinology-ES-9', { locale: 'es-ES', timezoneId: 'Europe/Madrid' })
  await settings(neurosurgeon, { zone: 'Pacific/Auckland', wakesAt: 0, restsAt: 24 })
  await settings(endocrinologist, { zone: 'Europe/Madrid', ...restingAt(hourIn('Europe/Madrid')) })

  /** Asks, and lets the rings widen until the neurosurgeon is in them. */
  const ask = async (question: string): Promise<string> => {
    const posted = await gp.request.post('/api/community/cases', {
      data: { form: { ...form, question }, draftId: null },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(posted.status()).toBe(201)
    const { id } = (await posted.json()) as { id: string }
    await gp.goto(`/cases/${id}`)
    await expect(gp.getByRole('region', { name: 'A quién se ha avisado' })).toBeVisible()
    return id
  }
  /** Chance has a say in who is first; nobody who may be asked is left out of all rings. */
  const widenUntil = async (reached: () => Promise<boolean>): Promise<void> => {
    const wider = gp.getByRole('button', { name: 'Ampliar ya' })
    for (let ring = 1; ring < 9 && !(await reached()); ring += 1) {
      const widened = gp.waitForResponse((response) => response.url().includes('/ring') && response.request().method() === 'POST')
      await wider.click()
      await widened
    }
    expect(await reached()).toBe(true)
  }

  const first = await ask('¿A quién se despierta por este chico que ve peor cada hora?')
  await widenUntil(() => isAsked(neurosurgeon, first))
  expect(await isAsked(endocrinologist, first)).toBe(false)
  await expect(gp.getByText(/Es cuestión de minutos: llame también/).first()).toBeVisible()
  await neurosurgeon.goto('/notifications')
  await expect(neurosurgeon.getByText('You are asked about this case').first()).toBeVisible()
  await endocrinologist.goto('/notifications')
  await expect(endocrinologist.locator(`a[href="/cases/${first}"]`)).toHaveCount(0)

  // In stretches of every week, with the keyboard: now and, lest the hour turns meanwhile, the next.
  await endocrinologist.goto('/notifications/settings')
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', weekday: 'short' }).format(new Date()),
  )
  const stretch = 6 * weekday + Math.floor(hourIn('Europe/Madrid') / 4)
  for (const each of [stretch, (stretch + 1) % 42]) {
    const kept = endocrinologist.waitForResponse((response) => response.url().endsWith('/rings/rota') && response.status() === 200)
    await endocrinologist.locator(`[data-stretch="${each}"]`).focus()
    await endocrinologist.keyboard.press('Enter')
    await kept
  }
  await expect(endocrinologist.getByText('Está de guardia 8 horas cada semana.')).toBeVisible()

  const second = await ask('¿Y ahora, quién está de guardia para este chico?')
  await widenUntil(() => isAsked(endocrinologist, second))
  await endocrinologist.goto(`/cases/${second}`)
  await expect(endocrinologist.getByText('Le han preguntado por este caso')).toBeVisible()
  await expect(gp.getByText(/avisad/).first()).toBeVisible()
  for (const page of [gp, neurosurgeon, endocrinologist]) await page.context().close()
})

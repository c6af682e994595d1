import { expect, type Page, test } from '@playwright/test'
import { aForm } from '#server/testing/aForm.ts'
import { openAs } from './openAs.ts'

// What a colleague does appears where it is on screen, by the line to the server: a page that has one asks by itself only once a minute.

const form = aForm({
  question: '¿Conviene repetir la ecografía en este paciente con dolor en la fosa ilíaca?',
  questionTypes: ['what-next'],
  specialties: ['pediatric-cardiology'],
  urgency: 'hours',
})

const withLine = async (page: Page, path: string): Promise<void> => {
  const line = page.waitForResponse((response) => response.url().includes('/api/community/live') && response.status() === 200)
  await page.goto(path)
  await line
}

test('an answer, a claim and the outcome appear in another browser without a reload', async ({ browser }) => {
  const gp = await openAs(browser, 'gp-mexico', { locale: 'es-MX' })
  const cardiologist = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  const posted = await gp.request.post('/api/community/cases', {
    data: { form, draftId: null },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { id: caseId } = (await posted.json()) as { id: string }
  await withLine(gp, `/cases/${caseId}`)
  await withLine(cardiologist, `/cases/${caseId}`)

  await cardiologist.getByRole('button', { name: 'I’ll answer within 30 min' }).click()
  await expect(gp.getByText(/colega dice que va a responder/)).toBeVisible()

  await cardiologist.getByRole('textbox', { name: 'Write your answer' }).fill('Repeat the ultrasound tomorrow and ask a surgeon today.')
  await cardiologist.getByRole('button', { name: 'Send answer' }).click()
  await expect(gp.getByText(/cirujano|surgeon/).first()).toBeVisible()

  // Read on another page, what is told is counted there, by itself.
  await withLine(gp, '/clock')
  await cardiologist.request.post(`/api/community/cases/${caseId}/comments`, {
    data: {
      kind: 'answer',
      language: 'en',
      text: 'And keep him fasting.',
      parentId: null,
      confidence: null,
      seen: null,
      byline: 'anonymous',
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  await expect(gp.locator('.top-bar .unread')).toBeVisible()

  await gp.request.post(`/api/community/cases/${caseId}/outcome`, {
    data: {
      language: 'es',
      outcome: { finalDiagnosis: 'Apendicitis aguda', confirmedBy: 'imaging', course: '', learningPoint: '', helped: [] },
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  await expect(cardiologist.getByText(/Resolved/).first()).toBeVisible()
})

test('a page in another window asks to sign in as soon as its member has signed out', async ({ browser }) => {
  const page = await openAs(browser, 'gp-mexico', { locale: 'es-MX' })
  await withLine(page, '/')
  expect((await page.request.post('/api/community/sign-out')).status()).toBe(204)
  await expect(page.getByRole('heading', { name: 'Pregunte a sus colegas, estén donde estén' })).toBeVisible()
})

import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'

// The branch-like mass: a GP in Mexico asks in Spanish, a paediatric cardiologist in the UK answers in English, each in a browser of their own.

const enterAs = async (page: Page, slug: string): Promise<void> => {
  await page.goto('/welcome')
  const answer = await page.request.post('/api/demo/sign-in', { data: { as: slug } })
  expect(answer.status()).toBe(201)
}

const openAs = async (browser: Browser, slug: string, locale: string): Promise<Page> => {
  const page = await (await browser.newContext({ locale })).newPage()
  await enterAs(page, slug)
  return page
}

const form = {
  mode: 'ask',
  language: 'es',
  question: '¿Qué es esta masa ramificada que acaba de expulsar al toser?',
  questionTypes: ['what-is-it'],
  specialties: ['pediatric-cardiology'],
  notSure: false,
  urgency: 'minutes',
  patientLeavesAt: null,
  patient: { ageBand: '10-14', sex: 'male', pregnant: null },
  sections: { chiefComplaint: 'Tos y disnea progresiva, 5 días. No tiene fiebre.' },
  vitals: [{ code: 'spo2', value: '86' }],
  labs: [],
  suspicions: ['Cuerpo extraño'],
  images: [],
  consent: null,
  audience: 'everyone',
  byline: 'anonymous',
  outcome: null,
}

const post = async (page: Page): Promise<string> => {
  const key = crypto.randomUUID()
  const send = () => page.request.post('/api/community/cases', { data: { form, draftId: null }, headers: { 'idempotency-key': key } })
  const [first, second] = await Promise.all([send(), send()])
  const { id } = (await first.json()) as { id: string }
  // A double click posts once.
  expect(((await second.json()) as { id: string }).id).toBe(id)
  return id
}

const seriousFindings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id)

test('asked in Spanish, answered in English, read in Spanish, closed with its outcome; the counters count', async ({ browser }) => {
  const gp = await openAs(browser, 'gp-mexico', 'es-MX')
  const cardiologist = await openAs(browser, 'cardiology-uk', 'en-GB')
  const caseId = await post(gp)

  await cardiologist.goto('/')
  await cardiologist
    .getByRole('link', { name: /mass|masa/i })
    .first()
    .click()
  await expect(cardiologist).toHaveURL(new RegExp(caseId))
  // By itself, without a reload: the page asks again while a translation is being made.
  await expect(cardiologist.getByText('Machine translation from Spanish').first()).toBeVisible({ timeout: 40_000 })
  expect(await seriousFindings(cardiologist)).toEqual([])
  await cardiologist
    .getByRole('textbox', { name: 'Write your answer' })
    .fill('This is plastic bronchitis. Call cardiology now. Do not sedate him.')
  await cardiologist.getByRole('button', { name: 'Send answer' }).click()
  await expect(cardiologist.getByText('This is plastic bronchitis.').first()).toBeVisible()

  await expect(async () => {
    await gp.goto(`/cases/${caseId}`)
    await expect(gp.getByText(/Traducción automática del inglés/).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expect(gp.locator('html')).toHaveAttribute('lang', /^es/)
  expect(await seriousFindings(gp)).toEqual([])

  await gp.getByRole('button', { name: 'Cerrar el caso' }).first().click()
  const dialog = gp.getByRole('dialog')
  await dialog.getByText('Otro', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Diagnóstico final' }).fill('Bronquitis plástica')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByText('Bien', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Cerrar el caso' }).click()
  await expect(gp.getByText(/^Cerrado tras/)).toBeVisible()
  await expect(gp.getByText('Bronquitis plástica').first()).toBeVisible()

  const shown = (await (await cardiologist.request.get(`/api/community/cases/${caseId}`)).json()) as {
    state: string
    counters: object
    comments: { helped: boolean }[]
  }
  expect(shown.state).toBe('resolved')
  expect(shown.counters).toEqual({ views: 1, doctorsWhoViewed: 1, doctorsWhoTookPart: 1 })
  expect(shown.comments[0]?.helped).toBe(true)
})

test('the sister: 46 doctors took part and 1,253 viewed, readable in both languages', async ({ browser }) => {
  for (const [slug, locale, words, figures] of [
    ['cardiology-uk', 'en-GB', /how do I treat her/i, '1,253'],
    ['gp-mexico', 'es-MX', /¿cómo/i, '1253'],
  ] as const) {
    const page = await openAs(browser, slug, locale)
    const list = (await (await page.request.get('/api/community/cases?list=resolved&limit=100')).json()) as {
      items: { id: string; counters: { doctorsWhoTookPart: number } }[]
    }
    const sister = list.items.find(({ counters }) => counters.doctorsWhoTookPart === 46)
    await page.goto(`/cases/${sister?.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
    await expect(page.getByText(figures).first()).toBeVisible()
    await expect(page.getByText('46').first()).toBeVisible()
  }
})

test('nobody who is signed out, and no other host, reads a case', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: /sign in/i }).first()).toBeVisible()
  expect((await page.request.get('/api/community/cases?list=latest')).status()).toBe(401)
  await enterAs(page, 'cardiology-uk')
  const list = (await (await page.request.get('/api/community/cases?list=latest')).json()) as { items: { id: string }[] }
  await page.goto('/me')
  await page.request.post('/api/community/sign-out')
  expect((await page.request.get(`/api/community/cases/${list.items[0]?.id}`)).status()).toBe(401)
  const registrar = `http://registrar.localhost:${process.env['E2E_PORT']}`
  await page.goto(`${registrar}/api/community/cases?list=latest`)
  await expect(page.locator('body')).toContainText('request.unknown-path')
})

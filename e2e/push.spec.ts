import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { aForm } from '#server/testing/aForm.ts'
import { openAs } from './openAs.ts'

// A test browser has no maker's service that would alert it: the address it would give out is put in its place,
// and what the service would deliver is delivered by the browser's own tools.

const withAddress = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const given = () => (localStorage.getItem('given') ? subscription : null)
    const subscription = {
      toJSON: () => ({
        endpoint: 'https://push.invalid/to/this-browser',
        keys: {
          p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
          auth: 'BTBZMqHH6r4Tts7J_aSIgg',
        },
      }),
      options: { applicationServerKey: null },
      unsubscribe: async () => {
        localStorage.removeItem('given')
        return true
      },
    }
    PushManager.prototype.getSubscription = async () => given() as never
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem('given', 'yes')
      return subscription as never
    }
  })

/** The page with its service worker standing guard: a page that is opened while one stands is guarded from its beginning. */
const withWorker = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  const isGuarded = () => page.evaluate(() => navigator.serviceWorker.controller !== null)
  await expect(async () => {
    if (!(await isGuarded())) await page.reload()
    expect(await isGuarded()).toBe(true)
  }).toPass({ intervals: [500, 1_000, 2_000], timeout: 30_000 })
}

/** Delivers a push as the browser's maker would. */
const deliver = async (context: BrowserContext, page: Page): Promise<void> => {
  const tools = await context.newCDPSession(page)
  const registration = new Promise<string>((resolve) =>
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => first && resolve(first.registrationId)),
  )
  await tools.send('ServiceWorker.enable')
  await tools.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId: await registration,
    data: '{"v":1}',
  })
}

const shown = (page: Page) =>
  page.evaluate(async () =>
    (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, lang }) => ({ title, body, lang })),
  )

const form = aForm({
  question: '¿Qué hago con este potasio alto en un niño sin síntomas?',
  questionTypes: ['what-next'],
  specialties: ['pediatric-cardiology'],
  urgency: 'hours',
})

test('a push shows what it is about with the rights of whoever is signed in, and leads to the case', async ({ browser }) => {
  const page = await openAs(browser, 'gp-mexico', { locale: 'es-MX' })
  const context = page.context()
  await context.grantPermissions(['notifications'])
  const posted = await page.request.post('/api/community/cases', {
    data: { form, draftId: null },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { id: caseId } = (await posted.json()) as { id: string }
  await page.request.post('/api/community/notifications/read', {
    data: { about: null },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const colleague = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  await colleague.request.post(`/api/community/cases/${caseId}/comments`, {
    data: {
      kind: 'answer',
      language: 'en',
      text: 'Repeat it: haemolysis.',
      parentId: null,
      confidence: null,
      seen: null,
      byline: 'anonymous',
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  await withWorker(page, '/clock')
  await expect(page.locator('.top-bar .unread')).toBeVisible()

  await deliver(context, page)
  await expect
    .poll(() => shown(page))
    .toEqual([{ title: '1 respuesta nueva a su caso', body: 'Abra Consilium para ver de qué se trata.', lang: 'es' }])

  const [worker] = context.serviceWorkers()
  await worker?.evaluate(async () => {
    const self = globalThis as unknown as {
      registration: ServiceWorkerRegistration
      dispatchEvent(event: Event): void
      NotificationEvent: new (type: string, init: object) => Event
    }
    const [notification] = await self.registration.getNotifications()
    self.dispatchEvent(new self.NotificationEvent('notificationclick', { notification }))
  })
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}`))
  await expect.poll(() => shown(page)).toEqual([])

  // Signed out, it says nothing of anybody.
  expect((await page.request.post('/api/community/sign-out')).status()).toBe(204)
  // Where everything is read, a page takes alerts away: the one that was led there may still be at it.
  await page.goto('/welcome')
  await deliver(context, page)
  await expect
    .poll(() => shown(page))
    .toEqual([{ title: 'Consilium', body: 'Puede haber algo nuevo para usted. Abra Consilium para verlo.', lang: 'es' }])
})

test('alerts are turned on by a tap in the settings, stay on, and end with the session', async ({ browser }) => {
  const page = await openAs(browser, 'gp-mexico', { locale: 'en-GB' })
  const context = page.context()
  await withAddress(context)
  await context.grantPermissions(['notifications'])
  await withWorker(page, '/notifications/settings')
  await page.reload()
  const on = page.getByText('Este dispositivo recibe avisos.')
  await page.getByRole('button', { name: 'Activar los avisos aquí' }).click()
  await expect(on).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
  await page.reload()
  await expect(on).toBeVisible()

  // The server forgets it; the next open tells it again.
  await page.request.delete('/api/community/notifications/push')
  const kept = page.waitForResponse((response) => response.url().endsWith('/push') && response.request().method() === 'PUT')
  await page.goto('/')
  expect((await kept).status()).toBe(204)

  await page.goto('/notifications/settings')
  await page.getByRole('button', { name: 'Desactivar' }).click()
  await expect(page.getByRole('button', { name: 'Activar los avisos aquí' })).toBeVisible()
  expect(await page.evaluate(() => [localStorage.getItem('alerts'), localStorage.getItem('given')])).toEqual([null, null])
})

test('where the browser blocks alerts the page says how to allow them', async ({ browser }) => {
  const page = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  const context = page.context()
  await context.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
  })
  await withWorker(page, '/notifications/settings')
  await page.reload()
  await expect(page.getByText('Your browser blocks alerts from Consilium.')).toBeVisible()
})

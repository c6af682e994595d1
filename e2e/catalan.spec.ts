import { expect, type Route, test } from '@playwright/test'
import type { ShownCase } from '#contract/community/cases.ts'
import { openAs } from './openAs.ts'

interface Session {
  me: { settings: { language: string } }
  languages: string[]
}

/** The answer a community gives that also speaks Catalan, to a doctor who reads it. */
const inCatalan = (session: Session): Session => ({
  ...session,
  languages: [...session.languages, 'ca'],
  me: { ...session.me, settings: { ...session.me.settings, language: 'ca' } },
})

test('a doctor who reads Catalan is told which language the product speaks instead, and no voice reads the one as the other', async ({
  browser,
}) => {
  const page = await openAs(browser, 'specialist-spain', { locale: 'ca-ES', serviceWorkers: 'block' })
  await page.route('**/*', async (route: Route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const body = (await response.text()).replace(/(<script[^>]* id="page-data">)(.*?)(<\/script>)/s, (_, begin, data, end) => {
      const { showSession } = JSON.parse(data) as { showSession: Session }
      return `${begin}${JSON.stringify({ showSession: inCatalan(showSession) })}${end}`
    })
    await route.fulfill({ response, body })
  })
  await page.route('**/api/community/session', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: inCatalan((await response.json()) as Session) })
  })
  await page.route(/\/api\/community\/cases\/[0-9a-f-]{36}$/, async (route) => {
    const response = await route.fetch()
    const shown = (await response.json()) as ShownCase
    const question = { ...shown.question, body: 'Què faríeu amb aquest nen?', language: 'ca', terms: [] }
    await route.fulfill({ response, json: { ...shown, question } })
  })

  await page.goto('/me')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('radio', { name: 'Català' })).toBeChecked()
  await expect(page.getByText('El programa aún no tiene palabras en este idioma y le habla en español')).toBeVisible()

  const { items } = (await (await page.request.get('/api/community/cases?list=latest')).json()) as { items: { id: string }[] }
  await page.goto(`/cases/${items.at(-1)?.id}`)
  await expect(page.getByRole('heading', { level: 1 }).locator('[lang=ca]')).toHaveText('Què faríeu amb aquest nen?')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
})

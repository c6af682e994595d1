import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const enterAs = async (page: Page, slug: string): Promise<void> => {
  await page.goto('/welcome')
  expect((await page.request.post('/api/demo/sign-in', { data: { as: slug } })).status()).toBe(201)
}

const post = async <Reply>(page: Page, path: string, data: object): Promise<Reply> =>
  (
    await page.request.post(`/api/community/cases${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
  ).json() as Promise<Reply>

test('a withdrawn case: its story is gone for all, what was said stays for those who wrote in it', async ({ browser }) => {
  const open = async (slug: string, locale: string): Promise<Page> => {
    const page = await (await browser.newContext({ locale })).newPage()
    await enterAs(page, slug)
    return page
  }
  const asker = await open('gp-mexico', 'es-MX')
  const question = '¿Qué es esta lesión que crece desde hace un mes?'
  const form = {
    mode: 'ask',
    language: 'es',
    question,
    questionTypes: [],
    specialties: ['pediatric-cardiology'],
    notSure: false,
    urgency: 'hours',
    patientLeavesAt: null,
    patient: { ageBand: null, sex: null, pregnant: null },
    sections: { history: 'Historia que desaparece.' },
    vitals: [],
    labs: [],
    suspicions: [],
    images: [],
    consent: null,
    audience: 'everyone',
    byline: 'anonymous',
    outcome: null,
  }
  const { id } = await post<{ id: string }>(asker, '', { form, draftId: null })
  const answerer = await open('cardiology-uk', 'en-GB')
  const said = 'Send the patient to cardiology today.'
  const answer = { kind: 'answer', language: 'en', text: said, parentId: null, confidence: 'likely', seen: 'few', byline: 'anonymous' }
  await post(answerer, `/${id}/comments`, answer)

  await asker.goto(`/cases/${id}`)
  await asker.getByRole('button', { name: 'Más', exact: true }).click()
  await asker.getByRole('button', { name: 'Retirar el caso' }).click()
  await asker.getByRole('dialog').getByRole('button', { name: 'Retirar', exact: true }).click()
  await expect(asker.getByRole('heading', { name: 'Este caso se ha retirado' })).toBeVisible()
  await expect(asker.getByText(question)).toBeHidden()
  await expect(asker.getByText(said)).toBeHidden()

  await answerer.goto(`/cases/${id}`)
  await expect(answerer.getByRole('heading', { name: 'This case was withdrawn' })).toBeVisible()
  await expect(answerer.getByText(said)).toBeVisible()
  await expect(answerer.getByText('Likely')).toBeVisible()
  await expect(answerer.getByRole('textbox')).toHaveCount(0)
  expect(await answerer.content()).not.toContain('Historia que desaparece.')
  const findings = (await new AxeBuilder({ page: answerer }).analyze()).violations
  expect(findings.filter(({ impact }) => impact === 'serious' || impact === 'critical').map((finding) => finding.id)).toEqual([])

  const reader = await open('specialist-spain', 'es-ES')
  await reader.goto(`/cases/${id}`)
  await expect(reader.getByRole('heading', { name: 'Este caso se ha retirado' })).toBeVisible()
  await expect(reader.getByText(said)).toBeHidden()
})

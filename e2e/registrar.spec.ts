import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { drawUntil } from './drawUntil.ts'

const registrar = `http://registrar.localhost:${process.env['E2E_PORT']}`
const community = `http://localhost:${process.env['E2E_PORT']}`

const card = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** The code in the newest letter to an address, read as the demo's mailbox shows it. */
const codeTo = async (page: Page, address: string): Promise<string> => {
  let code = ''
  await expect(async () => {
    const subjects = await page.evaluate(async (to) => {
      const reply = await fetch(`/api/registrar/dev-mailbox?to=${encodeURIComponent(to)}`)
      return ((await reply.json()) as { items: { subject: string }[] }).items.map(({ subject }) => subject)
    }, address)
    code = /^\d{6}/.exec(subjects[0] ?? '')?.[0] ?? ''
    expect(code).not.toBe('')
  }).toPass()
  return code
}

const withPasskeys = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  })
}

/** The desk as one of its people sees it. */
const aDesk = async (browser: Browser, slug: string, locale: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, isMobile: false, locale })
  const desk = await context.newPage()
  await desk.goto(`${registrar}/#as=${slug}`)
  await expect(desk.locator('.desk-queue-title')).toBeVisible()
  return desk
}

const readOff = async (desk: Page, words: { surname: string; given: string; status: string; keep: string }): Promise<void> => {
  await desk.getByLabel(words.surname, { exact: true }).fill('Nwosu-Hale')
  await desk.getByLabel(words.given, { exact: true }).fill('Amara')
  await desk.getByLabel(words.status).selectOption('Registered with Licence')
  await desk.getByRole('button', { name: words.keep }).click()
}

const expectNothingSerious = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
}

test('a stranger applies, is verified by two people, joins with tickets signed unseen, posts a first case and then shows a name', async ({
  page,
  browser,
}) => {
  test.slow()
  const address = `amara.${Date.now()}@nhs.example`
  await page.goto(registrar)
  await expectNothingSerious(page)
  await page.getByLabel('Where are you registered?').selectOption('GB')
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Six-digit code').fill(await codeTo(page, address))
  await page.getByRole('button', { name: 'Confirm' }).click()

  await page.getByLabel('GMC reference number').fill('7012 34')
  await page.getByRole('button', { name: 'Hand in and prove' }).click()
  await expect(page.getByText('Expected: 7 digits')).toBeVisible()
  await expectNothingSerious(page)
  await page.getByLabel('GMC reference number').fill(`70${String(Date.now()).slice(-5)}`)
  await page.getByLabel('Name, as on the register').fill('Amara Nwosu-Hale')
  await page.getByLabel('Specialty').selectOption('cardiology')
  await page.getByRole('button', { name: 'Hand in and prove' }).click()

  await expect(page.getByRole('heading', { name: 'Prove that it is you' })).toBeVisible()
  await page.getByText('Identity document and a photo of your face').click()
  for (const at of [0, 1]) {
    await page.locator('input[type=file]').nth(at).setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: card })
    await expect(page.getByText('Document 1')).toHaveCount(at + 1)
  }
  await page.getByText('A call through your hospital’s switchboard').click()
  await page.getByLabel('Hospital or practice, and town').fill('St Elsewhere, Leeds')
  await page.getByRole('button', { name: 'Ask for the call' }).click()
  await expect(page.getByText('Under way')).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${registrar}/enter`)
  await expect(page.getByText('issuing.not-verified')).toBeVisible()

  // At the community's door an applicant is anybody: led to the welcome page, with nothing clinical on the way.
  await page.goto(community)
  await expect(page.getByRole('link', { name: 'Apply' }).first()).toBeVisible()
  for (const path of ['cases?list=latest', 'search?q=fever', 'home'])
    expect((await page.request.get(`${community}/api/community/${path}`)).status()).toBe(401)

  // No register of this country is imported here: two people read it, neither seeing what the other types.
  const first = await aDesk(browser, 'verifier', 'en-GB')
  const second = await aDesk(browser, 'verificador', 'es-ES')
  await drawUntil(first, 'GB', 'Amara Nwosu-Hale', () => first.getByRole('button', { name: 'Open the next' }).click())
  await expectNothingSerious(first)
  await readOff(first, { surname: 'Surname', given: 'Given names', status: 'Status, in the register’s words', keep: 'Keep this reading' })
  await expect(first.getByText('Your reading is kept.')).toBeVisible()
  await drawUntil(second, 'GB', 'Amara Nwosu-Hale', () => second.getByRole('button', { name: 'Abrir la siguiente' }).click())
  await expect(second.getByText('o dos personas lo consultan a mano')).toBeVisible()
  await expectNothingSerious(second)
  await readOff(second, {
    surname: 'Apellidos',
    given: 'Nombre',
    status: 'Situación, en palabras del registro',
    keep: 'Guardar esta lectura',
  })
  await expect(second.getByText('coincide, 1')).toBeVisible()

  await first.reload()
  await expect(first.getByText('agrees, 1')).toBeVisible()
  for (const seen of ['id_document_face', 'employer_callback']) {
    await first.getByLabel('What I saw myself').selectOption(seen)
    await first.getByRole('button', { name: 'Shown', exact: true }).click()
    await expect(first.locator('.rule-proofs [data-state=passed]')).toHaveCount(seen === 'id_document_face' ? 1 : 2)
  }
  await expect(first.getByText('Two people have to agree.')).toBeVisible()
  await expect(first.getByText('Nothing to decide now')).toBeVisible()
  await second.reload()
  await expect(second.getByRole('button', { name: 'De acuerdo', exact: true })).toBeVisible()
  await expectNothingSerious(second)
  await second.keyboard.press('v')
  await expect(second.getByText('Anotado.')).toBeVisible()
  await first.context().close()
  await second.context().close()

  await withPasskeys(page)
  await page.goto(registrar)
  await page.getByRole('link', { name: 'Go on to enter' }).click()
  await expect(page.getByText('cardiology · United Kingdom')).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Enter now' }).click()
  await page.getByRole('button', { name: 'I have written them down' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()
  await expect(page.getByText('cardiology · United Kingdom')).toBeVisible()

  const question = 'Syncope on the stairs with a normal echo: which monitor next?'
  await page.getByRole('link', { name: 'To the cases' }).click()
  await page.getByRole('link', { name: 'Ask colleagues' }).click()
  await page.getByRole('textbox', { name: '1. Your question' }).fill(question)
  await page.getByRole('button', { name: 'Not sure' }).click()
  await page.getByText('Days', { exact: true }).click()
  await page.getByRole('button', { name: 'Ask colleagues' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
  await expect(page.getByText('cardiology · United Kingdom').first()).toBeVisible()

  // A name: warned twice, asked by the registrar, proved with the account's own key, signed and kept.
  await page.goto(`${community}/me/name`)
  await expect(page.getByText('To the operator every post of this account, past ones too, is then yours, for good.')).toBeVisible()
  await page.getByRole('link', { name: 'Go to the registrar' }).click()
  await page.getByRole('button', { name: 'Go on: prove the account' }).click()
  await expect(page.getByRole('heading', { name: 'Say that it is you' })).toBeVisible()
  await page.getByRole('button', { name: 'Use the passkey' }).click()
  await page.getByRole('button', { name: 'Sign and go on' }).click()
  await page.getByRole('button', { name: 'Sign my name' }).click()
  await expect(page.getByText(/You may now sign as (Dr )?Amara Nwosu-Hale/)).toBeVisible()
})

test('somebody else’s request is not signed without a question, and a request that is none is refused', async ({ page }) => {
  const address = `careful.${Date.now()}@nhs.example`
  const blinded = 'A'.repeat(342)
  await page.goto(
    `${registrar}/issue#return=join&root=${blinded}&renewal=${blinded}&label=${blinded}&epoch=23&code=doctor.world&period=3&ahead=&labels=&from=0&seen=1*${'A'.repeat(43)}`,
  )
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Six-digit code').fill(await codeTo(page, address))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Did you come here yourself?' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Two copies of the key list differ')
})

test('an applicant sees neither the desk nor the community, and nobody sees an application without signing in', async ({ page }) => {
  for (const path of ['queue', 'application', 'entry'])
    expect((await page.request.get(`http://localhost:${process.env['E2E_PORT']}/api/registrar/${path}`)).status()).toBe(404)
  await page.goto(`${registrar}/desk`)
  await expect(page.getByRole('heading', { name: 'The registrar’s desk' })).toBeVisible()
  await expectNothingSerious(page)
})

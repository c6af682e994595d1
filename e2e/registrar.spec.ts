import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const registrar = `http://registrar.localhost:${process.env['E2E_PORT']}`

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

const expectNothingSerious = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
}

test('a stranger applies, is verified at the desk, and joins with tickets signed unseen', async ({ page, browser }) => {
  const address = `amara.${Date.now()}@nhs.example`
  await page.goto(registrar)
  await expectNothingSerious(page)
  await page.getByLabel('Where are you registered?').selectOption('GB')
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Six-digit code').fill(await codeTo(page, address))
  await page.getByRole('button', { name: 'Confirm' }).click()

  await page.getByLabel('GMC reference number').fill('7012 34')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Expected: 7 digits')).toBeVisible()
  await expectNothingSerious(page)
  await page.getByLabel('GMC reference number').fill(`70${String(Date.now()).slice(-5)}`)
  await page.getByLabel('Name, as on the register').fill('Amara Nwosu-Hale')
  await page.getByLabel('Specialty').selectOption('cardiology')
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('heading', { name: 'Prove that it is you' })).toBeVisible()
  for (const at of [0, 1]) {
    await page.locator('input[type=file]').nth(at).setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: card })
    await expect(page.getByText('Document 1')).toHaveCount(at + 1)
  }
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByText('Compared by a person')).toBeVisible()
  await expectNothingSerious(page)
  await page.goto(`${registrar}/enter`)
  await expect(page.getByText('issuing.not-verified')).toBeVisible()

  const deskContext = await browser.newContext({ viewport: { width: 1280, height: 860 }, isMobile: false, locale: 'en-GB' })
  const desk = await deskContext.newPage()
  await desk.goto(`${registrar}/#as=verifier`)
  await desk.locator('.desk-list a').last().click()
  await expect(desk.getByRole('heading', { name: 'Amara Nwosu-Hale' })).toBeVisible()
  await expectNothingSerious(desk)
  await desk.keyboard.press('v')
  await expect(desk.getByText('Not everything has been compared.')).toBeVisible()
  for (const check of await desk.locator('.review-check input').all()) await check.check()
  await desk.keyboard.press('v')
  await expect(desk.getByText('Verified. The applicant is told.')).toBeVisible()
  await deskContext.close()

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

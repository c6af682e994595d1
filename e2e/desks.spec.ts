import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { drawUntil } from './drawUntil.ts'

const registrar = `http://registrar.localhost:${process.env['E2E_PORT']}`
const name = 'Lucía Inventada Soto'

/** A desk in Spanish, whatever language its owner reads. */
const aDesk = async (browser: Browser, slug: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, isMobile: false, locale: 'es-ES' })
  const desk = await context.newPage()
  await desk.goto(`${registrar}/#as=${slug}`)
  await expect(desk.locator('.desk-queue-title')).toBeVisible()
  const toSpanish = desk.getByRole('button', { name: 'Español' })
  if (await toSpanish.isVisible()) await toSpanish.click()
  await expect(desk.locator('html')).toHaveAttribute('lang', 'es')
  await expect(desk.locator('.desk-queue-title')).toHaveText('Cola')
  return desk
}

/** Nothing serious for a screen reader, and not a word of English in the page's own sentences. */
const expectUsable = async (desk: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page: desk }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
  const said = (await desk.locator('header, aside, main, dialog').allInnerTexts()).join(' ')
  expect(said.match(/\b(?:the|and|with|your|this|is|are|listed|licence)\b/gi) ?? []).toEqual([])
}

/** Takes Spanish cases, the first with the key. */
const draw = (desk: Page): Promise<void> =>
  drawUntil(desk, 'ES', name, async () => {
    await desk.locator('.desk-queue-title').click()
    await desk.keyboard.press('j')
  })

/** Goes on with the tabulator until it stands where a label says. */
const tabTo = async (desk: Page, label: RegExp): Promise<void> => {
  for (let steps = 0; steps < 60; steps += 1) {
    await desk.keyboard.press('Tab')
    const at = await desk.evaluate(() => {
      const here = document.activeElement as HTMLInputElement | null
      return here?.labels?.[0]?.textContent || here?.textContent || ''
    })
    if (label.test(at)) return
  }
  throw new Error(`The tabulator never comes to ${label}`)
}

const readOff = async (desk: Page): Promise<void> => {
  await tabTo(desk, /^Colegio o consejo/)
  await desk.keyboard.type('Madrid')
  await tabTo(desk, /^Apellidos/)
  await desk.keyboard.type('Inventada Soto')
  await tabTo(desk, /^Nombre/)
  await desk.keyboard.type('Lucía')
  await tabTo(desk, /^Situación/)
  await desk.keyboard.type('figura como')
  await desk.keyboard.press('Tab')
  await tabTo(desk, /^Guardar esta lectura/)
  await desk.keyboard.press('Enter')
}

const sees = async (desk: Page, kind: string): Promise<void> => {
  await desk.getByLabel('Lo que he visto yo').selectOption({ label: kind })
  await desk.getByLabel('Lo que he visto yo').focus()
  await tabTo(desk, /^Demostrado/)
  await desk.keyboard.press('Enter')
  await expect(desk.locator('.rule-proofs li').filter({ hasText: kind })).toContainText('superada')
}

test('los dos puestos se llevan en español y con el teclado: leer a mano, pruebas, segunda revisión, retirar una licencia', async ({
  browser,
}) => {
  test.slow()
  const verifier = await aDesk(browser, 'verificador')
  await expectUsable(verifier)
  await draw(verifier)
  await expectUsable(verifier)
  await readOff(verifier)
  await expect(verifier.getByText('Su lectura está guardada.')).toBeVisible()

  const lead = await aDesk(browser, 'lead')
  await expectUsable(lead)
  await draw(lead)
  await readOff(lead)
  await expect(lead.getByText('consultado por dos personas')).toBeVisible()
  await expectUsable(lead)

  await verifier.reload()
  await expect(verifier.getByRole('heading', { name })).toBeVisible()
  await sees(verifier, 'Videollamada')
  await sees(verifier, 'Llamada por la centralita')
  await expect(verifier.getByText('Dos personas tienen que estar de acuerdo.')).toBeVisible()
  await expectUsable(verifier)

  // Whoever saw the proofs is no second pair of eyes; the lead's key decides.
  await lead.goto(`${registrar}/desk`)
  await draw(lead)
  await expect(lead.getByText('Segunda revisión').first()).toBeVisible()
  await lead.getByRole('heading', { name }).click()
  await lead.keyboard.press('v')
  await expect(lead.getByRole('status').filter({ hasText: /./ }).first()).toBeVisible()

  await lead.goto(`${registrar}/desk`)
  const search = lead.locator('form').filter({ hasText: 'Buscar un médico verificado' })
  await search.getByLabel('País').selectOption('ES')
  await search.getByLabel('Número de licencia').fill('28 28 00001')
  await lead.keyboard.press('Enter')
  await expect(lead.getByRole('heading', { name })).toBeVisible()
  await expectUsable(lead)
  await lead.getByRole('button', { name: 'Retirar la licencia' }).click()
  await expectUsable(lead)
  await lead.getByLabel('Por qué (lo leerá el solicitante)').last().fill('El colegio nos dice que no es esta persona.')
  await lead.getByRole('button', { name: 'Retirar la licencia' }).click()
  await expect(lead.getByRole('heading', { name })).toBeHidden()

  // Out at once; for good only when somebody else says so.
  await verifier.goto(`${registrar}/desk`)
  await draw(verifier)
  await expect(verifier.getByText('Suspendido').first()).toBeVisible()
  await verifier.getByLabel('Por qué (lo leerá el solicitante)').fill('He hablado con el colegio: no es esta persona.')
  await verifier.getByRole('heading', { name }).click()
  await verifier.keyboard.press('r')
  const dialog = verifier.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectUsable(verifier)
  await dialog.getByRole('button').last().press('Enter')
  await expect(verifier.getByRole('heading', { name })).toBeHidden()
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, test } from '@playwright/test'
import sharp from 'sharp'
import { checkPhotos } from './checkPhotos.ts'

test.use({ locale: 'es-MX' })

test('a GP asks from a phone in Spanish: three things and a photo; nothing is lost on a reload, and a file that is no photo harms nothing', async ({
  page,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  const question = '¿Qué es esta masa que expulsó al toser?'
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill(question)
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()
  await expect(page.getByText(/^Guardado \d/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toHaveValue(question)

  // Typed key by key, a decimal stays a decimal.
  await page.getByText('Constantes y laboratorio', { exact: true }).click()
  const temperature = page.getByRole('textbox', { name: 'T.ª' })
  await temperature.pressSequentially('38.4')
  await expect(temperature).toHaveValue('38.4')

  const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#254' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'paciente.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(page.getByText('Limpia: el archivo no conserva')).toBeVisible()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'notas.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no es una foto') })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toHaveValue(question)
  await checkPhotos(page, 1)
  await page.getByText('Por escrito', { exact: true }).click()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])

  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
  await expect(page.getByText('38,4').first()).toBeVisible()
})

test('from Ask colleagues to the posted page, with a photo that has been looked at, a phone is tapped twelve times at most', async ({
  page,
}) => {
  await page.addInitScript(() =>
    addEventListener('pointerdown', () => sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps')) + 1)), true),
  )
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/')
  await page.evaluate(() => sessionStorage.removeItem('taps'))
  await page.getByRole('link', { name: 'Preguntar a colegas' }).click()
  const question = page.getByRole('textbox', { name: '1. Su pregunta' })
  await question.click()
  await question.pressSequentially('¿Hay que drenar este absceso hoy?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()
  const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#543' } })
    .jpeg()
    .toBuffer()
  const choosing = page.waitForEvent('filechooser')
  await page.getByText('Elegir fotos').click()
  await (await choosing).setFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo })
  await checkPhotos(page, 1)
  await page.getByText('Por escrito', { exact: true }).click()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  expect(await page.evaluate(() => Number(sessionStorage.getItem('taps')))).toBeLessThanOrEqual(12)
})

test('a GP finds a specialty by another name, says when the patient leaves, pastes laboratory values and sends two photos', async ({
  page,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Hiponatremia o error de laboratorio?')

  // Typed without accents, in the other language, taken with the keyboard alone.
  const specialty = page.getByRole('combobox', { name: 'Añadir una especialidad' })
  await specialty.focus()
  await page.keyboard.type('renal medicine')
  await expect(page.getByRole('option', { name: /Nefrolog/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Quitar Nefrolog/ })).toBeVisible()
  await page.keyboard.type('xyzzy')
  await expect(page.getByText('No se encuentra nada.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(specialty).toHaveValue('')

  await page.getByText('Horas', { exact: true }).click()
  await page.getByRole('button', { name: 'El paciente se va pronto' }).click()
  const leaves = new Date(Date.now() + 41 * 60_000)
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(leaves)
  await page.getByLabel('El paciente se va a las').fill(clock)
  await expect(page.getByText(/en 4[01]\smin/)).toBeVisible()

  await expect(page.getByRole('button', { name: 'Hacer una foto' })).toBeVisible()
  const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#542' } })
    .jpeg()
    .toBuffer()
  // The second one waits for the first: its bar stands there while it does.
  await page.route('**/api/community/images', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'uno.jpg', mimeType: 'image/jpeg', buffer: photo },
      { name: 'dos.jpg', mimeType: 'image/jpeg', buffer: photo },
    ])
  await expect(page.getByRole('progressbar', { name: /^uno\.jpg/ })).toBeVisible()
  await expect(page.getByRole('progressbar', { name: /^dos\.jpg/ })).toBeVisible()
  await expect(page.getByText('Limpia: el archivo no conserva')).toHaveCount(2)
  await checkPhotos(page, 2)
  await page.getByRole('combobox', { name: 'Tipo de imagen' }).first().selectOption('ecg')
  await page.getByText('Por escrito', { exact: true }).click()

  await page.getByText('Paciente', { exact: true }).click()
  await page.getByText('Mujer', { exact: true }).click()
  await page.getByRole('group', { name: 'Embarazo' }).getByText('No', { exact: true }).click()

  await page.getByText('Constantes y laboratorio', { exact: true }).click()
  const line = page.getByRole('textbox', { name: 'Valores de laboratorio' })
  await line.fill('Na 128 mmol/L (135-145)')
  await line.press('Enter')
  await expect(page.getByRole('button', { name: /^Cambiar Na.*128/ })).toBeVisible()
  await line.evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'K 5,9 mmol/L (3,5-5,1), hace 2 h\nCultivo pendiente')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('button', { name: /^Cambiar K.*5,9/ })).toBeVisible()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  // What could not be read is not lost and not guessed: its value is asked for.
  await expect(page.getByRole('textbox', { name: 'Valor', exact: true })).toBeFocused()
  await page.getByRole('textbox', { name: 'Valor', exact: true }).fill('negativo')
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])

  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  await expect(page.getByText(/El paciente se va en (40|41)\smin/)).toBeVisible()
  const labs = page.getByRole('table', { name: 'Laboratorio' })
  await expect(labs.getByRole('row', { name: /Na.*128.*135-145/ })).toBeVisible()
  await expect(labs.getByText('2 h antes')).toBeVisible()
  await expect(page.getByText('Mujer, no embarazada')).toBeVisible()

  // The specialty asked last stands first the next time.
  await page.goto('/ask')
  await page.getByRole('combobox', { name: 'Añadir una especialidad' }).click()
  await expect(page.getByRole('option').first()).toContainText(/Nefrolog.*usada hace poco/)
})

test.describe('at a desk, with the keyboard alone', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false })

  test('a doctor walks from home to a posted case', async ({ page }) => {
    /** Goes on by Tab alone, as somebody without a mouse does. */
    const tabTo = async (place: Locator) => {
      for (let steps = 0; steps < 60; steps += 1) {
        if (await place.evaluateAll((found) => found.includes(document.activeElement as never))) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not lead to ${place}`)
    }
    await page.goto('/welcome')
    await page.request.post('/api/demo/sign-in', { data: { as: 'cardiology-uk' } })
    await page.goto('/')
    await tabTo(page.getByRole('link', { name: 'Ask colleagues' }).filter({ visible: true }))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('textbox', { name: '1. Your question' }))
    await page.keyboard.type('Is this murmur innocent?')
    await tabTo(page.getByRole('checkbox', { name: 'What is it?' }))
    await page.keyboard.press('Space')
    await tabTo(page.getByRole('combobox', { name: 'Add a specialty' }))
    await page.keyboard.type('paediatric cardio')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Remove Paediatric cardiology' })).toBeVisible()
    await tabTo(page.getByRole('radio', { name: 'Minutes' }))
    for (const _ of ['hours', 'days']) await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Days' })).toBeChecked()
    await tabTo(page.locator('summary', { hasText: 'Patient' }))
    await page.keyboard.press('Enter')
    await tabTo(page.getByRole('group', { name: 'Sex' }).getByRole('radio', { name: 'Not said' }))
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Female' })).toBeChecked()
    await tabTo(page.getByRole('button', { name: 'Ask colleagues' }).filter({ visible: true }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this murmur innocent?')
    await expect(page.getByText('Female', { exact: true })).toBeVisible()
  })
})

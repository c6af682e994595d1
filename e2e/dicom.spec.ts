import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { aHead } from './aHead.ts'

/** How light the picture is at a place, from 0 to 255; places are shares of its sides. */
const lightAt = (page: Page, x: number, y: number): Promise<number> =>
  page
    .locator('.viewer-stage canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, at) =>
        canvas.getContext('2d')?.getImageData(at.x * canvas.width, at.y * canvas.height, 1, 1).data[0] ?? -1,
      { x, y },
    )
const frameShown = (page: Page): Promise<string | null> => page.locator('.viewer-stage canvas').getAttribute('data-frame')

test.use({ locale: 'es-MX' })

test('from a phone a scan is added, looked through and posted; a colleague scrolls, changes the window and measures', async ({
  page,
  browser,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Drenarían esta colección?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()

  // Four slices and a damaged one: it is refused by its name, what was written stands, and so does the rest.
  const damaged = aHead(1)[0]?.buffer.subarray(0, 300) ?? Buffer.alloc(0)
  await page.getByLabel('Añadir archivos DICOM').setInputFiles([...aHead(4), { name: 'damaged.dcm', mimeType: '', buffer: damaged }])
  const refused = page.getByRole('alert').filter({ hasText: 'damaged.dcm' })
  await expect(refused.getByText(/Este archivo DICOM está dañado o incompleto/)).toBeVisible()
  await refused.getByRole('button', { name: 'Quitar la foto' }).click()
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toHaveValue('¿Drenarían esta colección?')
  await expect(page.locator('.ask-photos li')).toHaveCount(1)

  await page.getByRole('button', { name: 'Revisar la foto' }).click({ timeout: 90_000 })
  const tick = page.getByRole('checkbox', { name: 'La he mirado entera a tamaño completo' })
  await expect(tick).toBeDisabled()
  await expect(page.getByText(/Recorra antes las 4 imágenes/)).toBeVisible()
  for (const leave of await page.getByRole('button', { name: 'Dejarlo' }).all()) await leave.click()
  await page.getByRole('button', { name: 'Reproducir' }).click()
  await page.getByRole('button', { name: '1:1' }).click()
  await expect(tick).toBeEnabled()
  await page.getByRole('button', { name: 'Pausar' }).click()
  await tick.check()
  await page.getByText('No se reconoce a nadie').click()
  await page.getByRole('button', { name: 'Listo' }).click()
  await page.getByText('Por escrito', { exact: true }).click()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)

  const elsewhere = await browser.newContext({ locale: 'en-GB' })
  const colleague = await elsewhere.newPage()
  await colleague.goto('/welcome')
  await colleague.request.post('/api/demo/sign-in', { data: { as: 'cardiology-uk' } })
  await colleague.goto(page.url())
  await expect(colleague.getByText('4 images')).toBeVisible()
  await colleague.getByRole('button', { name: /^Open image 1 of 1/ }).click()
  await expect(colleague.locator('.viewer-stage canvas')).toHaveAttribute('data-frame', '2')

  // Scrolling: by keys, by wheel, by drag, by slider.
  await colleague.keyboard.press('ArrowDown')
  expect(await frameShown(colleague)).toBe('3')
  await expect(colleague.getByText('4 / 4')).toBeVisible()
  const stage = await colleague.locator('.viewer-stage').boundingBox()
  if (!stage) throw new Error('the scan has no place on the screen')
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2]
  await colleague.mouse.move(x, y)
  await colleague.mouse.wheel(0, -90)
  await expect(colleague.getByText(/^[23] \/ 4$/)).toBeVisible()
  await colleague.mouse.down()
  await colleague.mouse.move(x, y - stage.height / 2 + 10, { steps: 4 })
  await colleague.mouse.up()
  await expect(colleague.getByText('1 / 4')).toBeVisible()
  await colleague.getByRole('slider', { name: 'Image in the series' }).fill('3')
  await expect(colleague.getByText('4 / 4')).toBeVisible()

  // The lens in the brain can hardly be told from it until one looks for it.
  await expect(colleague.getByText('W 400 · L 40')).toBeVisible()
  const before = [await lightAt(colleague, 0.75, 0.5), await lightAt(colleague, 0.5, 0.75)]
  await colleague.getByRole('button', { name: 'Presets' }).click()
  await colleague.getByRole('button', { name: 'Brain' }).click()
  await expect(colleague.getByText('W 80 · L 40')).toBeVisible()
  const after = [await lightAt(colleague, 0.75, 0.5), await lightAt(colleague, 0.5, 0.75)]
  expect((after[0] ?? 0) - (after[1] ?? 0)).toBeGreaterThan(3 * ((before[0] ?? 0) - (before[1] ?? 0)))
  await colleague.getByRole('button', { name: 'Window', exact: true }).click()
  await colleague.mouse.move(x, y)
  await colleague.mouse.down()
  await colleague.mouse.move(x + 60, y, { steps: 3 })
  await colleague.mouse.up()
  await expect(colleague.getByText(/^W (?!80 ).* · L 40$/)).toBeVisible()

  // 96 columns of half a millimetre are as wide as the picture.
  await colleague.getByRole('button', { name: 'Measure' }).click()
  const picture = await colleague.locator('.viewer-stage canvas').boundingBox()
  if (!picture) throw new Error('the scan has no place on the screen')
  await colleague.mouse.move(picture.x + picture.width / 4, y)
  await colleague.mouse.down()
  await colleague.mouse.move(picture.x + (picture.width * 3) / 4, y, { steps: 4 })
  await colleague.mouse.up()
  const length = colleague.getByRole('button', { name: /^Line of (23\.9|24|24\.1) mm/ })
  await expect(length).toBeVisible()
  const findings = (await new AxeBuilder({ page: colleague }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])
  await length.press('Delete')
  await expect(length).toHaveCount(0)
  await colleague.keyboard.press('Escape')
  await expect(colleague.getByRole('dialog')).toHaveCount(0)

  // The scan goes with its consent, and what the browser had kept of every frame goes too.
  const imageId = /images\/([0-9a-f-]{36})/.exec((await colleague.locator('.image-strip img').getAttribute('src')) ?? '')?.[1]
  await page.getByRole('button', { name: 'Más', exact: true }).click()
  await page.getByRole('button', { name: 'Retirar el consentimiento de las imágenes' }).click()
  await page.getByRole('button', { name: 'Eliminar las imágenes' }).click()
  await expect(colleague.getByText('One image was taken away to protect the patient.')).toBeVisible({ timeout: 5_000 })
  for (const frame of [0, 1, 2, 3]) {
    const status = () =>
      colleague.evaluate(
        async (address) => (await fetch(address, { cache: 'force-cache' })).status,
        `/api/community/images/${imageId}/frames/${frame}`,
      )
    await expect.poll(status).toBe(410)
  }
  await elsewhere.close()
})

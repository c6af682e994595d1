import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { aHead } from './aHead.ts'
import { openAs } from './openAs.ts'

test('from a phone a scan is added, looked through and posted; withdrawn, every frame is gone from a colleague’s browser', async ({
  browser,
}) => {
  const page = await openAs(browser, 'gp-mexico', { locale: 'es-MX' })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Drenarían esta colección?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()

  // Four slices and a damaged one: it is refused by its name, what was written stands, and so does the rest.
  const damaged = aHead(1)[0]?.buffer.subarray(0, 300) ?? Buffer.alloc(0)
  await page.getByLabel('Añadir archivos DICOM').setInputFiles([...aHead(4), { name: 'damaged.dcm', mimeType: '', buffer: damaged }])
  const refused = page.getByRole('alert').filter({ hasText: 'damaged.dcm' })
  await expect(refused.getByText(/Este archivo DICOM está dañado o incompleto/)).toBeVisible({ timeout: 20_000 })
  await refused.getByRole('button', { name: 'Quitar la foto' }).click()
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toHaveValue('¿Drenarían esta colección?')
  await expect(page.locator('.ask-photos li')).toHaveCount(1)

  await page.getByRole('button', { name: 'Revisar la foto' }).click({ timeout: 60_000 })
  const tick = page.getByRole('checkbox', { name: 'La he mirado entera a tamaño completo' })
  await expect(tick).toBeDisabled()
  await expect(page.getByText(/Recorra antes las 4 imágenes/)).toBeVisible()
  for (const leave of await page.getByRole('button', { name: 'Dejarlo' }).all()) await leave.click()
  await page.getByRole('button', { name: 'Reproducir' }).click()
  await page.getByRole('button', { name: '1:1' }).click()
  await expect(tick).toBeEnabled()
  await tick.check()
  await page.getByText('No se reconoce a nadie').click()
  await page.getByRole('button', { name: 'Listo' }).click()
  await page.getByText('Por escrito', { exact: true }).click()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)

  const colleague = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  await colleague.goto(page.url())
  await expect(colleague.getByText('4 images')).toBeVisible()
  const imageId = /images\/([0-9a-f-]{36})/.exec((await colleague.locator('.image-strip img').getAttribute('src')) ?? '')?.[1]
  await colleague.getByRole('button', { name: /^Open image 1 of 1/ }).click()
  await expect(colleague.locator('.viewer-stage canvas')).toHaveAttribute('data-frame', '2')

  await page.getByRole('button', { name: 'Más', exact: true }).click()
  await page.getByRole('button', { name: 'Retirar el consentimiento de las imágenes' }).click()
  await page.getByRole('button', { name: 'Eliminar las imágenes' }).click()
  await expect(colleague.getByText('One image was taken away to protect the patient.')).toBeVisible()
  await expect(colleague.getByRole('dialog')).toHaveCount(0)
  for (const frame of [0, 1, 2, 3]) {
    const address = `/api/community/images/${imageId}/frames/${frame}`
    // What the browser had kept is gone too: even asked for without the network's word, it has nothing but the refusal.
    const status = () => colleague.evaluate(async (kept) => (await fetch(kept, { cache: 'force-cache' })).status, address)
    await expect.poll(status).toBe(410)
  }
})

/** How light the picture is at a place, from 0 to 255; places are shares of its sides. */
const lightAt = (page: Page, x: number, y: number): Promise<number> =>
  page
    .locator('.viewer-stage canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, at) =>
        canvas.getContext('2d')?.getImageData(at.x * canvas.width, at.y * canvas.height, 1, 1).data[0] ?? -1,
      { x, y },
    )

test('the demo’s head is scrolled by keys, wheel, finger and slider, looked at through windows, enlarged and measured', async ({
  browser,
}) => {
  const page = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  const cases = await (await page.request.get('/api/community/cases?list=latest&limit=100')).json()
  const { id } = cases.items.find(({ question }: { question: { body: string } }) => question.body.startsWith('Thunderclap headache'))
  await page.goto(`/cases/${id}`)
  await page.getByRole('button', { name: /^Open image 2 of 2/ }).click()
  const canvas = page.locator('.viewer-stage canvas')
  await expect(canvas).toHaveAttribute('data-frame', '10')

  await page.keyboard.press('ArrowDown')
  await expect(canvas).toHaveAttribute('data-frame', '11')
  const stage = await page.locator('.viewer-stage').boundingBox()
  if (!stage) throw new Error('the scan has no place on the screen')
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -400)
  await expect(page.getByText('12 / 20')).toBeHidden()
  await page.mouse.down()
  await page.mouse.move(x, y - stage.height / 2 + 10, { steps: 4 })
  await page.mouse.move(x, 0, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText('1 / 20', { exact: true })).toBeVisible()
  await page.getByRole('slider', { name: 'Image in the series' }).fill('10')
  await expect(canvas).toHaveAttribute('data-frame', '10')

  // What is water is told from brain by a window made for it, and hardly by one for bone.
  const contrast = async () => (await lightAt(page, 0.723, 0.376)) - (await lightAt(page, 0.569, 0.569))
  await expect(page.getByText('W 90 · L 40')).toBeVisible()
  await page.getByRole('button', { name: 'Presets' }).click()
  await page.getByRole('button', { name: 'Bone' }).click()
  await expect(page.getByText('W 1800 · L 400')).toBeVisible()
  const forBone = await contrast()
  await page.getByRole('button', { name: 'Brain' }).click()
  await expect(page.getByText('W 80 · L 40')).toBeVisible()
  expect(await contrast()).toBeGreaterThan(10 * Math.max(1, forBone))
  await page.getByRole('button', { name: 'Window', exact: true }).click()
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 3 })
  await page.mouse.up()
  await expect(page.getByText(/^W (?!80 ).* · L 40$/)).toBeVisible()

  // Two fingers enlarge it, whatever one finger does; reset goes back to how it opened.
  const touches = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
    touches.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([left, top], finger) => ({ x: left, y: top, id: finger })) })
  await touch('touchStart', [x, y])
  await touch('touchStart', [x, y], [x + 20, y])
  for (const apart of [20, 40, 60]) await touch('touchMove', [x - apart, y], [x + 20 + apart, y])
  await touch('touchEnd')
  await expect(page.locator('.viewer-factor')).toHaveText(/^\d.*×$/)
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(page.locator('.viewer-factor')).toHaveText('')
  await expect(page.getByText('W 90 · L 40')).toBeVisible()

  // A quarter of 192 columns of 1.05 mm.
  await page.getByRole('button', { name: 'Measure' }).click()
  const picture = await canvas.boundingBox()
  if (!picture) throw new Error('the scan has no place on the screen')
  await page.mouse.move(picture.x + picture.width * 0.375, y)
  await page.mouse.down()
  await page.mouse.move(picture.x + picture.width * 0.625, y, { steps: 4 })
  await page.mouse.up()
  const length = page.getByRole('button', { name: /^Line of (50\.[2-6]|50) mm/ })
  await expect(length).toBeVisible()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id: rule }) => rule)).toEqual([])
  await length.press('ArrowRight')
  await expect(length).toHaveCount(0)
  await page.locator('.stack-length').press('Delete')
  await expect(page.locator('.stack-length')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

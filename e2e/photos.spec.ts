import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { aFace } from '#server/testing/aFace.ts'
import { checkPhotos } from './checkPhotos.ts'

test.use({ locale: 'es-MX' })

/** A scan with whose it is written in its corner, as a device does. */
const scan = await sharp(
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#0c0c0c"/>
    <path d="M800 200 L300 1000 A 700 700 0 0 0 1300 1000 Z" fill="#3a3a3a"/><ellipse cx="820" cy="760" rx="170" ry="110" fill="#7a7a7a"/>
    <text x="40" y="70" font-family="DejaVu Sans" font-size="40" fill="#eee">PEÑALVER GIL, Begoña</text></svg>`),
)
  .jpeg()
  .toBuffer()
const name = { x: 40, y: 36, width: 420, height: 38 }

test('a photo with a name burned in is caught, covered and posted clean, from a phone; every variant that is served is clean', async ({
  page,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Qué es esta lesión hepática?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'eco.jpg', mimeType: 'image/jpeg', buffer: scan })
  await expect(page.getByText('Hay texto en 1 lugar.')).toBeVisible({ timeout: 60_000 })
  await page.getByText('Por escrito', { exact: true }).click()

  // Nobody gets round the check: neither the form nor the interface under it.
  const ask = page.getByRole('button', { name: 'Preguntar a colegas' })
  await ask.click()
  await expect(page).toHaveURL(/\/ask/)
  const source = (await page.locator('.ask-photos img').getAttribute('src')) ?? ''
  const imageId = /images\/([0-9a-f-]{36})/.exec(source)?.[1] ?? ''
  const drafts = await (await page.request.get('/api/community/drafts')).json()
  const { id: draftId, form } = drafts.items.find((draft: { form: { images: { imageId: string }[] } }) =>
    draft.form.images.some((image) => image.imageId === imageId),
  )
  const refused = await page.request.post('/api/community/cases', {
    data: { form: { ...form, consent: 'written' }, draftId },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect([refused.status(), (await refused.json()).code]).toEqual([422, 'image.not-reviewed'])

  await page.getByRole('button', { name: 'Revisar la foto' }).click()
  const done = page.getByRole('button', { name: /^(Listo|Tapar .* para siempre)$/ })
  await expect(page.getByText('Hay texto: ¿lo tapa?')).toBeVisible()
  await expect(done).toBeDisabled()
  await page.getByRole('button', { name: 'Tapar', exact: true }).click()
  const tick = page.getByRole('checkbox', { name: 'La he mirado entera a tamaño completo' })
  await expect(tick).toBeDisabled()
  await page.getByRole('button', { name: '1:1' }).click()
  await tick.check()
  await expect(done).toBeDisabled()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])

  // More is covered by hand; one step back takes it away again.
  await page.getByRole('button', { name: 'Pincel' }).click()
  const stage = await page.locator('.viewer-stage').boundingBox()
  if (!stage) throw new Error('the photo has no place on the screen')
  await page.mouse.move(stage.x + 100, stage.y + 200)
  await page.mouse.down()
  await page.mouse.move(stage.x + 200, stage.y + 260, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText('Se taparán 2 lugares')).toBeVisible()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(page.getByText('Se tapará 1 lugar')).toBeVisible()
  await page.getByText('No se reconoce a nadie').click()
  await done.click()
  await expect(page.getByText('Revisada: no se reconoce a nadie.')).toBeVisible()

  await ask.click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  for (const variant of ['thumb', 'page', 'full']) {
    const file = await (await page.request.get(`/api/community/images/${imageId}/${variant}`)).body()
    const { width = 0 } = await sharp(file).metadata()
    const factor = width / 1_600
    const part = await sharp(file)
      .extract({
        left: Math.round(name.x * factor),
        top: Math.round(name.y * factor),
        width: Math.round(name.width * factor),
        height: Math.max(2, Math.round(name.height * factor)),
      })
      .greyscale()
      .png()
      .toBuffer()
    expect((await sharp(part).stats()).channels[0]?.max, variant).toBeLessThan(24)
  }
})

test('a photo that text was not looked for in says so where its doctor ticks, and is posted after the tick', async ({ page }) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  // As after a reader that died twice.
  await page.route('**/api/community/images/*/review', async (route) => {
    const reply = await route.fetch()
    const review = await reply.json()
    await route.fulfill({ response: reply, json: review.searched === 'whole' ? { ...review, searched: 'not' } : review })
  })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Qué es esta lesión?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Horas', { exact: true }).click()
  const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#734' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo })
  const honest = /No se pudo buscar texto ni caras en esta foto/
  await expect(page.getByText(honest)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Revisar la foto' }).click()
  await expect(page.getByRole('dialog').getByText(honest)).toBeVisible()
  const findings = (await new AxeBuilder({ page }).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(findings.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: 'Cerrar por ahora' }).click()
  await checkPhotos(page, 1)
  await page.getByText('Por escrito', { exact: true }).click()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
})

test('a face is offered as a place to cover, and that faces are missed stands beside the tick', async ({ page }) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  const photo = await aFace({ width: 1_200, height: 900 }, { side: 500, x: 400, y: 200 })
  await page.locator('input[type=file]').first().setInputFiles({ name: 'foto.webp', mimeType: 'image/webp', buffer: photo })
  await expect(page.getByText('Parece haber una cara en 1 lugar.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Revisar la foto' }).click()
  const check = page.getByRole('dialog')
  await expect(check.getByText('Parece una cara: ¿la tapa?')).toBeVisible()
  await expect(check.getByText(/^Se escapan caras/)).toBeVisible()
  await expect(check.getByRole('button', { name: 'Quizá una cara, 1 de 1: sin decidir' })).toHaveCount(1)
  await check.getByRole('button', { name: 'Tapar', exact: true }).click()
  await check.getByRole('button', { name: '1:1' }).click()
  await check.getByRole('checkbox', { name: 'La he mirado entera a tamaño completo' }).check()
  await check.getByText('No se reconoce a nadie').click()
  await check.getByRole('button', { name: 'Tapar 1 lugar para siempre' }).click()
  await expect(page.getByText('Revisada: no se reconoce a nadie.')).toBeVisible()
})

test('with the keyboard alone a box is added, moved, made larger and taken away, and the photo is checked', async ({ page }) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.locator('input[type=file]').first().setInputFiles({ name: 'eco.jpg', mimeType: 'image/jpeg', buffer: scan })
  await page.getByRole('button', { name: 'Revisar la foto' }).press('Enter', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Texto 1 de 1: sin decidir' }).press('Enter')
  await expect(page.getByText('Se tapará 1 lugar')).toBeVisible()
  await page.keyboard.press('b')
  const drawn = page.getByRole('button', { name: /^Zona tapada/ })
  await expect(drawn).toBeFocused()
  const before = await drawn.boundingBox()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  const after = await drawn.boundingBox()
  expect(after?.x).toBeGreaterThan(before?.x ?? 0)
  expect(after?.height).toBeGreaterThan(before?.height ?? 0)
  await page.keyboard.press('Delete')
  await expect(drawn).toHaveCount(0)
  await page.keyboard.press('1')
  await page.getByRole('checkbox', { name: 'La he mirado entera a tamaño completo' }).press('Space')
  await page.getByRole('radio', { name: 'Se reconoce al paciente' }).press('Space')
  await page.getByRole('button', { name: 'Tapar 1 lugar para siempre' }).press('Enter')
  await expect(page.getByText('Revisada: se reconoce al paciente.')).toBeVisible()

  // Back closes the check, not the form, and loses nothing that was drawn.
  await page.getByRole('button', { name: 'Revisar de nuevo' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('b')
  await expect(drawn).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: '1. Su pregunta' })).toBeVisible()
  await page.getByRole('button', { name: 'Revisar de nuevo' }).press('Enter')
  await expect(drawn).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(drawn).toHaveCount(0)
})

test('consent withdrawn: the photo a colleague has on the screen is gone within seconds, and cannot be had again', async ({
  page,
  browser,
}) => {
  await page.goto('/welcome')
  await page.request.post('/api/demo/sign-in', { data: { as: 'gp-mexico' } })
  await page.goto('/ask')
  await page.getByRole('textbox', { name: '1. Su pregunta' }).fill('¿Conviene operar esta lesión?')
  await page.getByRole('button', { name: 'No lo sé' }).click()
  await page.getByText('Días', { exact: true }).click()
  const clean = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#843' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: clean })
  await checkPhotos(page, 1)
  await page.getByText('Por escrito', { exact: true }).click()
  await page.getByRole('button', { name: 'Preguntar a colegas' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)

  const elsewhere = await browser.newContext({ locale: 'en-GB' })
  const colleague = await elsewhere.newPage()
  await colleague.goto('/welcome')
  await colleague.request.post('/api/demo/sign-in', { data: { as: 'cardiology-uk' } })
  await colleague.goto(page.url())
  const photo = colleague.getByRole('region', { name: 'Images' }).locator('img')
  await expect(photo).toBeVisible()
  const source = (await photo.getAttribute('src')) ?? ''
  await colleague.getByRole('button', { name: /^Open image 1 of 1/ }).click()
  await expect(colleague.getByRole('dialog')).toBeVisible()

  await page.getByRole('button', { name: 'Más', exact: true }).click()
  await page.getByRole('button', { name: 'Retirar el consentimiento de las imágenes' }).click()
  await page.getByRole('button', { name: 'Eliminar las imágenes' }).click()
  await expect(page.getByText('Se retiró una imagen para proteger al paciente.')).toBeVisible()

  await expect(colleague.getByText('One image was taken away to protect the patient.')).toBeVisible({ timeout: 5_000 })
  await expect(colleague.getByRole('dialog')).toHaveCount(0)
  await expect(photo).toHaveCount(0)
  // What the browser had kept of it is gone too: even asked for without the network's word, it has nothing but the refusal.
  for (const variant of ['thumb', 'page', 'full']) {
    const status = await colleague.evaluate(
      async (address) => (await fetch(address, { cache: 'force-cache' })).status,
      source.replace(/\/page$/, `/${variant}`),
    )
    expect(status, variant).toBe(410)
  }
  await elsewhere.close()
})

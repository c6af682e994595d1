import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { aForm } from '#server/testing/aForm.ts'
import { keptOnDevice } from './keptOnDevice.ts'
import { openAs } from './openAs.ts'

const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#864' } })
  .jpeg()
  .toBuffer()

/** A case with a photo its asker has looked at. */
const aCaseWithAPhoto = async ({ request }: Page): Promise<string> => {
  const key = () => ({ 'idempotency-key': crypto.randomUUID() })
  const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo }
  const taken = await request.post('/api/community/images', { multipart: { file }, headers: key() })
  const { id: imageId } = await taken.json()
  const review = async () => (await request.get(`/api/community/images/${imageId}/review`)).json()
  await expect.poll(async () => (await review()).searched, { timeout: 60_000 }).not.toBe('waiting')
  const { revision, boxes } = await review()
  const looked = { revision, boxes: boxes.map(() => 'keep'), shapes: [], lookedAtFullSize: true, shows: 'nobody' }
  expect((await request.post(`/api/community/images/${imageId}/review`, { data: looked, headers: key() })).status()).toBe(201)
  const form = aForm({
    question: '¿Dónde tomarían la biopsia en esta lesión?',
    urgency: 'days',
    consent: 'written',
    images: [{ imageId, caption: '', kind: 'photo' }],
  })
  const posted = await request.post('/api/community/cases', { data: { form, draftId: null }, headers: key() })
  return (await posted.json()).id
}

const seriousIn = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id)

test('two doctors in two languages point at one photo: a pin leads to it from a comment, and back', async ({ browser }) => {
  const gp = await openAs(browser, 'gp-mexico', { locale: 'es-MX' })
  const cardiologist = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  const caseId = await aCaseWithAPhoto(gp)
  await gp.goto(`/cases/${caseId}`)
  await cardiologist.goto(`/cases/${caseId}`)

  // A tap puts it, a finger moves it, and the way back is one tap.
  await cardiologist.getByRole('button', { name: 'Point at an image' }).click()
  await expect(cardiologist.getByText(/^Tap the place in the image/)).toBeVisible()
  const picture = cardiologist.locator('.viewer-stage img').first()
  await expect(picture).toBeVisible()
  const box = await picture.boundingBox()
  if (!box) throw new Error('the photo has no place on the screen')
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2]
  await cardiologist.touchscreen.tap(x, y)
  const draft = cardiologist.getByRole('button', { name: /^Pin 1, not sent yet/ })
  await expect(draft).toBeVisible()
  const middleOf = async () => {
    const mark = await draft.boundingBox()
    return { x: Math.round((mark?.x ?? 0) + (mark?.width ?? 0) / 2), y: Math.round((mark?.y ?? 0) + (mark?.height ?? 0) / 2) }
  }
  const put = await middleOf()
  expect(Math.hypot(put.x - x, put.y - y)).toBeLessThan(3)
  await cardiologist.mouse.move(put.x, put.y)
  await cardiologist.mouse.down()
  await cardiologist.mouse.move(put.x + 60, put.y - 40, { steps: 4 })
  await cardiologist.mouse.up()
  const moved = await middleOf()
  expect(Math.hypot(moved.x - put.x - 60, moved.y - put.y + 40)).toBeLessThan(3)
  expect(await seriousIn(cardiologist)).toEqual([])

  // It stays on its pixel however the photo is turned, and can be got out of the way.
  await cardiologist.getByRole('button', { name: 'Turn' }).click()
  const turned = await picture.boundingBox()
  if (!turned) throw new Error('the photo has no place on the screen')
  const upright = { x: (moved.x - box.x) / box.width, y: (moved.y - box.y) / box.height }
  const there = await middleOf()
  expect((there.x - turned.x) / turned.width).toBeCloseTo(1 - upright.y, 1)
  expect((there.y - turned.y) / turned.height).toBeCloseTo(upright.x, 1)
  await cardiologist.getByRole('button', { name: 'Pins', exact: true }).click()
  await expect(draft).toHaveCount(0)
  await cardiologist.getByRole('button', { name: 'Pins', exact: true }).click()
  await cardiologist.getByRole('button', { name: 'Write about pin 1' }).click()
  const answer = cardiologist.getByRole('textbox', { name: 'Write your answer' })
  await expect(answer).toBeFocused()
  await expect(answer).toHaveValue('Pin 1: ')
  await answer.fill('Biopsy at pin 1, on the raised edge.')

  // Nothing is lost with the tab.
  await expect(
    cardiologist.getByRole('list', { name: 'Pins that go with it' }).getByRole('button', { name: 'Pin 1', exact: true }),
  ).toBeVisible()
  await expect.poll(() => keptOnDevice(cardiologist)).toContain('Biopsy at pin 1, on the raised edge.')
  await cardiologist.reload()
  await expect(answer).toHaveValue('Biopsy at pin 1, on the raised edge.')
  await cardiologist.getByRole('button', { name: 'Send answer' }).click()

  // It is there without a reload, in the other language too; the pin leads to its place, and back to what was said.
  const named = gp.locator('.threads').getByRole('button', { name: /^(pin|marca) 1$/i })
  await expect(named).toBeVisible()
  await named.click()
  const pin = gp.getByRole('button', { name: 'Marca 1', exact: true })
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  expect(await seriousIn(gp)).toEqual([])
  await gp.getByRole('button', { name: 'Leer el comentario' }).click()
  await expect(gp.getByRole('dialog')).toHaveCount(0)
  const comment = gp.locator('.threads article').first()
  await expect(comment).toBeFocused()
  await expect(comment).toBeInViewport()

  // The asker names it in the other language and puts one of their own; Back closes the viewer.
  await named.click()
  await gp.getByRole('button', { name: 'Añadir marca' }).click()
  const shown = await gp.locator('.viewer-stage img').first().boundingBox()
  if (!shown) throw new Error('the photo has no place on the screen')
  await gp.touchscreen.tap(shown.x + shown.width * 0.8, shown.y + shown.height * 0.3)
  await expect(gp.getByRole('button', { name: /^Marca 2, sin enviar/ })).toBeVisible()
  await gp.goBack()
  await expect(gp.getByRole('dialog')).toHaveCount(0)
  await gp.getByRole('textbox', { name: 'Escriba su respuesta' }).fill('De acuerdo con la marca 1. ¿Y en la marca 2?')
  await gp.getByRole('button', { name: 'Enviar comentario' }).click()
  await expect(cardiologist.locator('.threads').getByRole('button', { name: /^(pin|marca) 2$/i })).toBeVisible()
  await cardiologist
    .locator('.threads')
    .getByRole('button', { name: /^(pin|marca) 2$/i })
    .click()
  await expect(cardiologist.getByRole('button', { name: 'Pin 2', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(cardiologist.getByText('Also named by')).toBeVisible()
  await cardiologist.keyboard.press('Escape')
  await expect(cardiologist.getByRole('dialog')).toHaveCount(0)

  // The photo gone, what was said stays and says so.
  const gone = await gp.request.post(`/api/community/cases/${caseId}/consent-withdrawal`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(gone.status()).toBe(201)
  await expect(cardiologist.getByText('Pin 1: its image is gone')).toHaveCount(2)
  await expect(cardiologist.getByText('Biopsy at pin 1, on the raised edge.')).toBeVisible()
})

test('with the keyboard a pin is put into one slice of a scan, moved, and found again in that slice', async ({ browser }) => {
  const page = await openAs(browser, 'cardiology-uk', { locale: 'en-GB', viewport: { width: 1280, height: 900 }, isMobile: false })
  const cases = await (await page.request.get('/api/community/cases?list=latest&limit=100')).json()
  const { id } = cases.items.find(({ question }: { question: { body: string } }) => question.body.startsWith('Thunderclap headache'))
  await page.goto(`/cases/${id}`)
  await page.getByRole('button', { name: /^Open image 2 of 2/ }).press('Enter')
  const canvas = page.locator('.viewer-stage canvas')
  await expect(canvas).toHaveAttribute('data-frame', '10')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('n')
  const pin = page.getByRole('button', { name: /^Pin \d, not sent yet/ })
  await expect(pin).toBeFocused()
  const before = await pin.boundingBox()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  const after = await pin.boundingBox()
  expect(after?.x).toBeGreaterThan(before?.x ?? 0)
  expect(after?.y).toBeLessThan(before?.y ?? 0)
  await page.keyboard.press('Enter')
  // Escape closes the viewer; on a pin that is being put it takes that away and no more.
  await page.keyboard.press('n')
  await expect(pin).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(pin).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(pin).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(pin).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(pin).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page
    .getByRole('list', { name: 'Pins that go with it' })
    .getByRole('button', { name: /^Pin \d · Image 2 of 2 · 12 \/ 20$/ })
    .click()
  await expect(canvas).toHaveAttribute('data-frame', '11')
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
})

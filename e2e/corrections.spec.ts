import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { openAs } from './openAs.ts'

// A cardiologist answers in English; a colleague in Spain who reads both languages puts the translation right, a GP in Mexico reads it, and the
// author says yes.

const seriousFindings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id)

/** Answers in English, in the oldest of the newest cases that is open. */
const answerOpenCase = async (author: Page, text: string): Promise<string | undefined> => {
  const { items } = (await (await author.request.get('/api/community/cases?list=latest')).json()) as {
    items: { id: string; state: string }[]
  }
  const caseId = items.findLast(({ state }) => state === 'open')?.id
  const said = await author.request.post(`/api/community/cases/${caseId}/comments`, {
    data: anAnswer({ text }),
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(said.status()).toBe(201)
  return caseId
}

test('a sentence is put right beside its original, every reader has it at once, and its author is asked', async ({ browser }) => {
  const author = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  const colleague = await openAs(browser, 'specialist-spain', { locale: 'es-ES' })
  const reader = await openAs(browser, 'gp-mexico', { locale: 'es-MX' })

  await colleague.goto('/me')
  await colleague.getByRole('group', { name: 'Idiomas que lee sin traducción' }).getByText('English').click()
  await expect(colleague.getByRole('status').filter({ hasText: 'Guardado' })).toBeVisible()

  const caseId = await answerOpenCase(author, 'I would keep her in the ward tonight. The right-handed man leans left.')

  await expect(async () => {
    await colleague.goto(`/cases/${caseId}`)
    await expect(colleague.getByRole('button', { name: 'corregir' }).last()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 40_000 })

  await colleague.getByRole('button', { name: 'corregir' }).last().click()
  const dialog = colleague.getByRole('dialog', { name: 'Corregir la traducción' })
  await expect(dialog.getByText('I would keep her in the ward tonight.')).toBeVisible()
  await dialog
    .getByRole('button', { name: /^Corregir:/ })
    .first()
    .click()
  const field = dialog.getByRole('textbox', { name: 'En español' })
  await expect(field).toBeFocused()
  await field.fill('Esta noche la dejaría ingresada en planta.')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(colleague.getByText('Todos leen ya sus palabras.', { exact: false })).toBeVisible()
  await expect(dialog.getByText('Corregida', { exact: true })).toBeVisible()

  // What can be taken back can be reached before the dialog, by the keyboard and by a tap.
  const undo = dialog.getByRole('button', { name: 'Deshacer' })
  await undo.focus()
  await expect(undo).toBeFocused()
  await undo.click()
  await expect(dialog.getByText('Retirada.')).toBeVisible()
  await expect(dialog.getByText('Corregida', { exact: true })).toHaveCount(0)
  await dialog
    .getByRole('button', { name: /^Corregir:/ })
    .first()
    .click()
  await field.fill('Esta noche la dejaría ingresada en planta.')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(dialog.getByText('Corregida', { exact: true })).toBeVisible()

  // What the gate held is said by a human; what it misses in his words is a question first.
  await expect(dialog.getByText(/^Retenida por/)).toBeVisible()
  await dialog
    .getByRole('button', { name: /^Corregir:/ })
    .last()
    .click()
  await field.fill('El hombre, que es diestro, se inclina hacia la izquierda.')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(dialog.getByRole('alert')).toContainText('El lado')
  expect(await seriousFindings(colleague)).toEqual([])
  await dialog.getByRole('button', { name: 'Está bien así: guardar' }).click()
  await expect(dialog.getByText('El hombre, que es diestro, se inclina hacia la izquierda.').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Cerrar' }).click()

  await reader.goto(`/cases/${caseId}`)
  const comment = reader.getByRole('article').filter({ hasText: 'se inclina hacia la izquierda.' })
  await expect(comment).toContainText(
    'Esta noche la dejaría ingresada en planta. El hombre, que es diestro, se inclina hacia la izquierda.',
  )
  await expect(comment).toContainText('Traducción automática del inglés, corregida por colegas')
  await expect(reader.getByRole('button', { name: 'corregir' })).toHaveCount(0)

  await author.goto('/translations')
  const asked = author.getByRole('article').filter({ hasText: 'I would keep her in the ward tonight.' })
  await expect(asked).toContainText('Esta noche la dejaría ingresada en planta.')
  await asked.getByRole('button', { name: 'It is right' }).click()
  await expect(author.getByText('Confirmed.')).toBeVisible()
  const other = author.getByRole('article').filter({ hasText: 'The right-handed man leans left.' })
  await other.getByRole('button', { name: 'Decline' }).click()
  await expect(author.getByText('Declined: what stood before stands again.')).toBeVisible()
  expect(await seriousFindings(author)).toEqual([])

  await reader.goto(`/cases/${caseId}`)
  await expect(reader.getByText('Esta noche la dejaría ingresada en planta.')).toBeVisible()
  await expect(reader.getByText('The right-handed man leans left.')).toBeVisible()

  await colleague.goto('/translations?list=waiting')
  await expect(colleague.getByText('The right-handed man leans left.', { exact: true })).toBeVisible()
  expect(await seriousFindings(colleague)).toEqual([])
})

test('a term that was put right is offered to the glossary, filled in', async ({ browser }) => {
  const author = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  const colleague = await openAs(browser, 'specialist-spain', { locale: 'es-ES' })
  const { me } = (await (await colleague.request.get('/api/community/session')).json()) as { me: { settings: object } }
  expect((await colleague.request.put('/api/community/settings', { data: { ...me.settings, reads: ['en', 'es'] } })).status()).toBe(200)
  const caseId = await answerOpenCase(author, 'The rash on the leg is new.')
  await expect(async () => {
    await colleague.goto(`/cases/${caseId}`)
    await expect(colleague.getByRole('article').filter({ hasText: 'La erupción' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 40_000 })

  const comment = colleague.getByRole('article').filter({ hasText: 'La erupción' })
  await comment.getByRole('button', { name: 'corregir' }).click()
  const dialog = colleague.getByRole('dialog', { name: 'Corregir la traducción' })
  await dialog.getByRole('button', { name: /^Corregir:/ }).click()
  const field = dialog.getByRole('textbox', { name: 'En español' })
  await field.fill((await field.inputValue()).replace('La erupción', 'El exantema'))
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'rash – exantema' })).toBeVisible()
  expect(await seriousFindings(colleague)).toEqual([])
  await dialog.getByRole('link', { name: 'Cambiar el glosario' }).click()
  const form = colleague.getByRole('dialog', { name: 'Proponer un cambio' })
  await expect(form.getByRole('textbox', { name: 'En inglés' })).toHaveValue('rash')
  await expect(form.getByRole('textbox', { name: 'En español' })).toHaveValue('exantema')
  await form.getByRole('button', { name: 'Proponer', exact: true }).click()
  await expect(colleague.getByText('Propuesto. Vale cuando otra persona lo acepte.')).toBeVisible()
  await expect(colleague.getByRole('article').filter({ hasText: 'exantema' })).toContainText('rash – erupción')
  // Whoever comes back is not offered it again.
  await colleague.reload()
  await expect(colleague.getByRole('heading', { name: 'Propuestas' })).toBeVisible()
  await expect(colleague.getByRole('dialog')).toHaveCount(0)
})

test('a term is proposed by one who reads both languages and counts when another has said yes', async ({ browser }) => {
  const colleague = await openAs(browser, 'specialist-spain', { locale: 'es-ES' })
  const author = await openAs(browser, 'cardiology-uk', { locale: 'en-GB' })
  for (const page of [colleague, author]) {
    const { me } = (await (await page.request.get('/api/community/session')).json()) as { me: { settings: object } }
    const kept = await page.request.put('/api/community/settings', { data: { ...me.settings, reads: ['en', 'es'] } })
    expect(kept.status()).toBe(200)
  }

  await colleague.goto('/translations?list=glossary')
  await colleague.getByRole('button', { name: 'Proponer un término' }).click()
  const dialog = colleague.getByRole('dialog', { name: 'Proponer un término' })
  await dialog.getByRole('textbox', { name: 'En inglés' }).fill('walking frame')
  await dialog.getByRole('textbox', { name: 'En español' }).fill('andador')
  await dialog.getByRole('button', { name: 'Proponer' }).click()
  await expect(colleague.getByText('Propuesto. Vale cuando otra persona lo acepte.')).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'Aceptar' })).toHaveCount(0)
  expect(await seriousFindings(colleague)).toEqual([])

  await author.goto('/translations?list=glossary')
  await author.getByRole('article').filter({ hasText: 'walking frame' }).getByRole('button', { name: 'Accept' }).click()
  await expect(author.getByText('Accepted: texts that hold it are translated again.')).toBeVisible()
  await author.getByRole('searchbox', { name: 'Search the glossary' }).fill('andador')
  await expect(author.getByText('walking frame')).toBeVisible()
  expect(await seriousFindings(author)).toEqual([])
})

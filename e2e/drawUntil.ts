import { expect, type Page } from '@playwright/test'

/** Takes cases of a country, as chance gives them, until the one of this name lies open; another story's may lie before the same person. */
export const drawUntil = async (desk: Page, country: string, name: string, next: () => Promise<void>): Promise<void> => {
  const title = desk.locator('.review h1')
  const links = desk.locator('.desk-list a')
  await desk.locator('.desk-filters select').first().selectOption(country)
  await next()
  await expect(title).toBeVisible()
  for (let drawn = 0; drawn < 12; drawn += 1) {
    if ((await title.textContent()) === name) return
    for (const link of await links.all()) {
      const path = await link.getAttribute('href')
      await link.click()
      await desk.waitForURL(`**${path}`)
      await expect(title).toBeVisible()
      if ((await title.textContent()) === name) return
    }
    const given = await desk.evaluate(async (of) => {
      const reply = await fetch('/api/registrar/queue/draw', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ country: of, language: null }),
      })
      return ((await reply.json()) as { applicationId: string | null }).applicationId
    }, country)
    await desk.reload()
    await expect(given ? desk.locator(`.desk-list a[href="/desk/${given}"]`) : links.first()).toBeVisible()
    await expect(title).toBeVisible()
  }
  throw new Error(`${name} was never drawn`)
}

import { expect, type Page } from '@playwright/test'

/** Looks at so many photos of a form in Spanish as its doctor does: at full size, with nobody to be recognised. */
export const checkPhotos = async (page: Page, photos: number): Promise<void> => {
  for (let left = photos; left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Revisar la foto' }).first().click({ timeout: 60_000 })
    await page.getByRole('button', { name: '1:1' }).click()
    await page.getByRole('checkbox', { name: 'La he mirado entera a tamaño completo' }).check()
    await page.getByRole('dialog').getByText('No se reconoce a nadie').click()
    await page.getByRole('button', { name: 'Listo' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

import type { Language } from '#contract/shapes.ts'

const name = 'language'

/** The first of the wanted languages that the product speaks. */
export const languageFrom = (wanted: readonly string[]): Language => {
  const spoken = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'es')
  return spoken === 'es' ? 'es' : 'en'
}

/** A visitor's language: what they chose on this device, else what their browser asks for. */
export const visitorsLanguage = (): Language => {
  const kept = localStorage.getItem(name)
  return kept === 'en' || kept === 'es' ? kept : languageFrom(navigator.languages)
}

export const keepLanguage = (language: Language): void => localStorage.setItem(name, language)

import { eld } from 'eld/small'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import type { Language } from './Translator.ts'

// An instance of its own: the subset must not reach whoever else uses the package.
const detector = eld.newInstance()
detector.setLanguageSubset([...siteLanguages])

/** The language a text is written in, or null where its words do not tell: drugs, figures, a single noun. */
export function languageOf(text: string): Language | null {
  const ordinary = text.match(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])/gu) ?? []
  if (ordinary.length < 2) return null
  const result = detector.detect(text)
  const scores = Object.values(result.getScores()).toSorted((one, other) => other - one)
  const isClear = (scores[0] ?? 0) - (scores[1] ?? 0) >= clearLead
  return result.isReliable() && isClear && isSiteLanguage(result.language) ? result.language : null
}

/** Below it, one in a hundred short clinical sentences is taken for the other language. */
const clearLead = 0.08

const isSiteLanguage = (language: string): language is Language => (siteLanguages as readonly string[]).includes(language)

/** The language a text is written in; a text that does not tell takes the one given. */
export const detectLanguage = (text: string, otherwise: Language): Language => languageOf(text) ?? otherwise

/** Whether a text is without doubt written in this language: enough ordinary words, and a clear score. */
export function isSurelyIn(language: Language, text: string): boolean {
  const words = text.match(/(?<![\p{L}\d])\p{Ll}{3,}(?![\p{L}\d])/gu) ?? []
  if (words.length < wordsThatTell) return false
  const result = detector.detect(text)
  return result.language === language && result.isReliable()
}

const wordsThatTell = 6

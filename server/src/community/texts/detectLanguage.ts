import { eld } from 'eld/small'
import type { Language } from './Translator.ts'

// An instance of its own: the subset must not reach whoever else uses the package.
const detector = eld.newInstance()
detector.setLanguageSubset(['en', 'es'])

/** The language a text is written in; a text that does not tell (`BP 120/80, HR 72.`) takes the one given. */
export function detectLanguage(text: string, otherwise: Language): Language {
  const { language } = detector.detect(text)
  return language === 'en' || language === 'es' ? language : otherwise
}

/** Whether a text is without doubt written in this language: enough ordinary words, and a clear score. */
export function isSurelyIn(language: Language, text: string): boolean {
  const words = text.match(/(?<![\p{L}\d])\p{Ll}{3,}(?![\p{L}\d])/gu) ?? []
  if (words.length < wordsThatTell) return false
  const result = detector.detect(text)
  return result.language === language && result.isReliable()
}

const wordsThatTell = 6

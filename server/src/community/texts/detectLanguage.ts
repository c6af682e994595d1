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

import { describe, expect, it } from 'vitest'
import { detectLanguage, isSurelyIn } from './detectLanguage.ts'

describe('the language of a text', () => {
  it.each([
    ['Yo pediría una eco.', 'es'],
    ['I would repeat the troponin.', 'en'],
    ['Sin fiebre ni tos desde ayer.', 'es'],
    ['No chest pain, stable overnight.', 'en'],
  ] as const)('"%s" is %s', (text, language) => {
    expect(detectLanguage(text, language === 'en' ? 'es' : 'en')).toBe(language)
  })

  it('takes the language given when the text has no words to tell by', () => {
    expect(detectLanguage('120/80, 72.', 'es')).toBe('es')
    expect(detectLanguage('120/80, 72.', 'en')).toBe('en')
  })

  it('is sure only of whole sentences', () => {
    expect(isSurelyIn('en', 'I would check the antibodies before giving any more steroids.')).toBe(true)
    expect(isSurelyIn('en', 'PNN: 49,050/mm³, hemoglobin: 11.6g/dl, platelets: 328,000/mm³.')).toBe(false)
    expect(isSurelyIn('es', 'I would check the antibodies before giving any more steroids.')).toBe(false)
  })
})

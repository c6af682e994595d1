import type { TextLanguage as Language } from '#contract/shapes.ts'
import type { texts as english } from './texts.en.ts'

const names: Record<Language, string> = { en: 'inglés', es: 'español', ca: 'catalán' }

export const texts: typeof english = {
  translatedFrom: (language) => `Traducido del ${names[language]}`,
  machineTranslatedFrom: (language) => `Traducción automática del ${names[language]}`,
  correctedFrom: (language) => `Traducción automática del ${names[language]}, corregida por colegas`,
  originalIn: (language) => `Original en ${names[language]}`,
  writtenIn: 'Escrito en',
  severalLanguages: 'varios idiomas',
  names,
  original: 'original',
  translation: 'traducción',
  pending: (language) => `En ${names[language]}; la traducción está en camino`,
  failed: (language) => `En ${names[language]}; la traducción aún no está disponible, se intentará de nuevo`,
  held: {
    title: 'La traducción cambiaba el sentido',
    body: (sentences) =>
      sentences === 1
        ? 'Una frase queda en el original hasta que alguien la revise.'
        : `${sentences} frases quedan en el original hasta que alguien las revise.`,
  },
  edited: 'editado',
}

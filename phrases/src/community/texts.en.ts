import type { TextLanguage as Language } from '#contract/shapes.ts'

const names: Record<Language, string> = { en: 'English', es: 'Spanish', ca: 'Catalan' }

export const texts = {
  translatedFrom: (language: Language) => `Translated from ${names[language]}`,
  machineTranslatedFrom: (language: Language) => `Machine translation from ${names[language]}`,
  correctedFrom: (language: Language) => `Machine translation from ${names[language]}, put right by colleagues`,
  originalIn: (language: Language) => `Original in ${names[language]}`,
  writtenIn: 'Written in',
  severalLanguages: 'several languages',
  names,
  original: 'original',
  translation: 'translation',
  pending: (language: Language) => `In ${names[language]}; the translation is on its way`,
  failed: (language: Language) => `In ${names[language]}; translation not available yet, we try again`,
  held: {
    title: 'The translation changed the meaning',
    body: (sentences: number) =>
      sentences === 1
        ? 'One sentence stands in the original until somebody checks it.'
        : `${sentences} sentences stand in the original until somebody checks them.`,
  },
  edited: 'edited',
}

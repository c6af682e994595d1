import type { deidentify as english } from './deidentify.en.ts'

export const deidentify: typeof english = {
  title: 'Control de privacidad',
  promise:
    'El control de privacidad halla unas 97 de cada 100 palabras identificativas en notas de prueba publicadas, no todas. Léalo usted una vez más.',
  count: (count) => (count === 1 ? 'Un dato podría identificar al paciente' : `${count} datos podrían identificar al paciente`),
  times: (count) => `(${count} veces)`,
  why: {
    name: 'El nombre de una persona.',
    date: 'Una fecha. Diga cuánto hace, o la estación.',
    age: 'Una edad de más de 89 años: pocas personas la alcanzan.',
    place: 'Un lugar. Una localidad o un barrio pueden bastar para reconocer a alguien.',
    address: 'Una dirección.',
    facility: 'Un hospital, una clínica o una residencia. Dice dónde está el paciente.',
    phone: 'Un número de teléfono.',
    email: 'Una dirección de correo.',
    web: 'Una dirección web o una cuenta.',
    id: 'Un número que lleva a una persona: de historia, de seguro o de un dispositivo.',
    indirect: 'Solo es un indicio: pocas personas encajan en esto. Puede dejarlo.',
  },
  seenBefore: 'El nombre que aparece en otra parte de este texto.',
  replaceBy: (words) => `Poner «${words}»`,
  leaveOut: 'Quitarlo',
  notIdentifier: 'No identifica a nadie',
  because: '¿Por qué no identifica a nadie?',
  reasons: {
    medicine: 'Es un término médico',
    everyday: 'Es una palabra corriente',
    public: 'Es público y no lleva a ningún paciente',
  },
  replaced: (words, by) => `«${words}» ahora es «${by}».`,
  leftOut: (words) => `Se ha quitado «${words}».`,
  kept: (words, reason) => `«${words}» se queda. ${reason}.`,
  undo: 'Deshacer',
}

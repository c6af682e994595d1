import type { ObjectionKind, ShownCorrection } from '#contract/community/corrections.ts'
import type { Language } from '#contract/shapes.ts'
import { counted } from '../counted.ts'
import type { corrections as en } from './corrections.en.ts'

const count = counted('es')
const names: Record<Language, string> = { en: 'inglés', es: 'español' }

const objections: Record<ObjectionKind, string> = {
  number: 'Un número',
  dose: 'Una dosis',
  sign: 'Un signo',
  drug: 'Un medicamento',
  frequency: 'Cada cuánto',
  'negation-lost': 'Falta una negación',
  'negation-invented': 'Una negación que el original no tiene',
  instruction: 'Lo que hay que hacer',
  side: 'El lado',
  capitals: 'Mayúsculas',
  length: 'La longitud',
  address: 'Una dirección',
  placeholder: 'Una parte de la frase',
}

const states: Record<ShownCorrection['state'], string> = {
  proposed: 'se muestra; nadie la ha confirmado aún',
  accepted: 'confirmada',
  declined: 'rechazada por el autor',
  'taken-back': 'retirada',
}

export const corrections: typeof en = {
  title: 'Traducciones',
  lists: 'Listas de traducciones',
  correct: 'corregir',
  correctTitle: 'Corregir la traducción',
  correctHint: 'Elija la frase que está mal. Lo que escriba lo leerán todos al momento, dondequiera que se diga lo mismo.',
  correctThis: (sentence) => `Corregir: ${sentence}`,
  language: (language) => names[language],
  sayIt: (language) => `En ${names[language]}`,
  save: 'Guardar',
  saving: 'Guardando',
  saveAnyway: 'Está bien así: guardar',
  cancel: 'Cancelar',
  saved: 'Todos leen ya sus palabras. Se pregunta al autor.',
  savedNoAuthor: 'Todos leen ya sus palabras.',
  undo: 'Deshacer',
  takenBack: 'Retirada.',
  engineSaid: 'El traductor dijo',
  stands: 'Se lee ahora',
  stoodBefore: 'Se leía antes',
  corrected: 'Corregida',
  correctedBy: 'Corregida por',
  none: 'Estos textos no tienen ninguna frase que corregir.',
  failed: 'No se pudieron obtener las frases',
  getting: 'Buscando las frases',
  objectTitle: 'Léala otra vez: puede diferir del original',
  object: ({ kind, expected, found }) =>
    `${objections[kind]}${expected !== '' || found !== '' ? ': ' : ''}${[expected !== '' && `original «${expected}»`, found !== '' && `traducción «${found}»`].filter(Boolean).join(', ')}`,
  heldFor: 'Retenida por',
  state: ({ state, settledBy }) =>
    state === 'accepted' ? (settledBy === 'author' ? 'confirmada por el autor' : 'confirmada por otro colega') : states[state],
  history: (corrections) => count(corrections, 'corrección', 'correcciones'),
  accept: 'Está bien',
  decline: 'Rechazar',
  takeBack: 'Retirar',
  accepted: 'Confirmada.',
  declined: 'Rechazada: vuelve a leerse lo de antes.',
  toCase: 'Abrir el caso',
  held: {
    tab: 'En espera',
    lede: 'El control las retuvo porque las palabras del traductor habrían cambiado su sentido. Se lee el original hasta que alguien que lea ambos idiomas las diga.',
    none: { title: 'No espera ninguna frase', body: 'Cuando el control retenga una, aparecerá aquí para quienes leen ambos idiomas.' },
    action: 'Usted lee ambos idiomas: dígala',
  },
  list: {
    tab: 'Correcciones',
    'of-my-words': 'De lo que usted escribió',
    'to-look-at': 'Para una segunda mirada',
    mine: 'Suyas',
    none: { title: 'No hay correcciones', body: 'Donde una traducción esté mal, elija “corregir” a su lado. Bastan dos toques.' },
    standsByItself: 'Si no dice nada, se quedan.',
  },
  oneLanguage: {
    title: 'Para quienes leen ambos idiomas',
    body: 'Si lee inglés y español, indíquelo en “Yo”: podrá corregir traducciones y decir lo que el traductor no supo.',
    action: 'Indicar lo que leo',
  },
  more: 'Ver más',
}

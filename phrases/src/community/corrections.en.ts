import type { ObjectionKind, ShownCorrection } from '#contract/community/corrections.ts'
import type { Language } from '#contract/shapes.ts'
import { counted } from '../counted.ts'

const count = counted('en-GB')
const names: Record<Language, string> = { en: 'English', es: 'Spanish' }

const objections: Record<ObjectionKind, string> = {
  number: 'A number',
  dose: 'A dose',
  sign: 'A sign',
  drug: 'A medicine',
  frequency: 'How often',
  'negation-lost': 'A denial is missing',
  'negation-invented': 'A denial that the original does not have',
  instruction: 'What is to be done',
  side: 'The side',
  capitals: 'Capital letters',
  length: 'The length',
  address: 'An address',
  placeholder: 'A part of the sentence',
}

const states: Record<ShownCorrection['state'], string> = {
  proposed: 'stands; nobody has confirmed it yet',
  accepted: 'confirmed',
  declined: 'declined by the author',
  'taken-back': 'taken back',
}

export const corrections = {
  title: 'Translations',
  lists: 'Lists of translations',
  correct: 'correct',
  correctTitle: 'Correct the translation',
  correctHint: 'Choose the sentence that is wrong. What you write stands at once for everybody, wherever the same is said.',
  correctThis: (sentence: string) => `Correct: ${sentence}`,
  language: (language: Language) => names[language],
  sayIt: (language: Language) => `In ${names[language]}`,
  save: 'Save',
  saving: 'Saving',
  saveAnyway: 'It is right as it is: save',
  cancel: 'Cancel',
  saved: 'Everybody reads your words now. The author is asked.',
  savedNoAuthor: 'Everybody reads your words now.',
  undo: 'Undo',
  takenBack: 'Taken back.',
  engineSaid: 'The engine said',
  stands: 'Stands now',
  stoodBefore: 'Stood before',
  corrected: 'Corrected',
  correctedBy: 'Put right by',
  none: 'These texts have no sentence to correct.',
  failed: 'The sentences could not be fetched',
  getting: 'Getting the sentences',
  objectTitle: 'Read it once more: this may differ from the original',
  object: ({ kind, expected, found }: { kind: ObjectionKind; expected: string; found: string }) =>
    `${objections[kind]}${expected !== '' || found !== '' ? ': ' : ''}${[expected !== '' && `original “${expected}”`, found !== '' && `translation “${found}”`].filter(Boolean).join(', ')}`,
  heldFor: 'Held because',
  state: ({ state, settledBy }: Pick<ShownCorrection, 'state' | 'settledBy'>) =>
    state === 'accepted' ? (settledBy === 'author' ? 'confirmed by the author' : 'confirmed by a second colleague') : states[state],
  history: (corrections: number) => count(corrections, 'correction', 'corrections'),
  accept: 'It is right',
  decline: 'Decline',
  takeBack: 'Take back',
  accepted: 'Confirmed.',
  declined: 'Declined: what stood before stands again.',
  toCase: 'Open the case',
  held: {
    tab: 'Waiting',
    lede: 'The gate held these back, because the engine’s words would have changed what they mean. Readers see the original until somebody who reads both languages says it.',
    none: { title: 'No sentence waits', body: 'When the gate holds one back, it stands here for those who read both languages.' },
    action: 'You read both languages: say it',
  },
  list: {
    tab: 'Corrections',
    'of-my-words': 'Of what you wrote',
    'to-look-at': 'For a second pair of eyes',
    mine: 'Yours',
    none: { title: 'No corrections', body: 'Where a translation is wrong, choose “correct” beside it. It takes two taps.' },
    standsByItself: 'If you say nothing, they stand.',
  },
  oneLanguage: {
    title: 'For those who read both languages',
    body: 'If you read English and Spanish, say so under “Me”: you can then correct translations, and say what the engine could not.',
    action: 'Say what I read',
  },
  more: 'Show more',
}

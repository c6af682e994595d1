import { counted } from '../counted.ts'

const count = counted('en-GB')

export const bylines = {
  doctor: 'doctor',
  everywhere: 'worldwide',
  you: 'you',
  asked: 'asked',
  /** What stands for the handle before there is one. */
  handleToCome: '····',
  nameAttested: 'Name confirmed by the registrar',
  signAs: 'Colleagues will see',
  anonymous: 'Anonymous',
  name: 'With your name',
  crowd: (doctors: number) => `${count(doctors, 'doctor appears', 'doctors appear')} like this. The handle is new in every case.`,
  crowdUnknown: 'The handle is new in every case.',
  nameStays: 'Once shown in a case, your name stays in it.',
}

import { counted } from '../counted.ts'
import type { bylines as english } from './bylines.en.ts'

const count = counted('es-ES')

export const bylines: typeof english = {
  doctor: 'medicina',
  everywhere: 'todo el mundo',
  you: 'usted',
  asked: 'preguntó',
  handleToCome: '····',
  nameAttested: 'Nombre confirmado por el registro',
  signAs: 'Sus colegas verán',
  anonymous: 'Anónimo',
  name: 'Con su nombre',
  crowd: (doctors) => `${count(doctors, 'médico aparece', 'médicos aparecen')} así. La clave es nueva en cada caso.`,
  crowdUnknown: 'La clave es nueva en cada caso.',
  nameStays: 'Una vez mostrado en un caso, su nombre queda en él.',
}

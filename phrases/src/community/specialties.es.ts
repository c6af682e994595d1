import type { specialties as english } from './specialties.en.ts'

export const specialties: typeof english = {
  usedLately: 'usada hace poco',
}

import type { Deps } from '../deps.ts'
import { fileRegister } from './fileRegister.ts'
import type { RegisterAdapter } from './RegisterAdapter.ts'

/** The registers whose copy an operator may import, by the name the commands know them by. */
export const fileRegisters = [
  { register: 'us-nppes', country: 'US', authoritativeMiss: true, freshForHours: 8 * 24 },
  { register: 'gb-lrmp', country: 'GB', authoritativeMiss: true, freshForHours: 3 * 24 },
  { register: 'nz-mcnz', country: 'NZ', authoritativeMiss: true, freshForHours: 8 * 24 },
] as const

/** Every way this instance has to ask a register, the preferred one of a country first. */
export const openRegisters = (deps: Pick<Deps, 'db'>): readonly RegisterAdapter[] =>
  fileRegisters.map((register) => fileRegister(deps, register))

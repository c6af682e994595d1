import type { RegisterAccess } from '../../platform/config.ts'
import type { Deps } from '../deps.ts'
import { pie } from './au-pie/pie.ts'
import { fileRegister } from './fileRegister.ts'
import type { RegisterAdapter } from './RegisterAdapter.ts'
import { nppesApi } from './us-nppes/nppesApi.ts'

/** The registers whose copy an operator may import, by the name the commands know them by. */
export const fileRegisters = [
  { register: 'us-nppes', country: 'US', authoritativeMiss: true, freshForHours: 8 * 24 },
  { register: 'gb-lrmp', country: 'GB', authoritativeMiss: true, freshForHours: 3 * 24 },
  { register: 'nz-mcnz', country: 'NZ', authoritativeMiss: true, freshForHours: 8 * 24 },
] as const

/** Every way this instance has to ask a register, the preferred one of a country first. */
export const openRegisters = (
  deps: Pick<Deps, 'db' | 'clock'>,
  access: RegisterAccess = { nppesApi: null, auPie: null },
  release = 'unreleased',
): readonly RegisterAdapter[] => [
  ...fileRegisters.map((register) => fileRegister(deps, register)),
  ...(access.nppesApi === null ? [] : [nppesApi({ url: access.nppesApi, clock: deps.clock, release })]),
  ...(access.auPie === null ? [] : [pie(access.auPie, deps)]),
]

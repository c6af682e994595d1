import { hours } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { endOfDay } from './endOfDay.ts'
import { fileRegisters } from './openRegisters.ts'
import { importsOf } from './registers.sql.ts'

/** How the copy of one register is. */
export interface RegisterState {
  readonly register: string
  readonly rows: number
  /** Calendar day; null before the first whole import. */
  readonly standsAt: string | null
  readonly isFresh: boolean
  readonly freshForHours: number
  readonly lastImport: {
    readonly kind: 'full' | 'delta'
    readonly state: 'running' | 'done' | 'stopped'
    readonly file: string
    readonly beganAt: Date
    readonly broken: number
  } | null
}

/** How every register that can be imported is. */
export const showRegisters = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<readonly RegisterState[]> => {
  const imports = await importsOf(db)
  return fileRegisters.map(({ register, freshForHours }) => {
    const last = imports.find((found) => found.register === register)
    const standsAt = last?.stands_at ?? null
    return {
      register,
      rows: last?.rows ?? 0,
      standsAt,
      isFresh: standsAt !== null && clock.now().getTime() - endOfDay(standsAt).getTime() <= freshForHours * hours,
      freshForHours,
      lastImport: last ? { kind: last.kind, state: last.state, file: last.file, beganAt: last.began_at, broken: last.broken } : null,
    }
  })
}

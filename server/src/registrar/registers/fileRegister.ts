import type { Deps } from '../deps.ts'
import { endOfDay } from './endOfDay.ts'
import type { PersonName, RegisterAdapter, RegisterContact, RegisterRecord } from './RegisterAdapter.ts'
import { countNamed, findRow, standsAt } from './registers.sql.ts'

/** What tells one imported register from another. */
export type FileRegister = Pick<RegisterAdapter, 'country' | 'authoritativeMiss' | 'freshForHours'> & {
  /** As rows and commands name it: `us-nppes`. */
  readonly register: string
}

/** Answers from the copy of a register that the operator imports. */
export const fileRegister = ({ db }: Pick<Deps, 'db'>, { register, ...facts }: FileRegister): RegisterAdapter => ({
  ...facts,
  code: `${register}-file`,
  mode: 'file',
  lookUp: async (number) => {
    const day = await standsAt(db, register)
    if (day === undefined) return { outcome: 'unavailable', reason: 'never imported' }
    const asOf = endOfDay(day)
    const row = await findRow(db, register, number)
    if (!row) return { outcome: 'miss', asOf }
    const name = { given: row.given, family: row.family }
    const named = row.family === '' ? null : await countNamed(db, register, name)
    const record: RegisterRecord = {
      number,
      names: [...(row.family === '' ? [] : [name]), ...(row.other_names as unknown as PersonName[])],
      standing: row.standing as RegisterRecord['standing'],
      eligible: row.eligible as RegisterRecord['eligible'],
      rawStatus: row.raw_status,
      specialtyRaw: row.specialties,
      credential: row.credential,
      flags: row.flags as RegisterRecord['flags'],
      licences: row.licences,
      validUntil: row.valid_until,
      contact: row.contact as RegisterContact | null,
    }
    return { outcome: 'hit', record, asOf, namesakes: named === null ? null : Math.max(0, named - 1) }
  },
})

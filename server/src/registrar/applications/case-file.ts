import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import type { RegisterLine } from '#contract/registrar/proofs.ts'
import type { Db, Deps } from '../deps.ts'
import type { RegisterContact } from '../registers/RegisterAdapter.ts'
import { openText } from '../sealing/fields.ts'
import { type ApplicationRow, type ProofRow, proofsOf } from './applications.sql.ts'
import { type CaseFile, type CaseState, newFile, type SettledProof } from './verification.rules.ts'

/** The line of a register as it is kept with a case, and how the name agreed with it. */
export interface KeptLine extends RegisterLine {
  /** From 0 to 1. */
  readonly score: number
  /** Only for sending codes to: never shown to an applicant. */
  readonly contact: RegisterContact | null
  /** The regulator confirmed the birth date that came with the question. */
  readonly birthDateMatched: boolean
}

/** A case with all its next step depends on. */
export interface OpenedCase {
  readonly row: ApplicationRow
  readonly file: CaseFile
  readonly proofs: readonly ProofRow[]
}

export const openCase = async (db: Db, row: ApplicationRow): Promise<OpenedCase> => {
  const proofs = await proofsOf(db, row.id)
  return { row, proofs, file: fileOf(row, proofs) }
}

/** The file of a case, from its row and its settled proofs. */
export const fileOf = (row: Pick<ApplicationRow, 'state' | 'since' | 'course'>, proofs: readonly ProofRow[]): CaseFile => ({
  ...newFile(row.since),
  ...(row.course as Partial<CaseFile>),
  state: row.state as CaseState,
  since: row.since,
  proofs: proofs.flatMap(({ id, kind, state, seenBy }): SettledProof[] =>
    state === 'asked' ? [] : [{ id, kind, outcome: state, by: seenBy }],
  ),
})

/** What of a file stands in no column of its own. */
export const courseOf = ({ state: _, since: __, proofs: ___, ...course }: CaseFile): string => JSON.stringify(course)

/** What an applicant typed, opened. */
export const formOf = (
  deps: Pick<Deps, 'secrets'>,
  row: { country: string | null; specialty: string | null; number: Buffer | null; name: Buffer | null; formerNames: Buffer | null },
): ApplicationForm => ({
  country: row.country as CountryCode | null,
  specialty: row.specialty as SpecialtyCode | null,
  number: openText(deps, 'number', row.number),
  legalName: openText(deps, 'name', row.name),
  formerNames: JSON.parse(openText(deps, 'former-names', row.formerNames) ?? '[]') as string[],
})

/** Every name an applicant has or had. */
export const namesOf = ({ legalName, formerNames }: Pick<ApplicationForm, 'legalName' | 'formerNames'>): string[] =>
  legalName === null ? [...formerNames] : [legalName, ...formerNames]

/** The line of the register this case was last compared with; null before any was read. */
export const lineOf = (deps: Pick<Deps, 'secrets'>, { line }: Pick<ApplicationRow, 'line'>): KeptLine | null =>
  line === null ? null : (JSON.parse(openText(deps, 'register-line', line)) as KeptLine)

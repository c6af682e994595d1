import type { PersonName, RegisterContact, RegisterRecord } from '../RegisterAdapter.ts'
import type { CsvRow } from './csvScanner.ts'

/** What a register row keeps of a file's row. */
export interface KeptRow
  extends Pick<RegisterRecord, 'number' | 'standing' | 'eligible' | 'rawStatus' | 'credential' | 'flags' | 'licences' | 'validUntil'> {
  readonly name: PersonName
  readonly otherNames: readonly PersonName[]
  readonly specialties: readonly string[]
  readonly contact: RegisterContact | null
}

/** What to do with one row of a file: keep it, leave it out (which takes it away in a delta), or say what is wrong with it. */
export type Reading = { readonly keep: KeptRow } | { readonly leaveOut: string } | { readonly broken: string }

/** How the file of one register is read. */
export interface FileFormat {
  readonly register: string
  /** Whether the register sends changes between whole files. */
  readonly hasDelta: boolean
  /** What the file is called inside an archive. */
  readonly packed: RegExp
  /** From the header, the reader of its rows; or one sentence why this is another file. */
  readonly open: (header: readonly string[]) => ((row: CsvRow) => Reading) | string
}

/** The places of columns by one of their names each, whatever the case; or the first that is missing. */
export const columnsOf = <Name extends string>(
  header: readonly string[],
  wanted: Readonly<Record<Name, readonly string[]>>,
): Readonly<Record<Name, number>> | { readonly missing: string } => {
  const places = new Map(header.map((name, place) => [name.toLowerCase(), place]))
  const found: Partial<Record<Name, number>> = {}
  for (const [name, spellings] of Object.entries(wanted) as [Name, readonly string[]][]) {
    const place = spellings.map((spelling) => places.get(spelling.toLowerCase())).find((at) => at !== undefined)
    if (place === undefined) return { missing: spellings[0] ?? name }
    found[name] = place
  }
  return found as Record<Name, number>
}

import { findSpecialty } from '#atlas/specialties.ts'
import { parseLabel } from '#tickets/labels.ts'

// The attack of somebody who holds the databases of both halves and wants to know which account is whose.

/** One table as it lies on the disk. */
export interface DumpedTable {
  readonly name: string
  readonly rows: readonly DumpedRow[]
}

export interface DumpedRow {
  /** The number of the transaction that wrote the row last. */
  readonly age: number
  readonly values: Readonly<Record<string, unknown>>
}

export interface Halves {
  readonly registrar: readonly DumpedTable[]
  readonly community: readonly DumpedTable[]
}

/** What one way of joining gives: for some persons the account it points at. */
export interface Guesses {
  readonly method: string
  readonly pairs: ReadonlyMap<string, string>
}

/** Whose row this is: the person of the registrar, the account of the community. */
const ownerIn = {
  registrar: (table: string, { values }: DumpedRow) => text(table === 'person' ? values['id'] : values['person_id']),
  community: (table: string, { values }: DumpedRow) => text(table === 'account' ? values['id'] : values['account_id']),
} as const
type Half = keyof typeof ownerIn

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(typeof value === 'object' ? JSON.stringify(value) : value)

/** A table's rows that belong to somebody, one for each: the first. */
const owned = (half: Half, { name, rows }: DumpedTable) => {
  const seen = new Map<string, DumpedRow>()
  for (const row of rows) {
    const owner = ownerIn[half](name, row)
    if (owner !== null && !seen.has(owner)) seen.set(owner, row)
  }
  return [...seen].map(([owner, row]) => ({ owner, row }))
}

/** Lays two lists side by side, the longer one thinned out evenly. */
const alongside = (persons: readonly string[], accounts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    persons.flatMap((person, at) => {
      const account = accounts[Math.floor((at * accounts.length) / persons.length)]
      return account === undefined ? [] : [[person, account] as const]
    }),
  )

/** The values of a column that stand for one owner only, and that owner. */
const singular = (half: Half, table: DumpedTable, column: string): Map<string, string> => {
  const owners = new Map<string, Set<string>>()
  for (const row of table.rows) {
    const owner = ownerIn[half](table.name, row)
    const value = text(row.values[column])
    if (owner !== null && value !== null) owners.set(value, (owners.get(value) ?? new Set()).add(owner))
  }
  return new Map([...owners].flatMap(([value, set]) => (set.size === 1 ? [[value, [...set][0] ?? ''] as const] : [])))
}

const columnsOf = ({ rows }: DumpedTable): readonly string[] => Object.keys(rows[0]?.values ?? {})

/** Every way of joining the two halves: equal values in any two columns, the order rows lie in, and the order they were written in. */
export const everyGuess = ({ registrar, community }: Halves): readonly Guesses[] => {
  const guesses: Guesses[] = []
  for (const left of registrar) {
    const persons = owned('registrar', left)
    if (persons.length === 0) continue
    const singularLeft = columnsOf(left).map((column) => ({ column, values: singular('registrar', left, column) }))
    for (const right of community) {
      const accounts = owned('community', right)
      if (accounts.length === 0) continue
      const name = (how: string) => `${how}: ${left.name} and ${right.name}`
      guesses.push({
        method: name('order'),
        pairs: alongside(
          persons.map(({ owner }) => owner),
          accounts.map(({ owner }) => owner),
        ),
      })
      const byAge = (one: { row: DumpedRow }, other: { row: DumpedRow }) => one.row.age - other.row.age
      const ages = (rows: typeof persons) => new Set(rows.map(({ row }) => row.age)).size
      // Rows that share one transaction have no order in it.
      if (ages(persons) > 1 && ages(accounts) > 1)
        guesses.push({
          method: name('age'),
          pairs: alongside(
            persons.toSorted(byAge).map(({ owner }) => owner),
            accounts.toSorted(byAge).map(({ owner }) => owner),
          ),
        })
      for (const { column, values } of singularLeft)
        for (const other of columnsOf(right)) {
          const theirs = singular('community', right, other)
          const pairs = new Map(
            [...values].flatMap(([value, person]) => (theirs.has(value) ? [[person, theirs.get(value) ?? ''] as const] : [])),
          )
          if (pairs.size > 0) guesses.push({ method: `${left.name}.${column} = ${right.name}.${other}`, pairs })
        }
    }
  }
  return guesses
}

/** How many persons a way of joining places right. */
export const rightOnes = ({ pairs }: Guesses, truth: ReadonlyMap<string, string>): number =>
  [...pairs].filter(([person, account]) => truth.get(person) === account).length

/** A value both halves hold that cannot be chance: as long as a key, an id or a hash. */
export interface SharedValue {
  readonly registrar: string
  readonly community: string
  readonly count: number
}

const tooLongForChance = 16

/** The name of a specialty or of a label: long, but a word of many. How many share it is the crowd's matter, and what stands for one only is tried by `everyGuess`. */
const isWord = (value: string): boolean => findSpecialty(value) !== undefined || parseLabel(value) !== null

const longValues = (tables: readonly DumpedTable[], isLeftOut: (table: string, row: DumpedRow) => boolean): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { name, rows } of tables)
    for (const row of rows)
      if (!isLeftOut(name, row))
        for (const [column, value] of Object.entries(row.values)) {
          const written = text(value)
          if (written !== null && written.length >= tooLongForChance && !isWord(written))
            found.set(written, (found.get(written) ?? new Set()).add(`${name}.${column}`))
        }
  return found
}

/** Columns of the two halves that share keys, ids or hashes: each is a link. Who has shown a name is left out: there it is meant. */
export const sharedValues = ({ registrar, community }: Halves): readonly SharedValue[] => {
  const shown = new Set(registrar.find(({ name }) => name === 'name_attestation')?.rows.map(({ values }) => text(values['root_key'])))
  const left = longValues(registrar, (table) => table === 'name_attestation' || table.startsWith('pgboss.'))
  const right = longValues(
    community,
    (table, { values }) => (table === 'account' && shown.has(text(values['root_key']))) || table.startsWith('pgboss.'),
  )
  const counts = new Map<string, number>()
  for (const [value, columns] of left)
    for (const one of columns)
      for (const other of right.get(value) ?? []) counts.set(`${one} ${other}`, (counts.get(`${one} ${other}`) ?? 0) + 1)
  return [...counts].map(([columns, count]) => {
    const [one = '', other = ''] = columns.split(' ')
    return { registrar: one, community: other, count }
  })
}

/** How a table lies: how many rows the nightly shuffle has written, and how many were written one by one since. */
export interface TableOrder {
  readonly table: string
  readonly rows: number
  readonly inOrderOfWriting: number
}

/** A table of so many rows has seen a night. */
const enoughForANight = 50

/** For each table whose rows stand for persons, how many were written since they were shuffled last. */
export const orderOf = (tables: readonly DumpedTable[]): readonly TableOrder[] =>
  tables
    .filter(({ rows }) => rows[0] !== undefined && 'shuffle' in rows[0].values)
    .map(({ name, rows }) => {
      const ages = new Map<number, number>()
      for (const { age } of rows) ages.set(age, (ages.get(age) ?? 0) + 1)
      const shuffled = Math.max(...ages.values())
      return { table: name, rows: rows.length, inOrderOfWriting: shuffled === 1 ? rows.length : rows.length - shuffled }
    })

/** A table most of whose rows still lie as they were written: the nightly shuffle does not run. */
export const isNeverShuffled = ({ rows, inOrderOfWriting }: TableOrder): boolean => rows >= enoughForANight && inOrderOfWriting * 2 > rows

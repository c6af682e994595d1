import { readdir } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Halves } from '#server/demo/enterWithTickets.ts'
import { publishedManifest } from '#server/registrar/issuing/published-manifest.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { enterMembers } from '#server/testing/enterMembers.ts'
import { rootHashOf } from './community/accounts/root.ts'
import { shuffleAccounts } from './community/accounts/shuffle-accounts.ts'
import { dumpHalf } from './joinAttack/dump-half.ts'
import { everyGuess, isNeverShuffled, orderOf, rightOnes, sharedValues } from './joinAttack/joinAttack.rules.ts'
import { openLog } from './platform/log.ts'
import { shufflePersons } from './registrar/issuing/shuffle-persons.ts'

// Somebody who holds both databases, their files, jobs and logs at rest tries to say whose account is whose. Everybody here carries one label, and came
// alone, one after the other: nothing but chance may be left, and by chance one of the members is guessed.
// How many they are changes nothing of that, only how long it takes: about 50 ms of work each. JOIN_ATTACK_MEMBERS=1000 asks for the whole crowd.
const members = Number(process.env['JOIN_ATTACK_MEMBERS'] ?? 200)
/** Enough that chance stays chance, few enough that a group of one evening is like them. */
const newcomers = 40
/** By chance more than six are right once in ten thousand runs. */
const byChance = 6
/** The best of a thousand guesses may be luckier than one guess. */
const byTheBestChance = 12

const lines: string[] = []
const loud = (half: 'community' | 'registrar') => {
  const log = openLog(half, { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream)
  log.level = 'trace'
  return log
}
const registrar = await aRegistrar({ log: loud('registrar') })
const community = await aCommunity()
const halves: Halves = {
  registrar: registrar.deps,
  community: { ...community.deps, log: loud('community'), demo: true, manifest: { read: () => publishedManifest(registrar.deps) } },
}

/** Whose account is whose: what nobody but this test knows. */
const truth = new Map<string, string>()

const enter = async (from: number, to: number): Promise<void> => {
  for (const [personId, accountId] of await enterMembers(halves, { from, to })) truth.set(personId, accountId)
}
beforeAll(() => enter(0, members), 900_000)

interface Row {
  /** The person or account this row is about. */
  readonly whose: string
  readonly xmin: number
  readonly values: Readonly<Record<string, string>>
}
type Table = readonly Row[]
interface AsStored {
  readonly xmin: string
  readonly row: Readonly<Record<string, string | number | boolean | null>>
}

/** Every table of a half that has a row for each of these members, as it lies on the disk. */
const readTables = async <DB>(
  db: Kysely<DB>,
  whose: (row: AsStored['row'], table: string) => string | null,
  among: ReadonlySet<string>,
): Promise<Map<string, Table>> => {
  const found = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const tables = new Map<string, Table>()
  for (const { name } of found.rows) {
    const { rows } = await sql<AsStored>`select xmin::text, to_jsonb(t) as row from ${sql.table(name)} t order by ctid`.execute(db)
    const about = rows.flatMap(({ xmin, row }) => {
      const id = whose(row, name)
      const values = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value)]))
      return id === null || !among.has(id) ? [] : [{ whose: id, xmin: Number(xmin), values }]
    })
    // Three kinds of ticket are three tables to an attacker.
    for (const kind of new Set(about.map(({ values }) => values['kind'] ?? ''))) {
      const part = about.filter(({ values }) => (values['kind'] ?? '') === kind)
      if (part.length === among.size) tables.set(`${name} ${kind}`, part)
    }
  }
  return tables
}

const read = async (among: ReadonlyMap<string, string> = truth) => {
  const accounts = await community.deps.db.selectFrom('account').select(['id', 'root_key']).execute()
  const accountOf = new Map(accounts.map(({ id, root_key }) => [`\\x${rootHashOf(root_key).toString('hex')}`, id]))
  return {
    persons: await readTables(
      registrar.deps.db,
      (row, table) => (table === 'person' ? row['id'] : row['person_id'])?.toString() ?? null,
      new Set(among.keys()),
    ),
    accounts: await readTables(
      community.deps.db,
      (row, table) =>
        table === 'spent_root'
          ? (accountOf.get(String(row['root_hash'])) ?? null)
          : ((table === 'account' ? row['id'] : row['account_id'])?.toString() ?? null),
      new Set(among.values()),
    ),
  }
}

const right = (persons: Table, accounts: Table): number =>
  persons.filter(({ whose }, at) => truth.get(whose) === accounts[at]?.whose).length

const ordered = (table: Table, by: (row: Row) => string | number): Table =>
  table.toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0))

/** How many are right when rows with equal values are taken for each other, and equal ones in the order they lie in. */
const rightByEquality = (persons: Table, accounts: Table, mine: string, theirs: string): number => {
  const waiting = new Map<string, Row[]>()
  for (const row of accounts) waiting.set(row.values[theirs] ?? '', [...(waiting.get(row.values[theirs] ?? '') ?? []), row])
  return persons.filter((row) => truth.get(row.whose) === waiting.get(row.values[mine] ?? '')?.shift()?.whose).length
}

const columnsOf = (table: Table): readonly string[] => Object.keys(table[0]?.values ?? {})

/** The most that are right by the order rows lie in, and by the order they were last written in. */
const bestByOrder = ({ persons, accounts }: Awaited<ReturnType<typeof read>>): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const [mine, one] of persons)
    for (const [theirs, other] of accounts) {
      found[`${mine} × ${theirs} by place`] = right(one, other)
      found[`${mine} × ${theirs} by xmin`] = right(
        ordered(one, ({ xmin }) => xmin),
        ordered(other, ({ xmin }) => xmin),
      )
    }
  return found
}

/** The most that are right when a column of one half is taken for a column of the other, by equal values or by their order. */
const bestByColumn = ({ persons, accounts }: Awaited<ReturnType<typeof read>>): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const [mine, one] of persons)
    for (const [theirs, other] of accounts)
      for (const column of columnsOf(one)) {
        const sorted = ordered(one, ({ values }) => values[column] ?? '')
        for (const others of columnsOf(other))
          found[`${mine}.${column} × ${theirs}.${others}`] = Math.max(
            rightByEquality(one, other, column, others),
            right(
              sorted,
              ordered(other, ({ values }) => values[others] ?? ''),
            ),
          )
      }
  return found
}

const expectAtMost = (most: number, guesses: Record<string, number>): void => {
  for (const [how, guessed] of Object.entries(guesses)) expect([how, Math.max(guessed, most)]).toEqual([how, most])
}

test('while nothing has been shuffled, the order of the rows gives nearly everybody away: the attack is one that works', async () => {
  expect(Math.max(...Object.values(bestByOrder(await read())))).toBeGreaterThan(members * 0.9)
  const orders = orderOf(await dumpHalf(registrar.deps.db as unknown as Kysely<never>))
  expect(orders.filter(isNeverShuffled).map(({ table }) => table)).toContain('person')
})

describe('after the night', () => {
  let tables: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    await shufflePersons(registrar.deps.db)
    await shuffleAccounts(community.deps.db)
    tables = await read()
  })

  test('the tables that stand for persons are all looked at', () => {
    expect([...tables.persons.keys()].sort()).toEqual([
      'licence ',
      'person ',
      'ticket_request label',
      'ticket_request renewal',
      'ticket_request root',
    ])
    expect([...tables.accounts.keys()].sort()).toEqual(['account ', 'account_settings ', 'session ', 'spent_root '])
  })

  test('neither the place of a row nor its xmin tells whose it is', () => expectAtMost(byChance, bestByOrder(tables)))

  test('no column of one half equals or sorts like a column of the other', () => expectAtMost(byTheBestChance, bestByColumn(tables)))

  test('the operator’s audit, which knows of no member, finds no value both halves hold, no table in order, and no better guess', async () => {
    const dumped = {
      registrar: await dumpHalf(registrar.deps.db as unknown as Kysely<never>),
      community: await dumpHalf(community.deps.db as unknown as Kysely<never>),
    }
    expect(sharedValues(dumped)).toEqual([])
    expect([...orderOf(dumped.registrar), ...orderOf(dumped.community)].filter(isNeverShuffled)).toEqual([])
    for (const guesses of everyGuess(dumped)) {
      const guessed = rightOnes(guesses, truth)
      expect([guesses.method, Math.max(guessed, byTheBestChance)]).toEqual([guesses.method, byTheBestChance])
    }
  })

  test('no job, file or line of a log names a person, an account or a key', async () => {
    const named = [...truth].flat()
    const keys = tables.accounts.get('account ')?.map(({ values }) => values['root_key']?.slice(2) ?? '') ?? []
    const everyJob = sql<{ said: string }>`select to_jsonb(j)::text as said from pgboss.job j`
    const jobs = [await everyJob.execute(registrar.deps.db), await everyJob.execute(community.deps.db)].flatMap(({ rows }) => rows)
    const said = [...jobs.map((job) => job.said), ...lines].join('\n')
    for (const secret of [...named, ...keys]) expect(said.includes(secret)).toBe(false)
    for (const folder of [registrar.filesFolder, community.filesFolder])
      expect(await readdir(folder, { recursive: true }).catch(() => [])).toEqual([])
  })
})

describe('between two dumps, a night apart each', () => {
  test('those who entered meanwhile are known as a crowd, and by chance one of them', async () => {
    const before = new Set(truth.keys())
    await enter(members, members + newcomers)
    const those = new Map([...truth].filter(([personId]) => !before.has(personId)))
    // In the day's dump they lie in the order they came: what the nights are for.
    expect(Math.max(...Object.values(bestByOrder(await read(those))))).toBeGreaterThan(newcomers * 0.9)
    await shufflePersons(registrar.deps.db)
    await shuffleAccounts(community.deps.db)
    const tables = await read(those)
    expect(tables.persons.size * tables.accounts.size).toBe(20)
    expectAtMost(byTheBestChance, bestByOrder(tables))
    expectAtMost(byTheBestChance, bestByColumn(tables))
  }, 300_000)
})

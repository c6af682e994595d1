import { describe, expect, test } from 'vitest'
import { complaintsAbout } from './house.ts'

const about = (files: Record<string, string>): string[] => complaintsAbout(new Map(Object.entries(files)))

const table = (name: string, columns: string): string =>
  `create table ${name} (\n  ${columns}\n);\ncomment on table ${name} is 'One row.';\n`

test('a house in order raises no complaint', () => {
  expect(
    about({
      'atlas/src/countries.ts': 'export const countries = []',
      'contract/src/community/cases.ts': "import { Type } from 'typebox'\nimport { countries } from '#atlas/countries.ts'",
      'server/src/platform/database.ts': "import { Kysely } from 'kysely'\nconst x = db.selectFrom('x')",
      'server/src/community/accounts/accounts.sql.ts': "const mine = db.selectFrom('account').where('account_id', '=', id)",
      'server/src/community/cases/cases.routes.ts': "import { ask } from './ask.ts'",
      'server/src/community/cases/ask.ts': "import { keep } from './cases.sql.ts'\nimport { open } from '../discussion/openThread.ts'",
      'server/src/community/cases/cases.sql.ts': "export const keep = (db) => db.insertInto('patient_case')",
      'server/src/community/cases/cases.rules.ts':
        '// a rule does not await\nexport const mayClose = (at: Date) => new Date(at.getTime() + 1)',
      'server/src/community/discussion/openThread.ts': 'export const open = 1',
      'server/src/features.ts': "import { routes } from './community/cases/cases.routes.ts'",
      'server/migrations/community/0001-cases.sql': `-- never now()\n${table('patient_case', 'id uuid primary key, asked_at timestamptz not null')}`,
      'phrases/src/cases.en.ts': 'export const cases = {}',
      'phrases/src/cases.es.ts': "import type { cases } from './cases.en.ts'",
      'web/src/community/cases/CaseCard.tsx': "import { Button } from '../../ui/Button.tsx'",
      'web/src/ui/Button.tsx': 'export const Button = 1',
    }),
  ).toEqual([])
})

describe('imports', () => {
  test('go down only', () => {
    expect(
      about({
        'server/src/community/bylines/byline.ts': "import { open } from '../cases/open.ts'",
        'server/src/community/cases/open.ts': 'export const open = 1',
      }),
    ).toEqual([
      expect.stringContaining('community/bylines/byline.ts imports server/src/community/cases/open.ts, which lies on a higher floor'),
    ])
  })

  test('do not join rooms of one floor', () => {
    expect(
      about({
        'server/src/community/cases/open.ts': "import type { Talk } from '#server/community/lounge/talk.ts'",
        'server/src/community/lounge/talk.ts': 'export type Talk = 1',
      }),
    ).toEqual([expect.stringContaining('rooms on one floor do not know each other')])
  })

  test('lead to a file that exists, from a room that has a floor', () => {
    expect(about({ 'server/src/community/cases/a.ts': "export { b } from './b.ts'" })).toEqual([
      expect.stringContaining('which is not there'),
    ])
    expect(about({ 'server/src/community/gossip/a.ts': '' })).toEqual([expect.stringContaining('stands on no floor')])
  })

  test('go in no circle, not even inside a room', () => {
    expect(
      about({
        'server/src/community/cases/a.ts': "import { b } from './b.ts'",
        'server/src/community/cases/b.ts': "import { c } from './c.ts'",
        'server/src/community/cases/c.ts': "const late = () => import('./a.ts')",
      }),
    ).toEqual([
      'Imports go in a circle: server/src/community/cases/a.ts -> server/src/community/cases/b.ts -> server/src/community/cases/c.ts -> server/src/community/cases/a.ts.',
    ])
  })

  test('never join the halves', () => {
    const complaints = about({
      'server/src/community/accounts/a.ts': "import { p } from '../../registrar/persons/p.ts'",
      'server/src/registrar/persons/p.ts': '',
    })
    expect(complaints).toContainEqual(expect.stringContaining('the halves share no code'))
  })

  test('never join web and server', () => {
    expect(about({ 'web/src/community/cases/a.ts': "import { x } from '#server/access.ts'", 'server/src/access.ts': '' })).toEqual([
      expect.stringContaining('the web knows the server by its contract only'),
    ])
  })

  test("leave a room's queries and routes alone, except that features.ts lists the routes", () => {
    const files = {
      'server/src/community/texts/texts.sql.ts': '',
      'server/src/community/texts/texts.routes.ts': '',
      'server/src/community/media/a.ts': "import { x } from '../texts/texts.sql.ts'",
      'server/src/features.ts': "import { x } from './community/texts/texts.sql.ts'\nimport { y } from './community/texts/texts.routes.ts'",
    }
    expect(about(files)).toEqual([
      expect.stringContaining("media/a.ts imports server/src/community/texts/texts.sql.ts: a room's queries are its own"),
      expect.stringContaining("features.ts imports server/src/community/texts/texts.sql.ts: a room's queries are its own"),
    ])
  })

  test('keep the atlas and the contract small', () => {
    expect(about({ 'atlas/src/a.ts': "import { v7 } from 'uuid'" })).toEqual([expect.stringContaining('the atlas imports nothing')])
    expect(about({ 'contract/src/a.ts': "import pg from 'pg'" })).toEqual([expect.stringContaining('only the schema library')])
  })

  test('of test material stand in tests', () => {
    const files = {
      'server/src/testing/aDoctor.ts': '',
      'server/src/community/cases/a.test.ts': "import { aDoctor } from '#server/testing/aDoctor.ts'",
    }
    expect(about(files)).toEqual([])
    expect(about({ ...files, 'server/src/demo/a.ts': "import { aDoctor } from '#server/testing/aDoctor.ts'" })).toContainEqual(
      expect.stringContaining('is for tests'),
    )
  })

  test('in comments are none', () => {
    expect(about({ 'atlas/src/a.ts': "// import { x } from '#server/access.ts'\n/* import 'pg' */\nexport const a = 1" })).toEqual([])
  })
})

describe('SQL', () => {
  test.each(["db.selectFrom('x')", 'sql`select 1`', 'sql<{ n: number }>`select 1`'])('%s stands in *.sql.ts', (query) => {
    expect(about({ 'server/src/community/cases/ask.ts': query })).toEqual([expect.stringContaining('SQL stands in *.sql.ts')])
    expect(about({ 'server/src/community/cases/cases.sql.ts': query, 'server/src/platform/a.ts': query })).toEqual([])
  })

  test('writes a table from one room', () => {
    expect(
      about({
        'server/src/community/cases/cases.sql.ts': "db.updateTable('thread').set({})",
        'server/src/community/discussion/discussion.sql.ts': 'sql`update thread set state = 1`',
      }),
    ).toEqual([expect.stringContaining("The community's table thread is written by")])
  })

  test('takes the time as a parameter', () => {
    expect(about({ 'server/src/community/cases/cases.sql.ts': 'sql`select now()`' })).toEqual([expect.stringContaining('uses now()')])
    expect(about({ 'server/src/community/cases/cases.sql.ts': 'keep(clock.now())' })).toEqual([])
    expect(about({ 'server/migrations/community/0001-a.sql': table('a', 'at timestamptz default current_timestamp') })).toEqual([
      expect.stringContaining('uses current_timestamp'),
    ])
  })
})

test.each(['async function f() {}', 'const at = Date.now()', 'const at = new Date()', 'const n = Math.random()', 'await f()'])(
  'a rule does not say "%s"',
  (code) => {
    expect(about({ 'server/src/community/cases/cases.rules.ts': code })).toEqual([expect.stringContaining('a rule has no async')])
  },
)

describe('accounts', () => {
  test('are read by few rooms', () => {
    expect(about({ 'server/src/community/cases/cases.sql.ts': "where('byline.account_id', '=', id)" })).toEqual([
      expect.stringContaining('reads account_id'),
    ])
  })

  test('are in no contract and in few tables', () => {
    expect(about({ 'contract/src/community/cases.ts': 'accountId: Type.String()' })).toEqual([
      expect.stringContaining('leaves the server nowhere'),
    ])
    expect(about({ 'server/migrations/community/0001-a.sql': table('comment', 'account_id uuid') })).toEqual([
      expect.stringContaining('table comment has account_id'),
    ])
  })
})

describe('a table', () => {
  test('has a comment', () => {
    expect(about({ 'server/migrations/community/0001-a.sql': 'create table image (\n  id uuid\n);' })).toEqual([
      expect.stringContaining('table image has no comment'),
    ])
  })

  test('does not count its rows', () => {
    expect(about({ 'server/migrations/registrar/0001-a.sql': table('country', 'id bigserial primary key') })).toEqual([
      expect.stringContaining('counts its rows'),
    ])
  })

  test('whose rows stand for persons keeps no instant and is shuffled', () => {
    const bad = table('ticket_request', 'id uuid, asked_at timestamptz')
    expect(about({ 'server/migrations/registrar/0001-a.sql': bad })).toEqual([
      expect.stringContaining('keeps an instant'),
      expect.stringContaining('not in the nightly shuffle'),
    ])
    const good = `${table('ticket_request', 'id uuid, shuffle double precision')}
      update ticket_request set shuffle = random(); cluster ticket_request using ticket_request__shuffle;`
    expect(about({ 'server/migrations/registrar/0001-a.sql': good })).toEqual([])
  })
})

test('phrases come in both languages', () => {
  expect(about({ 'phrases/src/cases.en.ts': '' })).toEqual([expect.stringContaining('has no cases.es.ts beside it')])
  expect(about({ 'phrases/src/registrar/desk.es.ts': '' })).toEqual([expect.stringContaining('has no desk.en.ts beside it')])
})

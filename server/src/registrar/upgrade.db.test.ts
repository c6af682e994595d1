import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { anEmptyDatabase } from '#server/testing/testDatabase.ts'
import { migrate } from '../platform/migrate.ts'

const whole = join(import.meta.dirname, '../../migrations/registrar')
const above = await mkdtemp(join(tmpdir(), 'consilium-upgrade-'))
afterAll(() => rm(above, { recursive: true }))

/** The migrations as they were when the last of them was this one. */
const upTo = async (last: string): Promise<string> => {
  const folder = join(above, last, 'registrar')
  for (const name of (await readdir(whole)).filter((file) => file <= `${last}~`)) await cp(join(whole, name), join(folder, name))
  return folder
}
const connected = async <Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Everything the tables promise: columns, constraints, indexes, functions, rights and what is said about them. */
const promises = (url: string): Promise<string[]> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ said: string }>(`
      select format('%s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default, generation_expression) as said
        from information_schema.columns where table_schema = 'public'
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all select format('%s %s %s', table_name, grantee, privilege_type)
        from information_schema.table_privileges where table_schema = 'public' and grantee <> 'registrar_owner'
      union all select format('%s.%s: %s', c.relname, a.attname, d.description) from pg_description d
        join pg_class c on c.oid = d.objoid left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
        where c.relnamespace = 'public'::regnamespace`)
    return rows.map(({ said }) => said).sort()
  })

const fresh = await anEmptyDatabase('registrar')
await migrate({ ownerUrl: fresh.ownerUrl, folder: whole, appRole: 'registrar' })
const asFresh = await promises(fresh.ownerUrl)
const id = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`

/** People of every kind that was possible then: one who types, one who waits, one asked for more, one let in, one refused. */
const people = ['draft', 'submitted', 'more-wanted', 'approved', 'declined'] as const
const peopled = (url: string): Promise<void> =>
  connected(url, async (client) => {
    for (const [at, state] of people.entries()) {
      const verified = state === 'approved'
      await client.query(
        `insert into person (id, email_hash, email, language, verified, specialty, country, name, shuffle)
         values ($1, $2, 'sealed', 'es', $3, $4, $5, $6, 0.5)`,
        [id(at), `hash ${at}`, verified, verified ? 'cardiology' : null, verified ? 'ES' : null, verified ? 'sealed' : null],
      )
      await client.query(
        `insert into application (id, person_id, state, revision, country, specialty, number, number_hash, name, decided_on, shuffle)
         values ($1, $2, $3, 2, 'ES', 'cardiology', 'sealed', $4, 'sealed', $5, 0.5)`,
        [id(100 + at), id(at), state, `number ${at}`, state === 'approved' || state === 'declined' ? '2026-05-04' : null],
      )
    }
    await client.query(`insert into waiting (application_id, since) values ($1, '2026-11-20T10:00:00Z')`, [id(101)])
    await client.query(
      `insert into evidence (id, application_id, kind, media_type, bytes, upload_key, shuffle) values ($1, $2, 'identity', 'image/png', 68, $3, 0.5)`,
      [id(200), id(101), id(201)],
    )
    await client.query(
      `insert into licence (id, person_id, scheme, number, number_hash, shuffle) values ($1, $2, 'es-colegiado', 'sealed', 'number 3', 0.5)`,
      [id(300), id(3)],
    )
    await client.query(
      `insert into ticket_request (person_id, kind, period, rung, blinded, signature, shuffle)
       values ($1, 'root', 0, '', 'blinded root', 'signature', 0.5), ($1, 'renewal', 70, '', 'blinded renewal', 'signature', 0.5)`,
      [id(3)],
    )
  })

test.each(['0007', '0012', '0013'])('a registrar that was at %s and has people in it ends as a fresh one does', async (last) => {
  const { ownerUrl } = await anEmptyDatabase('registrar')
  await migrate({ ownerUrl, folder: await upTo(last), appRole: 'registrar' })
  if (last <= '0012') await peopled(ownerUrl)
  // From 0012 on the program itself writes down that a root was issued.
  if (last === '0012') await connected(ownerUrl, (client) => client.query('update person set root_issued = true where id = $1', [id(3)]))
  await migrate({ ownerUrl, folder: whole, appRole: 'registrar' })
  expect(await promises(ownerUrl)).toEqual(asFresh)
  if (last > '0012') return
  const { rows } = await connected(ownerUrl, (client) =>
    client.query(
      `select p.id, a.state, p.verified, p.root_issued, a.verified_on::text, a.course from person p join application a on a.person_id = p.id order by p.id`,
    ),
  )
  // Who was in stays in, and their line is read again; who waited is looked at by people; nobody is lost.
  expect(rows).toMatchObject([
    { id: id(0), state: 'draft', verified: false, root_issued: false },
    { id: id(1), state: 'match-review', course: { reasons: ['by-hand'] } },
    { id: id(2), state: 'draft' },
    { id: id(3), state: 'recheck-due', verified: true, root_issued: true, verified_on: '2026-05-04' },
    { id: id(4), state: 'rejected', verified: false },
  ])
  const left = await connected(ownerUrl, (client) =>
    client.query<{ evidence: number; licences: number; requests: number; waiting: number }>(
      `select (select count(*) from evidence)::int as evidence, (select count(*) from licence)::int as licences,
              (select count(*) from ticket_request)::int as requests, (select count(*) from waiting)::int as waiting`,
    ),
  )
  expect(left.rows[0]).toEqual({ evidence: 1, licences: 1, requests: 2, waiting: 1 })
})

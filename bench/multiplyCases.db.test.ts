import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { indexCase } from '#server/community/search/index-case.ts'
import { aDatabase } from '#server/testing/testDatabase.ts'
import { loadCommunity } from './loadCommunity.ts'
import { multiplyCases } from './multiplyCases.sql.ts'

const { db, url, ownerUrl } = await aDatabase('community')
const [client, owner] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: ownerUrl })]
await Promise.all([client.connect(), owner.connect()])
afterAll(() => Promise.all([client.end(), owner.end()]))

/** What a case consists of, whichever its id. */
const shapes = async () =>
  (
    await client.query<{ shape: string }>(`
      select concat_ws(' ', q.body, count(distinct c.id), count(distinct c.byline_id), count(distinct x.body),
        (select count(*) from search_case s where s.case_id = p.id and s.words @@ plainto_tsquery('search_en', q.body))) as shape
      from patient_case p join text q on q.id = p.question_text_id left join comment c on c.thread_id = p.id left join text x on x.id = c.text_id
      group by p.id, q.body order by shape`)
  ).rows.map(({ shape }) => shape)

test('each case is there so many times, with everything said in it, and found by its words', async () => {
  await loadCommunity(client, { members: 120, cases: 8, comments: 60, commentsInOne: 12 }, new Date('2026-11-24T03:00:00Z'))
  const { rows } = await client.query<{ id: string }>('select id from patient_case')
  for (const { id } of rows) await indexCase({ db }, id)
  const before = await shapes()
  await multiplyCases(owner, 3)
  expect(await shapes()).toEqual(before.flatMap((shape) => [shape, shape, shape]))
  const { rows: indices } = await client.query(`select from pg_indexes where indexname = 'search_case__words'`)
  expect(indices).toHaveLength(1)
})

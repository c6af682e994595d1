import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { Check } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseInList, shownCase } from '#contract/community/cases.ts'
import { pageOf } from '#contract/shapes.ts'
import { listCases } from '#server/community/cases/list-cases.ts'
import { postCase } from '#server/community/cases/post-case.ts'
import { showCase } from '#server/community/cases/show-case.ts'
import { recount } from '#server/community/discussion/discussion.sql.ts'
import { postComment } from '#server/community/discussion/post-comment.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { caseStatement, listStatement, postCommentStatement } from './bare.sql.ts'
import { type Loaded, loadCommunity } from './loadCommunity.ts'

const { deps, url, aDoctor } = await aCommunity()
const size = { members: 240, cases: 40, comments: 300, commentsInOne: 46 }
const client = new pg.Client({ connectionString: url })
let loaded: Loaded
beforeAll(async () => {
  await client.connect()
  loaded = await loadCommunity(client, size, deps.clock.now())
})
afterAll(() => client.end())

const reader = () =>
  ({
    kind: 'member',
    accountId: loaded.readerId,
    label: loaded.readerLabel,
    shown: loaded.readerLabel,
    language: 'en',
    lapsed: false,
    moderator: false,
  }) as const
const rowsOf = async (table: string, where: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await client.query(`select * from ${table} where ${where}`, values)).rows

test('it has as many members, cases and comments as asked, over 20 specialties and more', async () => {
  const { rows } = await client.query(
    `select (select count(*)::integer from account) as members, (select count(*)::integer from patient_case) as cases,
    (select count(*)::integer from comment) as comments, (select comments from thread where id = $1) as "commentsInOne",
    (select count(distinct s)::integer from thread, unnest(specialties) s) as specialties`,
    [loaded.measuredCaseId],
  )
  expect(rows[0]).toMatchObject(size)
  expect(rows[0].specialties).toBeGreaterThanOrEqual(20)
})

test('its pages keep what the contract promises', async () => {
  const list = JSON.parse((await listCases(deps, reader(), { list: 'latest', limit: 100 })).text)
  expect(Check(pageOf(caseInList), list)).toBe(true)
  expect(list.items).toHaveLength(size.cases)
  for (const { id } of list.items) expect(Check(shownCase, JSON.parse((await showCase(deps, reader(), id)).text))).toBe(true)
})

test('its threads are counted as the discussion room counts them', async () => {
  const before = await rowsOf('thread', 'true order by id')
  await deps.db.transaction().execute(async (trx) => {
    for (const { id } of before) await recount(trx, id as string)
  })
  expect(await rowsOf('thread', 'true order by id')).toEqual(before)
})

test('its rows have a value where those the commands write have one', async () => {
  const [asker, other] = [await aDoctor(), await aDoctor('cardiology.GB')]
  const form = aForm({
    sections: { history: 'Desde ayer.', examination: 'Afebril.' },
    vitals: [{ code: 'spo2', value: '93' }],
    labs: [{ name: 'Lactato', value: '3.4', unit: 'mmol/L', range: '0.5-2.0', flag: 'high' }],
  })
  const { id: postedCaseId } = await postCase(deps, asker, { form, draftId: null, key: randomUUID() })
  await postComment(deps, other, postedCaseId, { form: anAnswer(), key: randomUUID() })
  const filled = (rows: Record<string, unknown>[]): string[] =>
    Object.entries(rows[0] ?? {})
      .filter(([, value]) => value !== null)
      .map(([column]) => column)
      .sort()
  const compared = {
    thread: 'id = $1',
    patient_case: 'id = $1',
    case_section: 'case_id = $1',
    case_vital: 'case_id = $1',
    case_lab: 'case_id = $1',
    case_transition: 'case_id = $1',
    case_view_key: 'case_id = $1',
    comment: "thread_id = $1 and kind = 'answer' and parent_id is null",
    byline: 'thread_id = $1',
    text: 'id = (select question_text_id from patient_case where id = $1)',
  }
  for (const [table, where] of Object.entries(compared)) {
    const [posted, written] = [await rowsOf(table, where, [postedCaseId]), await rowsOf(table, where, [loaded.measuredCaseId])]
    expect([table, filled(written)]).toEqual([table, filled(posted)])
  }
})

test('the bare statements answer what the app answers, and post what it posts', async () => {
  const answer = async (text: string, values: unknown[]) => JSON.parse((await client.query(text, values)).rows[0].json)
  const given = ['en', loaded.readerId, []]
  const { next: _, ...listed } = JSON.parse((await listCases(deps, reader(), { list: 'latest', limit: 30 })).text)
  expect(await answer(listStatement, given)).toEqual(listed)
  const shown = JSON.parse((await showCase(deps, reader(), loaded.measuredCaseId)).text)
  expect(await answer(caseStatement, [...given, loaded.measuredCaseId])).toEqual(shown)

  const form = JSON.stringify(anAnswer())
  const { id } = await answer(postCommentStatement, [loaded.readerId, loaded.measuredCaseId, form, randomUUID(), deps.clock.now()])
  const after = JSON.parse((await showCase(deps, reader(), loaded.measuredCaseId)).text)
  expect(after.comments.map((comment: { id: string }) => comment.id)).toContain(id)
  expect(after.answers).toBe(shown.answers + 1)
})

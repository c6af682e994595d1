import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '#server/testing/testDatabase.ts'
import { job, openJobs } from './jobs.ts'
import { openLog } from './log.ts'

const { db, url } = await aDatabase('community')
const log = openLog('community')
log.level = 'silent'
const jobs = await openJobs(url, log, { workers: true })
afterAll(() => jobs.stop())

test('what can wait lets go first what was asked for after it', async () => {
  const say = job<{ word: string }>('community.say')
  const said: string[] = []
  for (const word of ['old', 'older', 'oldest']) await jobs.ask(db, say, { word }, { canWait: true })
  await jobs.ask(db, say, { word: 'new' })
  await jobs.work(say, async ({ word }) => void said.push(word))
  await expect.poll(() => said, { timeout: 8_000 }).toHaveLength(4)
  expect(said[0]).toBe('new')
})

test('what is asked for many times at once is done once, everything else too, and nothing that was rolled back', async () => {
  const count = job<{ number: number }>('community.count')
  const done: number[] = []
  await db.transaction().execute(async (trx) => {
    for (const number of [1, 1, 2, 1]) await jobs.ask(trx, count, { number })
  })
  await db
    .transaction()
    .execute(async (trx) => {
      await jobs.ask(trx, count, { number: 3 })
      throw new Error('changed my mind')
    })
    .catch(() => {})
  await jobs.work(count, async ({ number }) => void done.push(number))
  await expect.poll(() => done.toSorted(), { timeout: 8_000 }).toEqual([1, 2])
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(done.toSorted()).toEqual([1, 2])
})

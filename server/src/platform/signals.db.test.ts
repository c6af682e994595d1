import { expect, test } from 'vitest'
import { aDatabase } from '#server/testing/testDatabase.ts'
import { openLog } from './log.ts'
import { openSignals } from './signals.ts'

const { url, pool } = await aDatabase('community')
const log = openLog('community')
log.level = 'silent'

const listening = (signals: ReturnType<typeof openSignals>, channel: string) => {
  const heard = { times: 0 }
  signals.hear(channel, () => {
    heard.times += 1
  })
  return heard
}

test('a word reaches this process at once and the others soon, on its channel only', async () => {
  const here = openSignals(url, log)
  const there = openSignals(url, log)
  const mine = listening(here, 'community_a')
  const theirs = listening(there, 'community_a')
  const another = listening(there, 'community_b')
  // Each is called once when its connection stands.
  await expect.poll(() => Math.min(mine.times, theirs.times, another.times)).toBe(1)
  const before = { mine: mine.times, theirs: theirs.times, another: another.times }
  const told = here.tell('community_a')
  expect(mine.times).toBe(before.mine + 1)
  await told
  await expect.poll(() => theirs.times).toBe(before.theirs + 1)
  expect(another.times).toBe(before.another)
  await Promise.all([here.close(), there.close()])
})

test('after the connection broke, everybody is called once more, since a word may have been missed', async () => {
  const signals = openSignals(url, log)
  const heard = listening(signals, 'community_a')
  await expect.poll(() => heard.times).toBeGreaterThan(0)
  const before = heard.times
  const { rows } = await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'consilium-signals' and datname = current_database()`,
  )
  expect(rows.length).toBeGreaterThan(0)
  await expect.poll(() => heard.times, { timeout: 5_000 }).toBeGreaterThan(before)
  await signals.tell('community_a')
  await expect.poll(() => heard.times).toBeGreaterThan(before + 2)
  await signals.close()
})

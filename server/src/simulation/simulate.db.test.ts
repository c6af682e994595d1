import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '#server/testing/testDatabase.ts'
import { glossaryOf } from '../community/texts/glossary.rules.ts'
import { openLog } from '../platform/log.ts'
import { openFolderStore } from '../platform/openFolderStore.ts'
import { openSecrets } from '../platform/secrets.ts'
import { usualModel } from './model.ts'
import { simulate } from './simulate.ts'

const { db } = await aDatabase('community')
const folder = await mkdtemp(join(tmpdir(), 'consilium-simulation-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const median = (of: readonly (number | null)[]): number =>
  of.map((each) => each ?? Number.POSITIVE_INFINITY).toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? Number.NaN

test('in a small network the rings bring answers long before the feed, wake nobody and ask nobody beyond their week', async () => {
  const log = openLog('community')
  log.level = 'silent'
  const told = await simulate(
    {
      db,
      log,
      signals: { hear: () => {}, tell: async () => {}, close: async () => {} },
      files: openFolderStore(join(folder, 'files')),
      secrets: await openSecrets('community', { folder: join(folder, 'secrets'), env: {} }),
      mail: null,
      push: null,
      placeFinder: { find: async () => ({ looked: 'whole', boxes: [] }), stop: async () => {} },
      translator: null,
      glossary: async () => glossaryOf([], 'none'),
      manifest: { read: () => Promise.reject(new Error('no registrar in this test')) },
      origin: 'http://localhost:8420',
      registrarOrigin: 'http://registrar.localhost:8420',
      demo: false,
    },
    { ...usualModel, members: 1_500, casesPerDay: 6, days: 2, seed: 1 },
    () => {},
  )
  expect(told.routed.length).toBeGreaterThan(5)
  expect(told.nightWakings).toBe(0)
  expect(told.mostInAWeek).toBeLessThanOrEqual(5)
  expect(told.alertsPerCase).toBeGreaterThan(10)
  expect(told.alertsPerCase).toBeLessThanOrEqual(150)
  expect(median(told.routed.map(({ firstAnswer }) => firstAnswer))).toBeLessThan(60)
  expect(median(told.feedOnly.map(({ firstAnswer }) => firstAnswer))).toBeGreaterThan(240)
}, 120_000)

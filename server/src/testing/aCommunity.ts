import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '#server/access.ts'
import type { Deps } from '#server/community/deps.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import { openFolderStore } from '#server/platform/openFolderStore.ts'
import { openSecrets } from '#server/platform/secrets.ts'
import { openSignals } from '#server/platform/signals.ts'
import { findPlacesIn } from '../community/media/look-for-places-in-stack.ts'
import { reviewImage } from '../community/media/review-image.ts'
import { glossaryOf } from '../community/texts/glossary.rules.ts'
import type { Addresses } from './startClusters.ts'
import { aDatabase } from './testDatabase.ts'

export interface TestCommunity {
  readonly deps: Deps
  readonly url: string
  readonly filesFolder: string
  /** Moves the clock to an instant, or on by milliseconds. */
  readonly moveClock: (to: Date | number) => void
  /** A member with a label, in a language; a name when they show one. */
  readonly aDoctor: (label?: string, more?: { language?: TextLanguage; name?: string; interests?: string[] }) => Promise<Member>
}

/** A community of its own for one test file: a database, a clock that stands still, a folder for files; no engine, no workers. */
export const aCommunity = async ({ addresses }: { addresses?: Addresses } = {}): Promise<TestCommunity> => {
  const { db, url } = await aDatabase('community', addresses)
  const folder = await mkdtemp(join(tmpdir(), 'consilium-community-'))
  const log = openLog('community')
  log.level = 'silent'
  const jobs = await openJobs(url, log, { workers: false })
  const signals = openSignals(url, log)
  afterAll(async () => {
    await signals.close()
    await jobs.stop()
    await rm(folder, { recursive: true, force: true })
  })
  let now = new Date('2026-11-24T03:00:00Z')
  const deps: Deps = {
    db,
    clock: { now: () => now },
    ids: systemIds,
    jobs,
    log,
    signals,
    files: openFolderStore(join(folder, 'files')),
    secrets: await openSecrets('community', { folder: join(folder, 'secrets'), env: {} }),
    mail: null,
    push: null,
    translator: null,
    placeFinder: { find: async () => ({ looked: 'whole', boxes: [] }), stop: async () => {} },
    glossary: async () => glossaryOf([], 'none'),
    manifest: { read: () => Promise.reject(new Error('no registrar in this test')) },
    origin: 'http://localhost:8420',
    registrarOrigin: 'http://registrar.localhost:8420',
    demo: false,
  }
  return {
    deps,
    url,
    filesFolder: join(folder, 'files'),
    moveClock: (to) => {
      now = typeof to === 'number' ? new Date(now.getTime() + to) : to
    },
    aDoctor: async (label = 'general-practice.MX', { language = 'en', name, interests = [] } = {}) => {
      const accountId = systemIds.random()
      await db
        .insertInto('account')
        .values({
          id: accountId,
          root_key: systemIds.bytes(32),
          valid_through: 1_000,
          label,
          label_period: 3,
          shuffle: Math.random(),
          ...(name
            ? { name, name_specialty: 'cardiology', name_country: 'ES', name_through: 1_000, name_signature: systemIds.bytes(64) }
            : {}),
        })
        .execute()
      await db
        .insertInto('account_settings')
        .values({ account_id: accountId, language, reads: [language], interests, byline: 'anonymous', shuffle: Math.random() })
        .execute()
      return { kind: 'member', accountId, language, label, shown: label, lapsed: false, moderator: false }
    },
  }
}

/** Looks at an uploaded image as its doctor does before anybody else may: nothing was found, nobody can be recognised. */
export const lookedAt = async (deps: Deps, member: Member, imageId: string, shows: 'nobody' | 'patient' = 'nobody'): Promise<void> => {
  await findPlacesIn(deps, imageId)
  await reviewImage(deps, member, imageId, { review: { revision: 1, boxes: [], shapes: [], shows }, key: systemIds.random() })
}

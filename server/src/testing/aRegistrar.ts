import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import type { Checks } from '#contract/registrar/decisions.ts'
import type { Language } from '#contract/shapes.ts'
import type { Registrant, Staff } from '#server/access.ts'
import { openFolderStore } from '#server/platform/files.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import { openSecrets } from '#server/platform/secrets.ts'
import { addEvidence } from '#server/registrar/applications/evidence.ts'
import { keepApplication, submitApplication } from '#server/registrar/applications/keep-application.ts'
import { sendCode } from '#server/registrar/codes/prove-address.ts'
import { decideApplication } from '#server/registrar/decisions/decide-application.ts'
import type { Deps } from '#server/registrar/deps.ts'
import { sendMail } from '#server/registrar/mails/write-mail.ts'
import { openRegisters } from '#server/registrar/registers/openRegisters.ts'
import { confirmCode } from '#server/registrar/sessions/sign-in.ts'
import { aDatabase } from './testDatabase.ts'

export interface TestRegistrar {
  readonly deps: Deps
  readonly url: string
  readonly filesFolder: string
  readonly ownerUrl: string
  /** Moves the clock to an instant, or on by milliseconds. */
  readonly moveClock: (to: Date | number) => void
  /** Sends every letter that waits, as a worker would, and returns the newest to an address. */
  readonly newestLetter: (to: string) => Promise<{ subject: string; body: string }>
  /** Somebody who proved an address. */
  readonly anApplicant: (email: string, language?: Language) => Promise<Registrant>
  /** Somebody whose application waits to be decided. */
  readonly aWaitingApplicant: (email: string, form?: Partial<ApplicationForm>) => Promise<Registrant & { applicationId: string }>
  /** A verified doctor. */
  readonly aVerifiedDoctor: (email: string, form?: Partial<ApplicationForm>) => Promise<Registrant>
  readonly aVerifier: () => Promise<Staff>
}

/** Everything compared and found to be so. */
export const allChecks: Checks = { number: true, name: true, specialty: true, standing: true, identity: true }

/** A drawing of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A registrar of its own for one test file: a database, a clock that stands still, a mailbox; no workers. */
export const aRegistrar = async (
  more: Partial<Pick<Deps, 'log' | 'crowdMinimum' | 'groupMinimum' | 'enterNow'>> = {},
): Promise<TestRegistrar> => {
  const { db, url, ownerUrl } = await aDatabase('registrar')
  const folder = await mkdtemp(join(tmpdir(), 'consilium-registrar-'))
  const log = openLog('registrar')
  log.level = 'silent'
  const jobs = await openJobs(url, log, { workers: false })
  afterAll(async () => {
    await jobs.stop()
    await rm(folder, { recursive: true, force: true })
  })
  let now = new Date('2026-11-24T03:00:00Z')
  let numbers = 1_000_000
  let staff = 0
  let letters = 0
  const deps: Deps = {
    db,
    clock: { now: () => now },
    ids: systemIds,
    jobs,
    log,
    files: openFolderStore(join(folder, 'files')),
    secrets: await openSecrets('registrar', { folder: join(folder, 'secrets'), env: {} }),
    mail: null,
    origin: 'http://registrar.localhost:8420',
    communityOrigin: 'http://localhost:8420',
    demo: true,
    crowdMinimum: 5,
    groupMinimum: 10,
    enterNow: true,
    props: new Map(),
    registers: openRegisters({ db, clock: { now: () => now } }),
    ...more,
  }
  const newestLetter: TestRegistrar['newestLetter'] = async (to) => {
    for (const { key } of await db.selectFrom('mail').select('key').where('state', '=', 'waiting').execute()) {
      // Letters arrive one after the other even where the clock stands still.
      letters += 1
      const arrival = new Date(now.getTime() + letters)
      await sendMail({ ...deps, clock: { now: () => arrival } }, key)
    }
    return db
      .selectFrom('mailbox')
      .select(['subject', 'body'])
      .where('recipient', '=', to)
      .orderBy('arrived_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
  }
  const anApplicant: TestRegistrar['anApplicant'] = async (email, language = 'en') => {
    const { codeId } = await sendCode(deps, email, language)
    const code = /\b\d{6}\b/.exec((await newestLetter(email)).body)?.[0] ?? ''
    const { personId } = await confirmCode(deps, codeId, code)
    return { kind: 'registrant', personId, language }
  }
  const aWaitingApplicant: TestRegistrar['aWaitingApplicant'] = async (email, form = {}) => {
    const registrant = await anApplicant(email)
    numbers += 1
    const whole: ApplicationForm = {
      country: 'GB',
      number: String(numbers),
      legalName: 'Amara Test',
      formerNames: [],
      specialty: 'cardiology',
      ...form,
    }
    await keepApplication(deps, registrant, { revision: 0, form: whole }, 'en')
    for (const kind of ['identity', 'licence'] as const)
      await addEvidence(deps, registrant, { kind, bytes: onePixel, key: systemIds.random() })
    await submitApplication(deps, registrant, { revision: 1 })
    const { id } = await db.selectFrom('application').select('id').where('person_id', '=', registrant.personId).executeTakeFirstOrThrow()
    return { ...registrant, applicationId: id }
  }
  const aVerifier = async (): Promise<Staff> => {
    // Below zero, where no number is that the program gives.
    staff -= 1
    const staffId = systemIds.random()
    await db
      .insertInto('staff')
      .values({ id: staffId, role: 'verifier', number: staff, email_hash: systemIds.bytes(32), email: systemIds.bytes(40), language: 'en' })
      .execute()
    return { kind: 'staff', staffId, role: 'verifier', language: 'en' }
  }
  return {
    deps,
    url,
    filesFolder: join(folder, 'files'),
    ownerUrl,
    moveClock: (to) => {
      now = typeof to === 'number' ? new Date(now.getTime() + to) : to
    },
    newestLetter,
    anApplicant,
    aWaitingApplicant,
    aVerifier,
    aVerifiedDoctor: async (email, form) => {
      const { applicationId, ...registrant } = await aWaitingApplicant(email, form)
      await decideApplication(deps, await aVerifier(), applicationId, { decision: 'approve', reason: '', checks: allChecks })
      return registrant
    },
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { CountryCode } from '#atlas/countries.ts'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import type { Language } from '#contract/shapes.ts'
import type { Registrant, Staff } from '#server/access.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import { openFolderStore } from '#server/platform/openFolderStore.ts'
import { openSecrets } from '#server/platform/secrets.ts'
import { addEvidence } from '#server/registrar/applications/evidence.ts'
import { keepApplication, submitApplication } from '#server/registrar/applications/keep-application.ts'
import { lookUpCase } from '#server/registrar/applications/read-register.ts'
import { sendCode } from '#server/registrar/codes/prove-address.ts'
import { settleSeenProof } from '#server/registrar/decisions/decide-application.ts'
import type { Deps } from '#server/registrar/deps.ts'
import { sendMail } from '#server/registrar/mails/write-mail.ts'
import { readPerson } from '#server/registrar/persons/know-person.ts'
import { partings } from '#server/registrar/registers/names/matchNames.rules.ts'
import { openRegisters } from '#server/registrar/registers/openRegisters.ts'
import type { Lookup, RegisterAdapter, RegisterRecord } from '#server/registrar/registers/RegisterAdapter.ts'
import { addressHash, sealText } from '#server/registrar/sealing/fields.ts'
import { confirmCode } from '#server/registrar/sessions/sign-in.ts'
import type { Addresses } from './startClusters.ts'
import { aDatabase } from './testDatabase.ts'

type Hit = Extract<Lookup, { outcome: 'hit' }>

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
  readonly aVerifier: (role?: Staff['role'], email?: string) => Promise<Staff>
  /** Reads the register for every case that waits for it, as a worker would. */
  readonly readRegisters: () => Promise<void>
  /** Puts a doctor into the register of the test's countries, or takes one's place. */
  readonly inRegister: (country: CountryCode, number: string, record: Partial<RegisterRecord> | null, more?: Partial<Hit>) => void
  /** Lays a case before somebody, as chance might. */
  readonly give: (staff: Staff, applicationId: string) => Promise<void>
  /** Where a case stands. */
  readonly stateOf: (applicationId: string) => Promise<string>
  /** Whether somebody counts as a doctor now. */
  readonly isIn: (registrant: Registrant) => Promise<boolean>
}

/** A drawing of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A registrar of its own for one test file: a database, a clock that stands still, a mailbox; no workers. */
export const aRegistrar = async ({
  addresses,
  ...more
}: Partial<Pick<Deps, 'log' | 'crowdMinimum' | 'groupMinimum' | 'enterNow'>> & { addresses?: Addresses } = {}): Promise<TestRegistrar> => {
  const { db, url, ownerUrl } = await aDatabase('registrar', addresses)
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
  const registers: RegisterAdapter[] = [...openRegisters({ db, clock: { now: () => now } })]
  const lines = new Map<string, { record: RegisterRecord | null; more: Partial<Hit> }>()
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
    registers,
    trainees: true,
    retired: false,
    lookedAtAgain: 0,
    idCheck: null,
    interviewUrl: 'https://meet.example.org/',
    logins: [],
    authorities: [],
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
  const inRegister: TestRegistrar['inRegister'] = (country, number, record, more = {}) => {
    if (!registers.some(({ code }) => code === `test-${country}`))
      registers.unshift({
        code: `test-${country}`,
        country,
        mode: 'partner',
        authoritativeMiss: true,
        freshForHours: 72,
        lookUp: async (asked) => {
          const found = lines.get(`${country}|${asked}`)
          if (!found) return { outcome: 'unavailable', reason: 'not in this test' }
          if (!found.record) return { outcome: 'miss', asOf: now }
          return { outcome: 'hit', record: found.record, asOf: now, namesakes: 0, ...found.more }
        },
      })
    lines.set(`${country}|${number}`, { record: record && { ...plainRecord, number, ...record }, more })
  }
  const readRegisters = async (): Promise<void> => {
    for (const { id } of await db.selectFrom('application').select('id').where('state', '=', 'matching').execute())
      await lookUpCase(deps, id)
  }
  const give: TestRegistrar['give'] = async ({ staffId }, applicationId) => {
    await db
      .insertInto('assignment')
      .values({ application_id: applicationId, staff_id: staffId, given_at: now })
      .onConflict((conflict) => conflict.columns(['application_id', 'staff_id']).doNothing())
      .execute()
  }
  const whole = (form: Partial<ApplicationForm>): ApplicationForm => {
    numbers += 1
    return { country: 'GB', number: String(numbers), legalName: 'Amara Test', formerNames: [], specialty: 'cardiology', ...form }
  }
  const apply = async (email: string, form: ApplicationForm) => {
    const registrant = await anApplicant(email)
    await keepApplication(deps, registrant, { revision: 0, form })
    await submitApplication(deps, registrant, { revision: 1 })
    await readRegisters()
    const { id } = await db.selectFrom('application').select('id').where('person_id', '=', registrant.personId).executeTakeFirstOrThrow()
    return { ...registrant, applicationId: id }
  }
  const aWaitingApplicant: TestRegistrar['aWaitingApplicant'] = async (email, form = {}) => {
    const applicant = await apply(email, whole(form))
    for (const kind of ['identity', 'face', 'licence'] as const)
      await addEvidence(deps, applicant, { kind, bytes: onePixel, key: systemIds.random() })
    return applicant
  }
  const aVerifier: TestRegistrar['aVerifier'] = async (role = 'verifier', email = `${systemIds.random()}@example.org`) => {
    // Below zero, where no number is that the program gives.
    staff -= 1
    const staffId = systemIds.random()
    await db
      .insertInto('staff')
      .values({
        id: staffId,
        role,
        number: staff,
        email_hash: addressHash(deps, email),
        email: sealText(deps, 'email', email),
        language: 'en',
      })
      .execute()
    return { kind: 'staff', staffId, role, language: 'en' }
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
    readRegisters,
    inRegister,
    give,
    stateOf: async (applicationId) =>
      (await db.selectFrom('application').select('state').where('id', '=', applicationId).executeTakeFirstOrThrow()).state,
    isIn: async ({ personId }) => (await readPerson(db, deps, personId))?.doctor != null,
    aVerifiedDoctor: async (email, given = {}) => {
      const form = whole(given)
      if (form.country && form.number && form.legalName)
        inRegister(form.country, form.number, { names: partings(form.legalName).slice(0, 1) })
      const { applicationId, ...registrant } = await apply(email, form)
      const verifier = await aVerifier()
      await give(verifier, applicationId)
      for (const kind of ['video_interview', 'regulator_live_credential'] as const)
        await settleSeenProof(deps, verifier, applicationId, { kind, passed: true, reference: '' })
      return registrant
    },
  }
}

const plainRecord: RegisterRecord = {
  number: '',
  names: [{ given: 'Amara', family: 'Test' }],
  standing: 'good',
  eligible: 'yes',
  rawStatus: 'Registered with Licence',
  specialtyRaw: [],
  credential: '',
  flags: [],
  licences: [],
  validUntil: null,
  contact: null,
}

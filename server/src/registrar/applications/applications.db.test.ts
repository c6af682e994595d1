import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import { Refusal } from '#server/platform/refuse.ts'
import { hours, minutes } from '#server/platform/time.ts'
import { allChecks, aRegistrar, onePixel } from '#server/testing/aRegistrar.ts'
import { checkAudit } from '../audit/check-audit.ts'
import { sendCode } from '../codes/prove-address.ts'
import { decideApplication } from '../decisions/decide-application.ts'
import { lookAtApplication, lookAtEvidence } from '../decisions/look.ts'
import { sendMail } from '../mails/write-mail.ts'
import { readPerson } from '../persons/know-person.ts'
import { confirmCode } from '../sessions/sign-in.ts'
import { addEvidence, removeEvidence, removeFile } from './evidence.ts'
import { applyAgain, keepApplication, submitApplication } from './keep-application.ts'
import { listWaiting } from './settle-application.ts'
import { showApplication } from './show-application.ts'

const { deps, moveClock, newestLetter, anApplicant, aWaitingApplicant, aVerifiedDoctor, aVerifier } = await aRegistrar()
const { db } = deps

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
const whole: ApplicationForm = {
  country: 'US',
  number: '1234567893',
  legalName: '  Lucía   Ferrer Soto ',
  formerNames: ['Lucía Ferrer', ' '],
  specialty: 'cardiology',
}
const nothing: ApplicationForm = { country: null, number: null, legalName: null, formerNames: [], specialty: null }
const yes = { decision: 'approve', reason: '', checks: allChecks } as const
const codeIn = async (email: string): Promise<string> => /\b\d{6}\b/.exec((await newestLetter(email)).body)?.[0] ?? ''
const documentIds = async (applicationId: string): Promise<string[]> =>
  (await db.selectFrom('evidence').select('id').where('application_id', '=', applicationId).execute()).map(({ id }) => id)

describe('a code by mail', () => {
  test('proves an address once, and the same address is the same person', async () => {
    const first = await sendCode(deps, 'Once@Example.org', 'es')
    expect(first.to).toBe('o•••@example.org')
    const code = await codeIn('once@example.org')
    const { personId, verified } = await confirmCode(deps, first.codeId, code)
    expect(verified).toBe(false)
    expect(await codeOf(confirmCode(deps, first.codeId, code))).toBe('application.code-expired')
    expect((await anApplicant('once@example.org')).personId).toBe(personId)
  })

  test('is refused when it is wrong, after five tries, and when it is too old', async () => {
    const { codeId } = await sendCode(deps, 'tries@example.org', 'en')
    const code = await codeIn('tries@example.org')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(confirmCode(deps, codeId, wrong))).toBe('application.code-wrong')
    expect(await codeOf(confirmCode(deps, codeId, code))).toBe('application.code-too-many')

    const late = await sendCode(deps, 'late@example.org', 'en')
    moveClock(16 * minutes)
    expect(await codeOf(confirmCode(deps, late.codeId, await codeIn('late@example.org')))).toBe('application.code-expired')
  })

  test('is not sent without end, nor where no letter would arrive', async () => {
    for (let sent = 0; sent < 5; sent += 1) await sendCode(deps, 'many@example.org', 'en')
    expect(await codeOf(sendCode(deps, 'many@example.org', 'en'))).toBe('application.code-too-many')
    expect(await codeOf(sendCode(deps, 'nowhere', 'en'))).toBe('application.email-invalid')
    expect(await codeOf(sendCode({ ...deps, demo: false }, 'a@example.org', 'en'))).toBe('registrar.no-mail')
  })

  test('is one letter however often its job runs, and waits when the mail server does not take it', async () => {
    const sent: string[] = []
    let works = false
    const mail = {
      send: async ({ to }: { to: string }) => {
        if (!works) throw new Error('not now')
        sent.push(to)
      },
    }
    const { codeId } = await sendCode({ ...deps, mail }, 'retry@example.org', 'en')
    const key = `code/${codeId}`
    await expect(sendMail({ ...deps, mail }, key)).rejects.toThrow('not now')
    works = true
    await Promise.all([1, 2, 3].map(() => sendMail({ ...deps, mail }, key)))
    expect(sent).toEqual(['retry@example.org'])
  })
})

describe('applying', () => {
  test('keeps what was typed, tidied, and says what is missing', async () => {
    const lucia = await anApplicant('lucia@example.org')
    expect(await codeOf(showApplication(deps, lucia))).toBe('application.not-found')
    const kept = await keepApplication(deps, lucia, { revision: 0, form: whole }, 'en')
    expect(kept).toMatchObject({
      state: 'draft',
      revision: 1,
      form: { country: 'US', number: '1234567893', legalName: 'Lucía Ferrer Soto', formerNames: ['Lucía Ferrer'] },
      email: 'l•••@example.org',
      missing: ['identity', 'licence'],
      place: null,
    })
    expect(await codeOf(submitApplication(deps, lucia, { revision: 1 }))).toBe('application.incomplete')
    expect((await showApplication(deps, lucia)).form).toEqual(kept.form)
  })

  test('stands in the database with no name, number or address to be read', async () => {
    const tables = ['person', 'licence', 'application', 'email_code', 'mail', 'staff', 'audit'] as const
    for (const table of tables) {
      const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute(), (_, value: unknown) => {
        const bytes = value as { type?: string; data?: number[] }
        return bytes?.type === 'Buffer' ? Buffer.from(bytes.data ?? []).toString('latin1') : value
      })
      expect(rows).not.toMatch(/Ferrer|1234567893|lucia@/)
    }
  })

  test('refuses a number with a wrong check digit or form, in the words of its country', async () => {
    const someone = await anApplicant('digits@example.org')
    const keep = (form: Partial<ApplicationForm>) => keepApplication(deps, someone, { revision: 0, form: { ...nothing, ...form } }, 'es')
    await expect(keep({ country: 'US', number: '1234567890' })).rejects.toMatchObject({
      code: 'application.check-digit-wrong',
      params: { label: 'NPI' },
    })
    await expect(keep({ country: 'GB', number: '70123' })).rejects.toMatchObject({
      code: 'application.number-invalid',
      params: { label: 'Número de referencia del GMC', hint: '7 cifras' },
    })
    expect(await codeOf(keep({ country: 'GB' }))).toBe('done')
  })

  test('shows the current state to a second window that is behind', async () => {
    const someone = await anApplicant('windows@example.org')
    await keepApplication(deps, someone, { revision: 0, form: { ...nothing, country: 'GB' } }, 'en')
    await expect(keepApplication(deps, someone, { revision: 0, form: nothing }, 'en')).rejects.toMatchObject({
      code: 'application.revision-stale',
      current: { revision: 1, form: { country: 'GB' } },
    })
  })

  test('takes pictures and PDFs by what they are, seals them, and takes the same upload once', async () => {
    const someone = await anApplicant('papers@example.org')
    await keepApplication(deps, someone, { revision: 0, form: nothing }, 'en')
    const add = (bytes: Buffer, key = randomUUID()) => addEvidence(deps, someone, { kind: 'identity', bytes, key })
    const key = randomUUID()
    expect((await add(onePixel, key)).evidence).toMatchObject([{ kind: 'identity', mediaType: 'image/png' }])
    expect((await add(onePixel, key)).evidence).toHaveLength(1)
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    expect((await add(pdf)).evidence.map(({ mediaType }) => mediaType).sort()).toEqual(['application/pdf', 'image/png'])
    const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer()
    const { evidence } = await add(photo)
    expect(evidence).toHaveLength(3)
    expect(await codeOf(add(photo))).toBe('application.evidence-too-many')
    for (const { id } of evidence) expect((await deps.files.get(`evidence/${id}`))?.includes('PNG')).toBe(false)

    for (const bytes of [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      photo.subarray(0, 200),
      Buffer.from('%PDF-1.7'),
      Buffer.alloc(0),
    ])
      expect(await codeOf(addEvidence(deps, someone, { kind: 'licence', bytes, key: randomUUID() }))).toBe('application.evidence-refused')
    expect(await codeOf(addEvidence(deps, someone, { kind: 'licence', bytes: Buffer.alloc(10_000_001), key: randomUUID() }))).toBe(
      'application.evidence-too-large',
    )
    const other = await aWaitingApplicant('other-papers@example.org')
    const [theirs] = await documentIds(other.applicationId)
    expect(await codeOf(removeEvidence(deps, someone, theirs ?? ''))).toBe('application.evidence-not-found')
    expect(await codeOf(removeEvidence(deps, other, theirs ?? ''))).toBe('application.handed-in')
    expect(await codeOf(removeEvidence(deps, someone, evidence[0]?.id ?? ''))).toBe('done')
  })

  test('waits in the order of handing in, and cannot be changed meanwhile', async () => {
    moveClock(hours)
    const first = await aWaitingApplicant('first@example.org')
    moveClock(hours)
    const second = await aWaitingApplicant('second@example.org')
    const before = (await showApplication(deps, first)).place ?? 0
    expect(await showApplication(deps, second)).toMatchObject({ state: 'submitted', place: before + 1 })
    expect(await codeOf(keepApplication(deps, second, { revision: 2, form: whole }, 'en'))).toBe('application.handed-in')
    expect(await submitApplication(deps, second, { revision: 1 })).toMatchObject({ state: 'submitted', place: before + 1 })
    const queue = (await listWaiting(deps)).map(({ applicationId }) => applicationId)
    expect(queue.indexOf(second.applicationId)).toBe(queue.indexOf(first.applicationId) + 1)
    expect(JSON.stringify(await listWaiting(deps))).not.toContain('Amara')
  })
})

describe('deciding', () => {
  test('verifies a doctor, binds the licence, keeps only the day, and deletes the documents', async () => {
    const { applicationId, ...doctor } = await aWaitingApplicant('yes@example.org', {
      specialty: 'nephrology',
      country: 'ES',
      number: '282812345',
    })
    const ids = await documentIds(applicationId)
    const verifier = await aVerifier()
    expect(await lookAtApplication(deps, verifier, applicationId)).toMatchObject({
      form: { legalName: 'Amara Test', number: '282812345' },
      numberSeen: 'first',
    })
    const shown = await lookAtEvidence(deps, verifier, applicationId, ids[0] ?? '')
    expect(shown).toEqual({ mediaType: 'image/png', bytes: onePixel })

    expect(await decideApplication(deps, verifier, applicationId, yes)).toEqual({ state: 'approved' })
    expect(await readPerson(db, deps, doctor.personId)).toMatchObject({
      doctor: { specialty: 'nephrology', country: 'ES', name: 'Amara Test' },
      named: false,
    })
    expect(await showApplication(deps, doctor)).toMatchObject({ state: 'approved', decidedOn: '2026-11-24', evidence: [], place: null })
    expect((await newestLetter('yes@example.org')).subject).toBe('Your licence is verified')
    for (const id of ids) {
      await removeFile(deps, id)
      expect(await deps.files.get(`evidence/${id}`)).toBeNull()
    }
    expect(await db.selectFrom('waiting').selectAll().where('application_id', '=', applicationId).execute()).toEqual([])
  })

  test('made twice is made once, and otherwise than before is refused', async () => {
    const { applicationId } = await aWaitingApplicant('twice@example.org')
    const verifier = await aVerifier()
    const both = await Promise.all([1, 2].map(() => decideApplication(deps, verifier, applicationId, yes)))
    expect(both).toEqual([{ state: 'approved' }, { state: 'approved' }])
    const noted = await db.selectFrom('audit').select('action').where('subject', '=', applicationId).execute()
    expect(noted).toEqual([{ action: 'approved' }])
    expect(await codeOf(decideApplication(deps, verifier, applicationId, { ...yes, decision: 'decline', reason: 'no' }))).toBe(
      'application.decided',
    )
  })

  test('needs every check for a yes, and words for anything else', async () => {
    const { applicationId } = await aWaitingApplicant('checks@example.org')
    const verifier = await aVerifier()
    const decide = (more: object) => codeOf(decideApplication(deps, verifier, applicationId, { ...yes, ...more }))
    expect(await decide({ checks: { ...allChecks, standing: false } })).toBe('decision.checks-missing')
    expect(await decide({ decision: 'decline', reason: '  ' })).toBe('decision.reason-missing')
    expect(await decide({ decision: 'ask-for-more', reason: '' })).toBe('decision.reason-missing')
  })

  test('may ask for more: the applicant reads why, adds it and waits again', async () => {
    const { applicationId, ...applicant } = await aWaitingApplicant('more@example.org')
    const verifier = await aVerifier()
    const reason = 'The second page of the certificate is missing.'
    await decideApplication(deps, verifier, applicationId, { ...yes, decision: 'ask-for-more', reason })
    const asked = await showApplication(deps, applicant)
    expect(asked).toMatchObject({ state: 'more-wanted', reason, place: null, decidedOn: null })
    expect(asked.evidence).toHaveLength(2)
    await addEvidence(deps, applicant, { kind: 'licence', bytes: onePixel, key: randomUUID() })
    expect(await submitApplication(deps, applicant, { revision: asked.revision })).toMatchObject({ state: 'submitted', reason: null })
  })

  test('may decline: the reason is read, no trace is bound, and one may begin anew', async () => {
    const { applicationId, ...applicant } = await aWaitingApplicant('no@example.org', { country: 'IE', number: '54321' })
    await decideApplication(deps, await aVerifier(), applicationId, { ...yes, decision: 'decline', reason: 'Not on the register.' })
    expect(await showApplication(deps, applicant)).toMatchObject({ state: 'declined', reason: 'Not on the register.', evidence: [] })
    expect(await readPerson(db, deps, applicant.personId)).toMatchObject({ doctor: null })
    expect(await applyAgain(deps, applicant)).toMatchObject({ state: 'draft', form: { number: '54321' }, missing: ['identity', 'licence'] })
    expect(await codeOf(applyAgain(deps, applicant))).toBe('application.not-declined')
  })

  test('binds a number to one person: shown at the desk, refused to whoever comes later', async () => {
    const number = '7654321'
    const one = await aWaitingApplicant('one@example.org', { number })
    const other = await aWaitingApplicant('other@example.org', { number })
    const verifier = await aVerifier()
    expect(await lookAtApplication(deps, verifier, one.applicationId)).toMatchObject({ numberSeen: 'applied-twice' })
    await decideApplication(deps, verifier, one.applicationId, yes)
    expect(await lookAtApplication(deps, verifier, other.applicationId)).toMatchObject({ numberSeen: 'bound' })
    expect(await codeOf(decideApplication(deps, verifier, other.applicationId, yes))).toBe('application.number-taken')
    expect(await codeOf(aWaitingApplicant('third@example.org', { number }))).toBe('application.number-taken')
  })

  test('is not for what is still being typed', async () => {
    const someone = await anApplicant('typing@example.org')
    await keepApplication(deps, someone, { revision: 0, form: whole }, 'en')
    const { id } = await db.selectFrom('application').select('id').where('person_id', '=', someone.personId).executeTakeFirstOrThrow()
    const verifier = await aVerifier()
    expect(await codeOf(lookAtApplication(deps, verifier, id))).toBe('application.not-found')
    expect(await codeOf(lookAtApplication(deps, verifier, randomUUID()))).toBe('application.not-found')
  })
})

describe('the log', () => {
  test('holds every look and decision, continues from entry to entry, and can only grow', async () => {
    await aVerifiedDoctor('log@example.org')
    const { length, brokenAt } = await checkAudit(db)
    expect(brokenAt).toBeNull()
    expect(length).toBeGreaterThan(5)
    await expect(db.updateTable('audit').set({ actor: 'nobody' }).execute()).rejects.toThrow('only ever appended')
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow('only ever appended')
  })
})

import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import { hours, minutes } from '#server/platform/time.ts'
import { aRegistrar, onePixel } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import { checkAudit } from '../audit/check-audit.ts'
import { sendCode } from '../codes/prove-address.ts'
import { sendMail } from '../mails/write-mail.ts'
import { confirmCode } from '../sessions/sign-in.ts'
import { addEvidence, removeEvidence } from './evidence.ts'
import { keepApplication, submitApplication } from './keep-application.ts'
import { showApplication } from './show-application.ts'

const { deps, moveClock, newestLetter, anApplicant, aWaitingApplicant, aVerifiedDoctor } = await aRegistrar()
const { db } = deps

const whole: ApplicationForm = {
  country: 'US',
  number: '1234567893',
  legalName: '  Lucía   Ferrer Soto ',
  formerNames: ['Lucía Ferrer', ' '],
  specialty: 'cardiology',
}
const nothing: ApplicationForm = { country: null, number: null, legalName: null, formerNames: [], specialty: null }
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
    const kept = await keepApplication(deps, lucia, { revision: 0, form: whole })
    expect(kept).toMatchObject({
      state: 'draft',
      revision: 1,
      form: { country: 'US', number: '1234567893', legalName: 'Lucía Ferrer Soto', formerNames: ['Lucía Ferrer'] },
      email: 'l•••@example.org',
      missing: [],
      place: null,
    })
    const halfway = await anApplicant('halfway@example.org')
    await keepApplication(deps, halfway, { revision: 0, form: { ...whole, specialty: null } })
    expect(await codeOf(submitApplication(deps, halfway, { revision: 1 }))).toBe('application.incomplete')
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

  test('says at handing in that a number has the wrong form, and at the third time lets a person look', async () => {
    const someone = await anApplicant('digits@example.org')
    await keepApplication(deps, someone, { revision: 0, form: { ...whole, number: '1234567890' } })
    for (const tries of [1, 2]) {
      const { revision } = await showApplication(deps, someone)
      expect(await submitApplication(deps, someone, { revision }), `try ${tries}`).toMatchObject({
        state: 'draft',
        numberProblem: 'check-digit',
      })
    }
    const { revision } = await showApplication(deps, someone)
    expect(await submitApplication(deps, someone, { revision })).toMatchObject({ state: 'checking', numberProblem: null })
  })

  test('shows the current state to a second window that is behind', async () => {
    const someone = await anApplicant('windows@example.org')
    await keepApplication(deps, someone, { revision: 0, form: { ...nothing, country: 'GB' } })
    await expect(keepApplication(deps, someone, { revision: 0, form: nothing })).rejects.toMatchObject({
      code: 'application.revision-stale',
      current: { revision: 1, form: { country: 'GB' } },
    })
  })

  test('takes pictures and PDFs by what they are, seals them, and takes the same upload once', async () => {
    const someone = await anApplicant('papers@example.org')
    await keepApplication(deps, someone, { revision: 0, form: nothing })
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
    expect(await codeOf(removeEvidence(deps, other, theirs ?? ''))).toBe('done')
    expect(await codeOf(removeEvidence(deps, someone, evidence[0]?.id ?? ''))).toBe('done')
  })

  test('waits in the order of handing in, and cannot be changed meanwhile', async () => {
    moveClock(hours)
    const first = await aWaitingApplicant('first@example.org')
    moveClock(hours)
    const second = await aWaitingApplicant('second@example.org')
    const before = (await showApplication(deps, first)).place ?? 0
    expect(await showApplication(deps, second)).toMatchObject({ state: 'checking', place: before + 1 })
    expect(await codeOf(keepApplication(deps, second, { revision: 2, form: whole }))).toBe('application.handed-in')
    expect(await submitApplication(deps, second, { revision: 1 })).toMatchObject({ state: 'checking', place: before + 1 })
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

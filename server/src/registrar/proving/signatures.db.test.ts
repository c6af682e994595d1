import { describe, expect, test } from 'vitest'
import type { CountryCode } from '#atlas/countries.ts'
import { days, minutes } from '#server/platform/time.ts'
import { anAuthority, type Held, signText, type Wanted } from '#server/testing/anAuthority.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Registrant } from '../../access.ts'
import { showApplication } from '../applications/show-application.ts'
import { openAuthority, readAnchors } from '../certificates/openAuthority.ts'
import { readByHand, settleSeenProof } from '../decisions/decide-application.ts'
import { lookAtApplication } from '../decisions/look.ts'
import { askSignature, giveSignature } from './signatures.ts'

const registrar = await aRegistrar()
const { aVerifier, aWaitingApplicant, give, inRegister, moveClock, isIn, stateOf } = registrar
const now = () => registrar.deps.clock.now()
const [college, tax, forger] = await Promise.all([anAuthority('Colegio', now), anAuthority('SAT', now), anAuthority('Colegio', now)])
const policy = '1.3.6.1.4.1.99999.1.1'
const deps = {
  ...registrar.deps,
  authorities: [
    openAuthority({ country: 'ES', roots: '', policy, numberIn: '2.5.4.11', idIn: null }, readAnchors(college.pem), registrar.deps),
    openAuthority({ country: 'MX', roots: '', policy: null, numberIn: null, idIn: '2.5.4.5' }, readAnchors(tax.pem), registrar.deps),
  ],
}
const { db } = deps

let numbers = 282_800_000
const aDoctor = async (email: string, country: CountryCode = 'ES') => {
  numbers += 1
  const number = country === 'ES' ? String(numbers) : String(numbers).slice(country === 'GB' ? 2 : 1)
  inRegister(country, number, { names: [{ given: 'Lucía', family: 'Prado Vega' }] })
  return { number, ...(await aWaitingApplicant(email, { country, number, legalName: 'Lucía Prado Vega' })) }
}
/** A certificate of the profession, as a college might issue it. */
const ofCollege = (number: string, more: Partial<Wanted> = {}, by?: Held): Promise<Held> =>
  college.issue(
    {
      subject: `CN=PRADO VEGA LUCIA - ${number}T, SN=PRADO VEGA, G=LUCIA, 2.5.4.5=IDCES-${number}T, OU=Colegiado ${number}`,
      policy,
      ...more,
    },
    by,
  )
const eFirma = (curp: string, more: Partial<Wanted> = {}): Promise<Held> =>
  tax.issue({ subject: `CN=LUCIA PRADO VEGA, 2.5.4.45=XXXX010101XXX, 2.5.4.5=${curp}`, ...more })
const signs = async (doctor: Registrant, held: Held, beside: readonly Held[] = []) => {
  const { text } = await askSignature(deps, doctor)
  return giveSignature(deps, doctor, (await signText(text, held, beside)).toString('base64'))
}

describe('the certificate of a Spanish college', () => {
  test('verifies its doctor alone; of it a keyed hash stays', async () => {
    const { applicationId, number, ...doctor } = await aDoctor('college@example.org')
    expect((await showApplication(deps, doctor)).ways[0]).toBe('certificate')
    const { text } = await askSignature(deps, doctor)
    expect(text).toContain(deps.origin)
    const held = await ofCollege(number)
    const shown = await giveSignature(deps, doctor, (await signText(text, held)).toString('base64'))
    expect(shown).toMatchObject({ state: 'verified', weighed: { points: 100, person: true, record: true } })
    expect(await isIn(doctor)).toBe(true)
    const [kept] = await db.selectFrom('proof').selectAll().where('application_id', '=', applicationId).execute()
    expect(kept).toMatchObject({ kind: 'qes_professional_attribute', state: 'passed', detail: null, reference: null })
    expect(JSON.stringify(kept)).not.toMatch(/IDCES|PRADO/)
  })

  test('counts by way of an authority between, and where a list says that it stands', async () => {
    const between = await college.issue({ subject: 'CN=Colegio 2', ca: true, asks: 'list' })
    const doctor = await aDoctor('between@example.org')
    expect((await signs(doctor, await ofCollege(doctor.number, {}, between), [between])).state).toBe('verified')
    const other = await aDoctor('listed@example.org')
    expect((await signs(other, await ofCollege(other.number, { asks: 'list' }))).state).toBe('verified')
  })

  test('of the college that is no doctor’s shows who somebody is, and no more', async () => {
    const doctor = await aDoctor('clerk@example.org')
    const clerk = await college.issue({ subject: `CN=LUCIA PRADO VEGA, OU=Colegiado ${doctor.number}`, policy: '1.3.6.1.4.1.99999.1.2' })
    expect(await signs(doctor, clerk)).toMatchObject({ state: 'checking', weighed: { points: 60, person: true, record: false } })
    expect(await isIn(doctor)).toBe(false)
  })
})

describe('the Mexican e.firma', () => {
  test('shows who somebody is; somebody of the desk finds the line by its CURP, and that settles it', async () => {
    const number = '12345678'
    const { applicationId, ...doctor } = await aWaitingApplicant('efirma@example.org', {
      country: 'MX',
      number,
      legalName: 'Lucía Prado Vega',
    })
    const [ann, ben] = await Promise.all([aVerifier(), aVerifier()])
    const line = { family: 'Prado Vega', given: 'Lucía', degree: 'MEDICO CIRUJANO' }
    await give(ann, applicationId)
    const { byHand } = await lookAtApplication(deps, ann, applicationId)
    for (const reader of [ann, ben]) {
      await give(reader, applicationId)
      await readByHand(deps, reader, applicationId, { ...line, status: byHand?.wordings[0] ?? '' })
    }
    const shows = settleSeenProof(deps, ann, applicationId, { kind: 'national_eid_keyed_to_register', passed: true, reference: '' })
    expect(await codeOf(shows)).toBe('case.nothing-to-see')
    expect(await signs(doctor, await eFirma('PAVL800229MDFRGC09'))).toMatchObject({
      state: 'checking',
      weighed: { points: 60, person: true, record: false },
    })
    const seen = await lookAtApplication(deps, ann, applicationId)
    expect(seen).toMatchObject({ task: 'documents' })
    expect(seen.proofs.find(({ errand }) => errand)?.errand).toEqual({ kind: 'register-id', to: 'PAVL800229MDFRGC09' })
    await settleSeenProof(deps, ann, applicationId, { kind: 'national_eid_keyed_to_register', passed: true, reference: '' })
    expect([await stateOf(applicationId), await isIn(doctor)]).toEqual(['verified', true])
    const kept = await db.selectFrom('proof').selectAll().where('application_id', '=', applicationId).execute()
    expect(kept.every(({ detail }) => detail === null)).toBe(true)
  })

  test('another text is taken, and what the desk was to look up stays to be looked up', async () => {
    const { applicationId, ...doctor } = await aDoctor('another-text@example.org', 'MX')
    await signs(doctor, await eFirma('PAVL800228MDFRGC08'))
    await askSignature(deps, doctor)
    const ann = await aVerifier()
    await give(ann, applicationId)
    const { proofs } = await lookAtApplication(deps, ann, applicationId)
    expect(proofs.map(({ errand }) => errand)).toContainEqual({ kind: 'register-id', to: 'PAVL800228MDFRGC08' })
  })

  test('of a company is none: a seal lies with whoever writes its invoices', async () => {
    const doctor = await aDoctor('seal@example.org', 'MX')
    expect(await codeOf(signs(doctor, await eFirma('PAVL800229MDFRGC09', { purposes: [] })))).toBe('proof.certificate-refused')
  })
})

describe('nobody is let in by', () => {
  test('A2: the certificate of a namesake, nor by that of a colleague', async () => {
    const doctor = await aDoctor('namesake@example.org')
    const shown = await signs(doctor, await ofCollege('289999999'))
    expect(shown).toMatchObject({ state: 'checking', proofs: [{ method: 'certificate', state: 'failed' }] })
    const { applicationId, number, ...other } = await aDoctor('colleague@example.org')
    await signs(other, await college.issue({ subject: `CN=BERTHA QUILL, OU=${number}`, policy }))
    expect([await stateOf(applicationId), await isIn(other)]).toEqual(['proof-review', false])
  })

  test('one certificate for two persons: the second is looked at', async () => {
    const first = await aDoctor('one@example.org')
    const { applicationId, number, ...second } = await aDoctor('two@example.org')
    const subject = `CN=LUCIA PRADO VEGA, 2.5.4.5=IDCES-11111111H, OU=${first.number} ${number}`
    const held = await college.issue({ subject, policy })
    expect((await signs(first, held)).state).toBe('verified')
    await signs(second, held)
    expect([await stateOf(applicationId), await isIn(second)]).toEqual(['proof-review', false])
  })

  test.each([
    ['that has expired', (number: string) => ofCollege(number, { until: new Date(now().getTime() - days) })],
    ['that is not valid yet', (number: string) => ofCollege(number, { from: new Date(now().getTime() + days) })],
    [
      'of an authority that only calls itself so',
      (number: string) => forger.issue({ subject: `CN=LUCIA PRADO VEGA, OU=${number}`, policy }),
    ],
    ['of another country', (number: string) => tax.issue({ subject: `CN=LUCIA PRADO VEGA, OU=${number}`, policy })],
    [
      'that another doctor issued with theirs',
      async (number: string) => {
        const holder = await ofCollege('281111111')
        return college.issue({ subject: `CN=LUCIA PRADO VEGA, OU=${number}`, policy }, holder)
      },
    ],
    [
      'that was revoked, by the responder',
      async (number: string) => {
        const held = await ofCollege(number)
        college.revoke(held)
        return held
      },
    ],
    [
      'that was revoked, by the list',
      async (number: string) => {
        const held = await ofCollege(number, { asks: 'list' })
        college.revoke(held)
        return held
      },
    ],
  ])('a certificate %s', async (_, issue) => {
    const doctor = await aDoctor(`refused-${numbers}@example.org`)
    expect(await codeOf(signs(doctor, await issue(doctor.number)))).toBe('proof.certificate-refused')
    expect(await isIn(doctor)).toBe(false)
  })

  test('A14: a certificate that says nowhere to ask about it', async () => {
    const doctor = await aDoctor('nowhere@example.org')
    expect(await codeOf(signs(doctor, await ofCollege(doctor.number, { asks: 'nobody' })))).toBe('proof.certificate-silent')
  })

  test.each(['old', 'forged', 'not'] as const)(
    'A14: a certificate of which nobody says whether it is revoked: the answer is %s',
    async (answers) => {
      for (const asks of ['responder', 'list'] as const) {
        const doctor = await aDoctor(`silent-${numbers}@example.org`)
        const held = await ofCollege(doctor.number, { asks })
        const { text } = await askSignature(deps, doctor)
        const signed = (await signText(text, held)).toString('base64')
        college.answers = answers
        expect(await codeOf(giveSignature(deps, doctor, signed))).toBe('proof.certificate-silent')
        // The same signature counts once there is an answer.
        college.answers = 'well'
        expect(await codeOf(giveSignature(deps, doctor, signed))).toBe('done')
      }
    },
  )

  test('another text, an older one, one that was answered, or one of somebody else', async () => {
    const doctor = await aDoctor('replay@example.org')
    const other = await aDoctor('replay-other@example.org')
    const held = await ofCollege('289999998')
    const first = await askSignature(deps, doctor)
    const second = await askSignature(deps, doctor)
    await askSignature(deps, other)
    const signed = async (text: string) => (await signText(text, held)).toString('base64')
    expect(await codeOf(giveSignature(deps, doctor, await signed(first.text)))).toBe('proof.signature-wrong')
    expect(await codeOf(giveSignature(deps, other, await signed(second.text)))).toBe('proof.signature-wrong')
    expect(await codeOf(giveSignature(deps, doctor, Buffer.from('nothing').toString('base64')))).toBe('proof.signature-wrong')
    expect(await codeOf(giveSignature(deps, doctor, await signed(second.text)))).toBe('done')
    expect(await codeOf(giveSignature(deps, doctor, await signed(second.text)))).toBe('proof.signature-over')
    const third = await askSignature(deps, doctor)
    moveClock(61 * minutes)
    expect(await codeOf(giveSignature(deps, doctor, await signed(third.text)))).toBe('proof.signature-over')
  })

  test('a signature where no certificates are read, or without an application', async () => {
    const british = await aDoctor('gb@example.org', 'GB')
    expect(await codeOf(askSignature(deps, british))).toBe('proof.unknown')
    const nobody = await registrar.anApplicant('nobody@example.org')
    expect(await codeOf(askSignature(deps, nobody))).toBe('application.not-found')
    expect(await codeOf(giveSignature(deps, nobody, ''))).toBe('application.not-found')
  })
})

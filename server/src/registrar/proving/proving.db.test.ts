import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import type { CountryCode } from '#atlas/countries.ts'
import { days, minutes } from '#server/platform/time.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Registrant, Staff } from '../../access.ts'
import { showApplication } from '../applications/show-application.ts'
import { decideApplication, readByHand, settleSeenProof } from '../decisions/decide-application.ts'
import { lookAtApplication } from '../decisions/look.ts'
import { proveBirthDate } from './ask-desk.ts'
import { askContactCode, askMailbox, giveCode, makeErrandCode } from './codes.ts'
import { finishIdCheck, startIdCheck } from './id-check.ts'
import { askInterview, listInterviewTimes, offerInterviewTime } from './interviews.ts'
import { askVouch, doubtVouched, giveVouch, openVouch } from './vouches.ts'

const registrar = await aRegistrar()
const { aWaitingApplicant, aVerifiedDoctor, aVerifier, give, inRegister, moveClock, newestLetter, isIn, stateOf } = registrar

// The vendor as it answers: a session is begun, and later it says what it read and thinks.
const results = new Map<string, object>()
let sessions = 0
const vendor = createServer((request, response) => {
  const answer = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (request.headers.authorization !== 'Bearer vendor-key') return answer(401, {})
  if (request.method === 'POST') {
    sessions += 1
    return answer(201, { id: `s${sessions}`, url: `https://id.example.org/s${sessions}` })
  }
  return answer(200, results.get(request.url?.split('/').pop() ?? '') ?? { state: 'pending' })
})
await new Promise<void>((ready) => vendor.listen(0, '127.0.0.1', ready))
afterAll(() => new Promise((closed) => vendor.close(closed)))
const deps = { ...registrar.deps, idCheck: { url: `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/v1`, key: 'vendor-key' } }
const { db } = deps

const codeIn = async (address: string): Promise<string> => /\b\d{6}\b/.exec((await newestLetter(address)).body)?.[0] ?? ''
const openProof = async (applicant: Registrant, method: string): Promise<string> =>
  (await showApplication(deps, applicant)).proofs.find((proof) => proof.method === method && proof.state === 'asked')?.proofId ?? ''
let numbers = 6_000_000
const aProving = async (email: string, more: Parameters<typeof inRegister>[2] = {}, country: CountryCode = 'GB', given?: string) => {
  numbers += 1
  const number = given ?? String(numbers)
  inRegister(country, number, { names: [{ given: 'Amara', family: 'Nwosu' }], ...more })
  return { number, ...(await aWaitingApplicant(email, { country, number, legalName: 'Amara Nwosu' })) }
}
const sees = async (staff: Staff, applicationId: string, ...kinds: Parameters<typeof settleSeenProof>[3]['kind'][]) => {
  await give(staff, applicationId)
  for (const kind of kinds) await settleSeenProof(deps, staff, applicationId, { kind, passed: true, reference: '' })
}
const agrees = async (staff: Staff, applicationId: string) => {
  await give(staff, applicationId)
  await decideApplication(deps, staff, applicationId, { decision: 'yes', reason: '' })
}
/** A check at the vendor that ends so. */
const checksId = async (applicant: Registrant, result: object) => {
  await startIdCheck(deps, applicant)
  results.set(`s${sessions}`, result)
  return finishIdCheck(deps, applicant)
}
const passport = (name: { given: string; family: string }, number: string) => ({
  state: 'passed',
  name,
  document: { issuer: 'GB', number },
})
const [ann, ben] = await Promise.all([aVerifier(), aVerifier()])

describe('a code to the contact in the register', () => {
  test('goes where only the registrant reads, once, and ties the applicant to the line', async () => {
    const { applicationId, ...doctor } = await aProving('contact@example.org', { contact: { direct: 'amara@practice.example' } })
    await askContactCode(deps, doctor)
    const proofId = await openProof(doctor, 'contact-code')
    const code = await codeIn('amara@practice.example')
    await checksId(doctor, passport({ given: 'Amara', family: 'Nwosu' }, 'P1'))
    expect(await stateOf(applicationId)).toBe('proving')
    await giveCode(deps, doctor, proofId, code)
    expect([await stateOf(applicationId), await isIn(doctor)]).toEqual(['verified', true])
    expect(await codeOf(giveCode(deps, doctor, proofId, code))).toBe('proof.unknown')
  })

  test.each([
    ['US', '1234567810', 'Your licence was used to join Consilium'],
    ['MX', '87654321', 'Su licencia se ha usado para entrar en Consilium'],
  ] as const)(
    'A3: %s: whoever reads the mailbox in the register learns that the licence was used, in the language of the country',
    async (country, number, subject) => {
      const printed = `printed-${country.toLowerCase()}@practice.example`
      const { applicationId } = await aProving(
        `used-${country.toLowerCase()}@example.org`,
        { contact: { direct: printed } },
        country,
        number,
      )
      await sees(ann, applicationId, 'video_interview')
      await expect(newestLetter(printed)).rejects.toThrow()
      await sees(ann, applicationId, 'regulator_live_credential')
      const letter = await newestLetter(printed)
      expect([await stateOf(applicationId), letter.subject]).toEqual(['verified', subject])
      expect(letter.body).toContain(deps.origin)
      expect(letter.body).not.toMatch(new RegExp(`${number}|Nwosu`))
    },
  )

  test('A3: no such letter goes to the address the doctor applied with', async () => {
    const { applicationId } = await aProving('same@example.org', { contact: { direct: ' Same@Example.org ' } })
    await sees(ann, applicationId, 'video_interview', 'regulator_live_credential')
    expect((await newestLetter('same@example.org')).subject).toBe('Your licence is verified')
    expect(await db.selectFrom('mail').select('key').where('key', '=', `licence-used/${applicationId}`).execute()).toEqual([])
  })

  test('A8: is not guessed: five tries, then only a new one helps; another applicant’s does not count', async () => {
    const { applicationId, ...doctor } = await aProving('guess@example.org', { contact: { direct: 'guess@practice.example' } })
    await askContactCode(deps, doctor)
    const proofId = await openProof(doctor, 'contact-code')
    const code = await codeIn('guess@practice.example')
    const wrong = code === '000000' ? '000001' : '000000'
    const { applicationId: _, ...other } = await aProving('other-guess@example.org')
    expect(await codeOf(giveCode(deps, other, proofId, code))).toBe('proof.unknown')
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(giveCode(deps, doctor, proofId, wrong))).toBe('application.code-wrong')
    expect(await codeOf(giveCode(deps, doctor, proofId, code))).toBe('application.code-too-many')
    expect(await stateOf(applicationId)).toBe('proving')
  })

  test('A8: that was dictated is too old after ten minutes, and a letter in wrong hands is never enough alone', async () => {
    const { applicationId, ...doctor } = await aProving('phone@example.org', { contact: { phone: '+44 20 7946 0000' } })
    await askContactCode(deps, doctor)
    const proofId = await openProof(doctor, 'contact-code')
    await give(ann, applicationId)
    expect((await lookAtApplication(deps, ann, applicationId)).proofs[0]?.errand).toEqual({ kind: 'phone', to: '+44 20 7946 0000' })
    const dictated = await makeErrandCode(deps, applicationId, proofId, 'phone')
    moveClock(11 * minutes)
    expect(await codeOf(giveCode(deps, doctor, proofId, dictated.code))).toBe('application.code-expired')
    const printed = await makeErrandCode(deps, applicationId, proofId, 'letter')
    moveClock(2 * days)
    const shown = await giveCode(deps, doctor, proofId, printed.code)
    expect(shown.weighed).toMatchObject({ points: 60, person: false, record: true, passes: false })
    expect(await isIn(doctor)).toBe(false)
  })

  test('is asked for with the same answer whether or not there is such a contact', async () => {
    const withOne = await aProving('with@example.org', { contact: { direct: 'x@practice.example' } })
    const without = await aProving('without@example.org')
    const shapes = await Promise.all(
      [withOne, without].map(async (doctor) => (await askContactCode(deps, doctor)).proofs.map(({ method, state }) => ({ method, state }))),
    )
    expect(shapes[0]).toEqual(shapes[1])
  })
})

describe('a mailbox of a health service', () => {
  test('A6: counts little: with a genuine document it is not enough, and where it is two people look', async () => {
    const { applicationId, ...nurse } = await aProving('nurse@example.org')
    expect(await codeOf(askMailbox(deps, nurse, 'someone@webmail.example'))).toBe('proof.not-institutional')
    await askMailbox(deps, nurse, 'a.nwosu@trust.nhs.uk')
    await giveCode(deps, nurse, await openProof(nurse, 'mailbox'), await codeIn('a.nwosu@trust.nhs.uk'))
    await checksId(nurse, passport({ given: 'Amara', family: 'Nwosu' }, 'P2'))
    expect(await showApplication(deps, nurse)).toMatchObject({ state: 'checking', weighed: { points: 80, passes: false } })
    await sees(ann, applicationId, 'institutional_email_named', 'licence_scan')
    expect(await showApplication(deps, nurse)).toMatchObject({ weighed: { points: 100, second: true } })
    expect([await stateOf(applicationId), await isIn(nurse)]).toEqual(['second-review', false])
    const kept = await db.selectFrom('proof').select(['reference', 'detail']).where('application_id', '=', applicationId).execute()
    expect(JSON.stringify(kept)).not.toContain('a.nwosu')
  })
})

describe('the identity vendor', () => {
  test('that reads another name, or a document that served somebody else, does not decide: a person looks', async () => {
    const one = await aProving('vendor-one@example.org')
    await checksId(one, passport({ given: 'Bertha', family: 'Quill' }, 'P3'))
    expect(await stateOf(one.applicationId)).toBe('proof-review')
    const two = await aProving('vendor-two@example.org')
    await checksId(two, passport({ given: 'Amara', family: 'Nwosu' }, 'P4'))
    const three = await aProving('vendor-three@example.org')
    await checksId(three, passport({ given: 'Amara', family: 'Nwosu' }, 'P4'))
    expect([await stateOf(two.applicationId), await stateOf(three.applicationId)]).toEqual(['proving', 'proof-review'])
    // A doubt looks to the applicant like a check that is still under way.
    expect((await showApplication(deps, three)).proofs).toMatchObject([{ method: 'id-check', state: 'asked' }])
  })

  test('A14: that is silent lets nobody pass', async () => {
    const { applicationId, ...doctor } = await aProving('vendor-silent@example.org')
    const silent = { ...deps, idCheck: { url: 'http://127.0.0.1:9', key: 'vendor-key' } }
    expect(await codeOf(startIdCheck(silent, doctor))).toBe('proof.vendor-silent')
    await startIdCheck(deps, doctor)
    expect(await codeOf(finishIdCheck({ ...deps, idCheck: { ...deps.idCheck, key: 'another' } }, doctor))).toBe('proof.vendor-silent')
    expect(await stateOf(applicationId)).toBe('proving')
  })
})

describe('vouching', () => {
  const vouchFor = async (applicant: Registrant, voucher: Registrant, address: string): Promise<string> => {
    await askVouch(deps, applicant, address)
    const invitation = /#([A-Za-z0-9_-]{43})/.exec((await newestLetter(address)).body)?.[1] ?? ''
    return codeOf(openVouch(deps, voucher, invitation).then(() => giveVouch(deps, voucher, { invitation, known: true })))
  }

  test('A7: by two members of half a year ties to the line, and a second pair of eyes is due; new members, strangers and rings do not count', async () => {
    const first = await aVerifiedDoctor('old-1@example.org')
    const second = await aVerifiedDoctor('old-2@example.org')
    const third = await aVerifiedDoctor('old-3@example.org')
    const { applicationId, ...applicant } = await aProving('vouched@example.org')
    expect(await vouchFor(applicant, first, 'old-1@example.org')).toBe('vouch.too-new')
    expect(await vouchFor(applicant, applicant, 'vouched@example.org')).toBe('vouch.not-yours')
    moveClock(181 * days)
    const { applicationId: later, ...candidate } = await aProving('vouched-later@example.org')
    expect(await vouchFor(candidate, first, 'old-1@example.org')).toBe('done')
    expect(await vouchFor(candidate, first, 'old-1@example.org')).toBe('vouch.unknown')
    expect(await vouchFor(candidate, second, 'old-2@example.org')).toBe('done')
    await sees(ann, later, 'id_document_face', 'licence_scan')
    expect(await stateOf(later)).toBe('second-review')
    await agrees(ben, later)
    expect(await isIn(candidate)).toBe(true)

    // Who was let in by the first cannot vouch beside the first, and the first not for whom they vouch for.
    moveClock(181 * days)
    const ring = await aProving('ring@example.org')
    expect(await vouchFor(ring, candidate, 'vouched-later@example.org')).toBe('done')
    expect(await vouchFor(ring, first, 'old-1@example.org')).toBe('vouch.ring')
    expect(await vouchFor(ring, third, 'old-3@example.org')).toBe('done')

    // Four a year, and no more.
    for (const at of [1, 2, 3]) {
      const one = await aProving(`quota-${at}@example.org`)
      expect(await vouchFor(one, third, 'old-3@example.org')).toBe('done')
    }
    const fifth = await aProving('quota-5@example.org')
    expect(await vouchFor(fifth, third, 'old-3@example.org')).toBe('vouch.too-many')

    // The first turns out to be nobody: whoever rests on them proves anew.
    await doubtVouched(deps, first.personId)
    expect(await stateOf(later)).toBe('recheck-due')
    expect((await showApplication(deps, candidate)).weighed.record).toBe(false)
  })
})

describe('a video call', () => {
  test('is held at a time one applicant takes, in a room nobody guesses, and leaves its result', async () => {
    const { applicationId, ...doctor } = await aProving('video@example.org')
    const { applicationId: _, ...other } = await aProving('video-other@example.org')
    const startsAt = new Date(deps.clock.now().getTime() + days).toISOString()
    await offerInterviewTime(deps, ann, startsAt)
    const [slot] = (await listInterviewTimes(deps, doctor)).items
    const taken = await Promise.all([doctor, other].map((one) => codeOf(askInterview(deps, one, slot?.slotId ?? ''))))
    expect(taken.sort()).toEqual(['done', 'interview.taken'])
    const mine = (await listInterviewTimes(deps, doctor)).mine ?? (await listInterviewTimes(deps, other)).mine
    expect(mine?.room).toMatch(/^https:\/\/meet\.example\.org\/[A-Za-z0-9_-]{22}$/)
    await sees(ann, applicationId, 'video_interview')
    expect((await showApplication(deps, doctor)).weighed).toMatchObject({ points: 70, person: true })
  })
})

describe('a doctor of each country is verified by the best way that needs no contract', () => {
  test('AU: document and face, and the regulator confirms number and birth date', async () => {
    const number = 'MED0000932846'
    inRegister('AU', number, { names: [{ given: 'Amara', family: 'Nwosu' }] }, { birthDateMatched: true })
    const { applicationId, ...doctor } = await aWaitingApplicant('au@example.org', { country: 'AU', number, legalName: 'Amara Nwosu' })
    await checksId(doctor, passport({ given: 'Amara', family: 'Nwosu' }, 'AU1'))
    await proveBirthDate(deps, doctor, '1980-02-29')
    expect([await stateOf(applicationId), await isIn(doctor)]).toEqual(['verified', true])
    expect(JSON.stringify(await db.selectFrom('proof').selectAll().where('application_id', '=', applicationId).execute())).not.toContain(
      '1980',
    )
  })

  test('NZ: document and face, and a code to the address in the register', async () => {
    const { applicationId, ...doctor } = await aProving('nz@example.org', { contact: { postal: '1 Quay, Wellington' } }, 'NZ', '99536')
    await checksId(doctor, passport({ given: 'Amara', family: 'Nwosu' }, 'NZ1'))
    await askContactCode(deps, doctor)
    const proofId = await openProof(doctor, 'contact-code')
    const { code } = await makeErrandCode(deps, applicationId, proofId, 'letter')
    await giveCode(deps, doctor, proofId, code)
    expect(await isIn(doctor)).toBe(true)
  })

  test('GB: document and face, the mailbox named on the hospital’s page, the certificate, and a second pair of eyes', async () => {
    const { applicationId, ...doctor } = await aProving('gb@example.org')
    await checksId(doctor, passport({ given: 'Amara', family: 'Nwosu' }, 'GB1'))
    await askMailbox(deps, doctor, 'gb.nwosu@trust.nhs.uk')
    await giveCode(deps, doctor, await openProof(doctor, 'mailbox'), await codeIn('gb.nwosu@trust.nhs.uk'))
    await sees(ann, applicationId, 'institutional_email_named', 'licence_scan')
    await agrees(ben, applicationId)
    expect(await isIn(doctor)).toBe(true)
  })

  test.each([
    ['US', '1234567893', 'active / current (wording differs per board)'],
    ['CA', '151295', null],
    ['IE', '412345', null],
    ['ES', '282812345', null],
    ['MX', '12345678', null],
    ['ZA', 'MP0123456', null],
  ] as const)('%s: two people read the register, a video call, and what that register offers', async (country, number, wording) => {
    if (country === 'US')
      inRegister('US', number, {
        names: [{ given: 'Amara', family: 'Nwosu' }],
        standing: 'listed',
        eligible: 'needs-licence',
        contact: { phone: '+1 212 555 0100' },
      })
    const { applicationId, ...doctor } = await aWaitingApplicant(`${country.toLowerCase()}@example.org`, {
      country,
      number,
      legalName: 'Amara Nwosu',
    })
    await give(ann, applicationId)
    const { byHand } = await lookAtApplication(deps, ann, applicationId)
    const line = {
      family: 'Nwosu',
      given: 'Amara',
      status: wording ?? byHand?.wordings[0] ?? '',
      college: 'Ontario',
      degree: 'MEDICO CIRUJANO',
    }
    await readByHand(deps, ann, applicationId, line)
    await give(ben, applicationId)
    await readByHand(deps, ben, applicationId, line)
    expect(await stateOf(applicationId)).toBe('proving')
    await sees(ann, applicationId, 'video_interview')
    if (country === 'US' || country === 'CA') {
      await askContactCode(deps, doctor)
      const proofId = await openProof(doctor, 'contact-code')
      await giveCode(deps, doctor, proofId, (await makeErrandCode(deps, applicationId, proofId, 'phone')).code)
    } else if (country === 'ZA' || country === 'MX') await sees(ben, applicationId, 'regulator_live_credential')
    else {
      await sees(ann, applicationId, 'employer_callback')
      expect(await stateOf(applicationId)).toBe('second-review')
      await agrees(ben, applicationId)
    }
    expect([await stateOf(applicationId), await isIn(doctor)]).toEqual(['verified', true])
  })
})

import { describe, expect, test } from 'vitest'
import { days, hours } from '#server/platform/time.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Registrant, Staff } from '../../access.ts'
import { appealDecision, applyAgain, keepApplication, returnToRegister, submitApplication } from '../applications/keep-application.ts'
import { settleProof } from '../applications/proofs.ts'
import { lookUpWaiting, passDay } from '../applications/read-register.ts'
import { showApplication } from '../applications/show-application.ts'
import { tellRefusals } from '../applications/tell-refusals.ts'
import { checkAudit } from '../audit/check-audit.ts'
import { decideApplication, findVerified, readByHand, revokeLicence, settleSeenProof } from './decide-application.ts'
import { drawApplication, listQueue } from './draw-application.ts'
import { lookAtApplication, lookAtEvidence } from './look.ts'

const registrar = await aRegistrar()
const { deps, aWaitingApplicant, aVerifiedDoctor, aVerifier, give, inRegister, moveClock, newestLetter, readRegisters, isIn, stateOf } =
  registrar
const { db } = deps

let numbers = 5_000_000
const aNumber = (): string => {
  numbers += 1
  return String(numbers)
}
const caseOf = async ({ personId }: Registrant): Promise<string> =>
  (await db.selectFrom('application').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()).id

/** What one verifier saw and wrote down. */
const sees = async (staff: Staff, applicationId: string, ...kinds: Parameters<typeof settleSeenProof>[3]['kind'][]) => {
  await give(staff, applicationId)
  for (const kind of kinds) await settleSeenProof(deps, staff, applicationId, { kind, passed: true, reference: '' })
}
const decides = async (staff: Staff, applicationId: string, decision: 'yes' | 'no' | 'ask', reason = 'Because of this.') => {
  await give(staff, applicationId)
  return codeOf(decideApplication(deps, staff, applicationId, { decision, reason: decision === 'yes' ? '' : reason }))
}
const [ann, ben, lea] = await Promise.all([aVerifier(), aVerifier(), aVerifier('lead')])

/** A GB doctor in the register, with an application that is being proved. */
const aProving = async (name: string, form: { number?: string; legalName?: string } = {}) => {
  const number = form.number ?? aNumber()
  inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }] })
  return { number, ...(await aWaitingApplicant(`${name}@example.org`, { number, legalName: 'Amara Nwosu', ...form })) }
}

describe('at the desk', () => {
  test('a case rests on a call to the hospital and a video call only when two people agree, and neither sees what the other said', async () => {
    const { applicationId, ...doctor } = await aProving('whole-way')
    await sees(ann, applicationId, 'video_interview', 'employer_callback')
    expect(await stateOf(applicationId)).toBe('second-review')
    expect(await decides(ann, applicationId, 'yes')).toBe('case.second-person')
    await give(ben, applicationId)
    const seen = await lookAtApplication(deps, ben, applicationId)
    expect(seen).toMatchObject({ task: 'second-look', may: ['yes', 'no'], weighed: { points: 110, second: true } })
    expect(JSON.stringify(seen)).not.toContain(ann.staffId)
    expect(await decides(ben, applicationId, 'yes')).toBe('done')
    expect(await isIn(doctor)).toBe(true)
    expect((await newestLetter('whole-way@example.org')).subject).toBe('Your licence is verified')
    expect(await showApplication(deps, doctor)).toMatchObject({ state: 'verified', evidence: [], place: null })
  })

  test('documents are seen by whom the case was given to, and by nobody else', async () => {
    const { applicationId } = await aProving('papers')
    const [document] = await db.selectFrom('evidence').select('id').where('application_id', '=', applicationId).execute()
    const stranger = await aVerifier()
    expect(await codeOf(lookAtApplication(deps, stranger, applicationId))).toBe('application.not-found')
    expect(await codeOf(lookAtEvidence(deps, stranger, applicationId, document?.id ?? ''))).toBe('application.not-found')
    await give(stranger, applicationId)
    expect((await lookAtEvidence(deps, stranger, applicationId, document?.id ?? '')).mediaType).toBe('image/png')
  })

  test('a reading by hand is one when two people who did not see each other’s agree', async () => {
    const { applicationId, ...doctor } = await aWaitingApplicant('by-hand@example.org', {
      country: 'IE',
      number: '412345',
      legalName: 'Aoife Byrne',
    })
    const line = { family: 'Byrne', given: 'Aoife', status: '' }
    await give(ann, applicationId)
    const { byHand } = await lookAtApplication(deps, ann, applicationId)
    expect(byHand).toMatchObject({ mine: false, others: 0, fields: ['family', 'given', 'status', 'specialty'] })
    line.status = byHand?.wordings[0] ?? ''
    expect(await readByHand(deps, ann, applicationId, line)).toMatchObject({ byHand: { mine: true }, line: null })
    expect(await decides(ann, applicationId, 'yes')).toBe('case.not-read')
    await readByHand(deps, ann, applicationId, line)
    expect(await stateOf(applicationId)).toBe('match-review')
    await give(ben, applicationId)
    await readByHand(deps, ben, applicationId, { ...line, family: 'Burke' })
    expect(await stateOf(applicationId)).toBe('match-review')
    await give(lea, applicationId)
    await readByHand(deps, lea, applicationId, line)
    expect(await stateOf(applicationId)).toBe('proving')
    await sees(ann, applicationId, 'video_interview', 'regulator_live_credential')
    expect(await isIn(doctor)).toBe(true)
  })

  test('some of those the program let in lie before a person as if nothing had been decided; a doubt is two other people’s', async () => {
    const some = { ...deps, lookedAtAgain: 1 }
    const letIn = async (name: string) => {
      const { applicationId, ...doctor } = await aProving(name)
      await deps.db.transaction().execute(async (trx) => {
        await settleProof(trx, some, applicationId, null, { kind: 'id_document_face', method: 'documents', outcome: 'passed' }, 'program')
        await settleProof(
          trx,
          some,
          applicationId,
          null,
          { kind: 'dob_register_match', method: 'birth-date', outcome: 'passed' },
          'program',
        )
      })
      expect(await isIn(doctor)).toBe(true)
      return { applicationId, doctor }
    }
    const inQueue = async (applicationId: string) => (await listQueue(deps, ben)).items.find((item) => item.applicationId === applicationId)

    const plain = await letIn('again')
    expect(await inQueue(plain.applicationId)).toMatchObject({ task: 'second-look', open: true })
    await give(ben, plain.applicationId)
    const seen = await lookAtApplication(deps, ben, plain.applicationId)
    expect(seen).toMatchObject({ task: 'second-look', may: ['yes', 'no'], line: { names: ['Amara Nwosu'] } })
    expect(JSON.stringify(seen)).not.toMatch(/verified|again/)
    expect(await decides(ben, plain.applicationId, 'yes')).toBe('done')
    expect([await isIn(plain.doctor), await inQueue(plain.applicationId)]).toEqual([true, undefined])

    const doubted = await letIn('again-doubted')
    const letter = await newestLetter('again-doubted@example.org')
    expect(await decides(ann, doubted.applicationId, 'no', 'The face is another.')).toBe('done')
    expect([await stateOf(doubted.applicationId), await isIn(doubted.doctor)]).toEqual(['recheck-due', true])
    expect(await decides(ann, doubted.applicationId, 'yes')).toBe('case.second-person')
    // Until two have looked the doctor hears nothing of it, and neither do they of one another.
    expect(await showApplication(deps, doubted.doctor)).toMatchObject({ reason: null })
    await give(ben, doubted.applicationId)
    expect(await lookAtApplication(deps, ben, doubted.applicationId)).toMatchObject({ task: 'second-look', may: ['yes'], reason: null })
    expect(await newestLetter('again-doubted@example.org')).toEqual(letter)
    expect([await decides(ben, doubted.applicationId, 'yes'), await decides(lea, doubted.applicationId, 'yes')]).toEqual(['done', 'done'])
    expect(await stateOf(doubted.applicationId)).toBe('verified')

    const none = await aProving('never-drawn')
    await deps.db.transaction().execute(async (trx) => {
      for (const kind of ['id_document_face', 'dob_register_match'] as const)
        await settleProof(trx, deps, none.applicationId, null, { kind, method: 'documents', outcome: 'passed' }, 'program')
    })
    expect([await stateOf(none.applicationId), await inQueue(none.applicationId)]).toEqual(['verified', undefined])
  })

  test('how long a review takes is known by its median, and whose it was is not', async () => {
    const { applicationId } = await aProving('median')
    const staff = await aVerifier()
    await give(staff, applicationId)
    moveClock(90_000)
    await decides(staff, applicationId, 'no', 'Not the same person.')
    expect((await listQueue(deps, ann)).medianReviewSeconds).toBeGreaterThanOrEqual(0)
    expect(Object.keys(await db.selectFrom('desk_time').selectAll().executeTakeFirstOrThrow()).sort()).toEqual([
      'id',
      'kind',
      'on_day',
      'seconds',
    ])
  })
})

describe('attacks that fail', () => {
  test('A1: a public number with public data stays where it is', async () => {
    const { applicationId, ...impostor } = await aProving('a1')
    await sees(ann, applicationId, 'licence_scan')
    expect(await decides(ann, applicationId, 'yes')).toBe('case.not-proved')
    expect(await isIn(impostor)).toBe(false)
  })

  test('A2: a namesake with a genuine identity card and a genuine face does not come in', async () => {
    const { applicationId, ...namesake } = await aProving('a2')
    await sees(ann, applicationId, 'id_document_face', 'licence_scan', 'video_interview')
    expect(await stateOf(applicationId)).toBe('proving')
    expect(await decides(ben, applicationId, 'yes')).toBe('case.not-proved')
    expect(await isIn(namesake)).toBe(false)
  })

  test('A2: where several registrants bear the name, a call to the hospital does not tell them apart', async () => {
    const number = aNumber()
    inRegister('GB', number, { names: [{ given: 'Ana', family: 'Perez' }] }, { namesakes: 2 })
    const { applicationId, ...namesake } = await aWaitingApplicant('a2b@example.org', { number, legalName: 'Ana Pérez' })
    expect(await stateOf(applicationId)).toBe('match-review')
    expect(await decides(ann, applicationId, 'yes')).toBe('done')
    await sees(ben, applicationId, 'video_interview', 'employer_callback')
    expect(await stateOf(applicationId)).toBe('proving')
    expect(await isIn(namesake)).toBe(false)
  })

  test('A10: whoever comes first with a number does not keep the doctor out who proves it later', async () => {
    const { number, applicationId: squatted, ...squatter } = await aProving('squatter')
    await sees(ann, squatted, 'video_interview', 'employer_callback')
    expect(await decides(ben, squatted, 'yes')).toBe('done')
    expect(await isIn(squatter)).toBe(true)

    const { applicationId, ...doctor } = await aProving('doctor', { number })
    expect(await stateOf(applicationId)).toBe('disputed')
    expect(await showApplication(deps, doctor)).toMatchObject({ state: 'checking' })
    // Typing somebody's number alone puts nobody out.
    expect(await isIn(squatter)).toBe(true)
    await sees(ann, applicationId, 'video_interview', 'regulator_live_credential')
    expect(await isIn(squatter)).toBe(false)
    expect((await newestLetter('squatter@example.org')).subject).toBe('Somebody else claims your licence number')

    expect(await decides(lea, squatted, 'yes')).toBe('case.not-proved')
    expect(await decides(ann, applicationId, 'yes')).toBe('done')
    expect(await decides(ben, applicationId, 'yes')).toBe('case.for-lead')
    expect(await decides(lea, applicationId, 'yes')).toBe('done')
    expect([await isIn(doctor), await isIn(squatter), await stateOf(squatted)]).toEqual([true, false, 'revoked'])
  })

  test('A10: of two who claim one number at once, the second is in dispute when the first is verified', async () => {
    const first = await aProving('first-claim')
    const second = await aProving('second-claim', { number: first.number })
    await sees(ann, first.applicationId, 'video_interview', 'regulator_live_credential')
    expect([await stateOf(first.applicationId), await stateOf(second.applicationId)]).toEqual(['verified', 'disputed'])
  })

  test('A11: one person at the desk cannot let a friend in, choose a case, or have one of their own house', async () => {
    const { applicationId, ...friend } = await aProving('friend')
    const insider = await aVerifier()
    expect(await codeOf(settleSeenProof(deps, insider, applicationId, { kind: 'video_interview', passed: true, reference: '' }))).toBe(
      'application.not-found',
    )
    await sees(insider, applicationId, 'video_interview', 'employer_callback')
    expect(await decides(insider, applicationId, 'yes')).toBe('case.second-person')
    expect(await isIn(friend)).toBe(false)
    for (let at = 0; at < 30; at += 1) {
      const { applicationId: drawn } = await drawApplication(deps, insider, { country: null, language: null })
      expect(drawn).not.toBe(applicationId)
      if (!drawn) break
    }

    const number = aNumber()
    inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }] }, { namesakes: 1 })
    const colleague = await aWaitingApplicant('colleague@trust.nhs.uk', { number, legalName: 'Amara Nwosu' })
    const ofTheHouse = await aVerifier('verifier', 'desk@trust.nhs.uk')
    const openTo = async (staff: Staff) =>
      (await listQueue(deps, staff)).items.find((item) => item.applicationId === colleague.applicationId)?.open
    expect([await openTo(ofTheHouse), await openTo(ben)]).toEqual([false, true])
    const noted = await db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('subject', '=', applicationId)
      .where('actor', '=', insider.staffId)
      .execute()
    expect(noted.map(({ action }) => action)).toEqual(expect.arrayContaining(['proof-settled', 'case-moved']))
    expect((await checkAudit(db)).brokenAt).toBeNull()
  })

  test('A12: a doctor the register suspends, removes or no longer lists is out the same night', async () => {
    for (const [standing, becomes, title] of [
      ['suspended', 'suspended', 'Your Consilium membership is suspended'],
      ['removed', 'suspended', 'Your Consilium membership is suspended'],
      ['not-practising', 'lapsed', 'Your Consilium membership rests'],
    ] as const) {
      const number = aNumber()
      const address = `a12-${standing}@example.org`
      const doctor = await aVerifiedDoctor(address, { number, legalName: 'Amara Nwosu' })
      expect(await isIn(doctor)).toBe(true)
      inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }], standing })
      moveClock(4 * days)
      await passDay(deps)
      expect([await stateOf(await caseOf(doctor)), await isIn(doctor)]).toEqual([becomes, false])
      expect((await newestLetter(address)).subject).toBe(title)
    }
    const number = aNumber()
    const doctor = await aVerifiedDoctor('a12-gone@example.org', { number })
    inRegister('GB', number, null)
    moveClock(4 * days)
    await passDay(deps)
    expect(await stateOf(await caseOf(doctor))).toBe('lapsed')
  })

  test('A12: who lapsed comes back by the register and a new proof that the line is theirs', async () => {
    const number = aNumber()
    const doctor = await aVerifiedDoctor('a12-back@example.org', { number, legalName: 'Amara Nwosu' })
    inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }], standing: 'not-practising' })
    moveClock(4 * days)
    await passDay(deps)
    inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }] })
    await returnToRegister(deps, doctor)
    await readRegisters()
    const id = await caseOf(doctor)
    expect([await stateOf(id), await isIn(doctor)]).toEqual(['proving', false])
    await sees(ann, id, 'regulator_live_credential')
    expect([await stateOf(id), await isIn(doctor)]).toEqual(['verified', true])
  })

  test('A12: a lead puts a doctor out at once; a second person makes it final, and the number stays out', async () => {
    const number = aNumber()
    const doctor = await aVerifiedDoctor('fraud@example.org', { number, legalName: 'Amara Nwosu' })
    const { applicationId } = await findVerified(deps, lea, { country: 'GB', number })
    await revokeLicence(deps, lea, applicationId, 'Never was this doctor.')
    expect([await stateOf(applicationId), await isIn(doctor)]).toEqual(['suspended', false])
    for (const number of [aNumber(), 'no number'])
      expect(await codeOf(findVerified(deps, lea, { country: 'GB', number }))).toBe('case.nobody-verified')
    expect(await decides(lea, applicationId, 'no')).toBe('case.second-person')
    expect(await decides(ann, applicationId, 'no')).toBe('done')
    expect(await stateOf(applicationId)).toBe('revoked')
    const again = await aProving('fraud-again', { number })
    expect(await stateOf(again.applicationId)).toBe('match-review')
    expect(await decides(ann, again.applicationId, 'yes')).toBe('case.for-lead')
  })

  test('A13: nobody learns from our form whether a number is known, another’s, or suspended', async () => {
    const taken = aNumber()
    await aVerifiedDoctor('a13-holder@example.org', { number: taken, legalName: 'Amara Nwosu' })
    const suspended = aNumber()
    inRegister('GB', suspended, { names: [{ given: 'Amara', family: 'Nwosu' }], standing: 'suspended' })
    const unknown = aNumber()
    inRegister('GB', unknown, null)
    const good = aNumber()
    inRegister('GB', good, { names: [{ given: 'Amara', family: 'Nwosu' }] })
    const other = aNumber()
    inRegister('GB', other, { names: [{ given: 'Bertha', family: 'Quill' }] })
    const seen: unknown[] = []
    for (const [at, number] of [taken, suspended, unknown, good, other].entries()) {
      const applicant = await aWaitingApplicant(`a13-${at}@example.org`, { number, legalName: 'Amara Nwosu' })
      const {
        form: _,
        email: __,
        place,
        waiting: ___,
        pose: ____,
        evidence,
        revision: _____,
        ...shown
      } = await showApplication(deps, applicant)
      seen.push({ ...shown, waits: place !== null, documents: evidence.length })
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(seen[0]).toMatchObject({ state: 'checking', waits: true })
  })

  test('A13: a refusal the program made is told a day later, and can be appealed to two other people', async () => {
    const number = aNumber()
    inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }], standing: 'suspended' })
    const { applicationId, ...doctor } = await aWaitingApplicant('appeal@example.org', { number, legalName: 'Amara Nwosu' })
    expect(await codeOf(appealDecision(deps, doctor, 'What?'))).toBe('case.not-now')
    moveClock(2 * days)
    await tellRefusals(deps)
    expect((await newestLetter('appeal@example.org')).subject).toBe('Your Consilium application has been decided')
    expect(await showApplication(deps, doctor)).toMatchObject({ state: 'rejected', mayAppeal: true })
    await appealDecision(deps, doctor, 'The suspension was lifted yesterday.')
    inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }] })
    expect(await decides(ann, applicationId, 'yes')).toBe('case.for-lead')
    await give(lea, applicationId)
    expect(await lookAtApplication(deps, lea, applicationId)).toMatchObject({ appeal: 'The suspension was lifted yesterday.' })
    expect(await decides(lea, applicationId, 'yes')).toBe('case.not-eligible')
  })

  test('A14: while a register is silent nobody passes; when it speaks again those who waited go on', async () => {
    const number = aNumber()
    const { applicationId, ...applicant } = await aWaitingApplicant('a14@example.org', { number, legalName: 'Amara Nwosu' })
    expect(await stateOf(applicationId)).toBe('match-review')
    await sees(ann, applicationId, 'video_interview', 'regulator_live_credential')
    expect([await isIn(applicant), await decides(ann, applicationId, 'yes')]).toEqual([false, 'case.not-read'])
    inRegister('GB', number, { names: [{ given: 'Amara', family: 'Nwosu' }] })
    moveClock(hours)
    await lookUpWaiting(deps)
    expect([await stateOf(applicationId), await isIn(applicant)]).toEqual(['verified', true])
  })

  test('a further licence is proved like the first; one that is suspended keeps its doctor out everywhere', async () => {
    const doctor = await aVerifiedDoctor('two@example.org', { legalName: 'Amara Nwosu', number: aNumber() })
    await applyAgain(deps, doctor)
    const { revision, form } = await showApplication(deps, doctor)
    expect(form).toMatchObject({ country: null, number: null, legalName: 'Amara Nwosu' })
    inRegister('AU', 'MED0000932846', { names: [{ given: 'Amara', family: 'Nwosu' }] })
    await keepApplication(deps, doctor, { revision, form: { ...form, country: 'AU', number: 'MED0000932846' } })
    await submitApplication(deps, doctor, { revision: revision + 1 })
    await readRegisters()
    expect(await isIn(doctor)).toBe(true)
    const { id } = await db
      .selectFrom('application')
      .select('id')
      .where('person_id', '=', doctor.personId)
      .where('country', '=', 'AU')
      .executeTakeFirstOrThrow()
    await sees(ann, id, 'video_interview', 'regulator_live_credential')
    expect(await stateOf(id)).toBe('verified')
    expect(await db.selectFrom('licence').select('scheme').where('person_id', '=', doctor.personId).orderBy('scheme').execute()).toEqual([
      { scheme: 'au-ahpra-med' },
      { scheme: 'uk-gmc' },
    ])
    inRegister('AU', 'MED0000932846', { names: [{ given: 'Amara', family: 'Nwosu' }], standing: 'suspended' })
    moveClock(4 * days)
    await passDay(deps)
    expect([await stateOf(id), await isIn(doctor)]).toEqual(['suspended', false])
  })
})

import { describe, expect, test } from 'vitest'
import { aBrowser } from '#server/testing/aBrowser.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Registrant } from '../../access.ts'
import { applyAgain } from '../applications/keep-application.ts'
import { showApplication } from '../applications/show-application.ts'
import { decideApplication, settleSeenProof } from '../decisions/decide-application.ts'
import { lookAtApplication } from '../decisions/look.ts'
import { readPerson } from '../persons/know-person.ts'
import { depositRequests } from './deposit-requests.ts'
import { requestTickets } from './issue-tickets.ts'
import { publishKeys } from './publish-keys.ts'
import { giveUpStolenRoot, reportTheft } from './report-theft.ts'
import { showEntry } from './show-entry.ts'

const registrar = await aRegistrar()
const { deps, aVerifiedDoctor, aVerifier, give, newestLetter, readRegisters } = registrar
const { db } = deps

/** A doctor who has entered, and whose browser has handed in requests for later. */
const aMember = async (email: string) => {
  const doctor = await aVerifiedDoctor(email)
  await publishKeys(deps)
  const browser = aBrowser(deps)
  await requestTickets(deps, doctor, await browser.everything('doctor.world'))
  await depositRequests(deps, doctor, await browser.deposit(doctor, { withRoot: false }))
  return { ...doctor, browser }
}
const unsignedOf = async ({ personId }: Registrant) =>
  (await db.selectFrom('ticket_request').select('period').where('person_id', '=', personId).where('signature', 'is', null).execute()).length
const provingOf = async ({ personId }: Registrant) => {
  await readRegisters()
  return (
    await db
      .selectFrom('application')
      .select('id')
      .where('person_id', '=', personId)
      .where('state', '=', 'proving')
      .executeTakeFirstOrThrow()
  ).id
}

describe('a doctor whose words were stolen', () => {
  test('is out at once, nothing waits to be signed, and the thief hands nothing in', async () => {
    const doctor = await aMember('robbed@example.org')
    expect(await unsignedOf(doctor)).toBeGreaterThan(0)
    await reportTheft(deps, doctor)
    expect([await unsignedOf(doctor), (await readPerson(db, deps, doctor.personId))?.doctor]).toEqual([0, null])
    expect(await codeOf(doctor.browser.deposit(doctor, { withRoot: false }).then((wanted) => depositRequests(deps, doctor, wanted)))).toBe(
      'issuing.not-verified',
    )
    expect((await newestLetter('robbed@example.org')).subject).toContain('rests')
  })

  test('proves the licence anew before two people who know why; then, and not before, the old root is given up', async () => {
    const doctor = await aMember('anew@example.org')
    await reportTheft(deps, doctor)
    const applicationId = await provingOf(doctor)
    expect(await showApplication(deps, doctor)).toMatchObject({ state: 'checking', weighed: { points: 0 } })
    const [ann, ben] = [await aVerifier(), await aVerifier()]
    for (const one of [ann, ben]) await give(one, applicationId)
    expect(await lookAtApplication(deps, ann, applicationId)).toMatchObject({ stolen: true })
    for (const kind of ['video_interview', 'regulator_live_credential'] as const)
      await settleSeenProof(deps, ann, applicationId, { kind, passed: true, reference: '' })
    expect(await codeOf(decideApplication(deps, ann, applicationId, { decision: 'yes', reason: '' }))).toBe('case.second-person')
    expect(await readPerson(db, deps, doctor.personId)).toMatchObject({ doctor: null, rootIssued: true })
    await decideApplication(deps, ben, applicationId, { decision: 'yes', reason: '' })
    await giveUpStolenRoot(deps, doctor.personId)
    expect(await showEntry(deps, doctor)).toMatchObject({ rootIssued: false })
    // Said by the queue a second time, it is done already.
    await giveUpStolenRoot(deps, doctor.personId)
    const { roots_given_up: given } = await db
      .selectFrom('person')
      .select('roots_given_up')
      .where('id', '=', doctor.personId)
      .executeTakeFirstOrThrow()
    expect(given).toBe(1)
  })

  test('who was applying with a further licence puts that away', async () => {
    const doctor = await aMember('further@example.org')
    await applyAgain(deps, doctor)
    await reportTheft(deps, doctor)
    expect((await showApplication(deps, doctor)).state).toBe('checking')
    const states = await db.selectFrom('application').select('state').where('person_id', '=', doctor.personId).execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['matching', 'withdrawn'])
  })
})

test('nobody else can say so: not an applicant, not who has not entered, not twice', async () => {
  expect(await codeOf(reportTheft(deps, await registrar.anApplicant('stranger@example.org')))).toBe('issuing.no-root')
  expect(await codeOf(reportTheft(deps, await aVerifiedDoctor('outside@example.org')))).toBe('issuing.no-root')
  const doctor = await aMember('twice@example.org')
  await reportTheft(deps, doctor)
  expect(await codeOf(reportTheft(deps, doctor))).toBe('case.not-now')
})

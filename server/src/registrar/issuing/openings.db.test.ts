import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import type { Registrant } from '#server/access.ts'
import { days, hours, minutes } from '#server/platform/time.ts'
import { aBrowser, label, renewal, root, type TestBrowser } from '#server/testing/aBrowser.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import { epochOf, epochStart, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'
import { depositRequests } from './deposit-requests.ts'
import { requestTickets } from './issue-tickets.ts'
import { openDue } from './open-due.ts'
import { publishKeys } from './publish-keys.ts'
import { publishedManifest } from './published-manifest.ts'
import { showEntry } from './show-entry.ts'

// The clock only goes forward here, and everything happens in this order.
const { deps, moveClock, aVerifiedDoctor, newestLetter } = await aRegistrar()
const { db } = deps
const start = new Date('2026-11-24T03:00:00Z')
const epoch = epochOf(start)
const quarter = quarterOf(start)
const now = () => deps.clock.now()

interface Doctor {
  readonly doctor: Registrant
  readonly browser: TestBrowser
}
const aDoctor = async (email: string, form: Partial<ApplicationForm> = {}): Promise<Doctor> => {
  const doctor = await aVerifiedDoctor(email, form)
  await publishKeys(deps)
  return { doctor, browser: aBrowser(deps) }
}
const handIn = async ({ doctor, browser }: Doctor, withRoot = false) => {
  const asked = await browser.deposit(doctor, { withRoot })
  await depositRequests(deps, doctor, asked)
  return asked
}
const enterAlone = async ({ doctor, browser }: Doctor) =>
  requestTickets(deps, doctor, await browser.everything((await showEntry(deps, doctor)).label))
const states = async (doctors: readonly Doctor[], claim: TicketClaim) =>
  Promise.all(doctors.map(async ({ browser }) => (await browser.fetched(claim)).state))
const nothing = { root: null, renewals: [], labels: [], labelsFrom: 0 }
const toNextHour = () => moveClock(new Date((Math.floor(now().getTime() / hours) + 1) * hours))
const rowsOf = ({ doctor }: Doctor) => db.selectFrom('ticket_request').selectAll().where('person_id', '=', doctor.personId).execute()

describe('a group', () => {
  const form = (number: number) => ({ specialty: 'rheumatology', country: 'IE', number: String(450_000 + number) }) as const
  const together = { ...deps, groupMinimum: 5 }
  const waiting: Doctor[] = []

  test('enters at the full hour once enough wait, in one transaction and under one label', async () => {
    moveClock(20 * minutes)
    for (let number = 0; number < 4; number += 1) waiting.push(await aDoctor(`group${number}@example.org`, form(number)))
    for (const one of waiting) await handIn(one, true)
    const seen = await showEntry(together, waiting[0]!.doctor)
    expect(seen.group).toEqual({
      mine: true,
      size: 4,
      minimum: 5,
      next: '2026-11-24T04:00:00.000Z',
      latest: '2026-11-25T04:00:00.000Z',
    })
    toNextHour()
    await openDue(together)
    expect(new Set(await states(waiting, root))).toEqual(new Set(['waiting']))
    waiting.push(await aDoctor('group4@example.org', form(4)))
    await handIn(waiting[4]!, true)
    toNextHour()
    await openDue(together)
    expect(new Set(await states(waiting, root))).toEqual(new Set(['signed']))
    expect(new Set(await states(waiting, renewal(epoch)))).toEqual(new Set(['signed']))
    expect(new Set(await states(waiting, renewal(epoch + 1)))).toEqual(new Set(['waiting']))
    for (const { doctor, browser } of waiting) {
      expect(await showEntry(together, doctor)).toMatchObject({
        label: 'rheumatology.IE',
        crowd: 5,
        rootIssued: true,
        group: { mine: false },
      })
      for (const claim of [root, renewal(epoch), label('rheumatology.IE', quarter)])
        expect((await browser.fetched(claim)).ticket).not.toBeNull()
    }
    const ages = await sql`select distinct xmin::text from ticket_request where signature is not null`.execute(db)
    expect(ages.rows).toHaveLength(1)
    expect((await newestLetter('group0@example.org')).subject).toBe('Your group has entered Consilium')
  })

  test('enters after a day, however few it is', async () => {
    const patient = await aDoctor('patient@example.org')
    await handIn(patient, true)
    moveClock(23 * hours)
    await openDue(together)
    expect(await states([patient], root)).toEqual(['waiting'])
    moveClock(1 * hours)
    await openDue(together)
    expect(await states([patient], root)).toEqual(['signed'])
    expect((await showEntry(together, patient.doctor)).group).toMatchObject({ mine: false, size: 1 })
  })

  test('gives a doctor who takes the label later only the last rung, and the finer one when the epoch turns', async () => {
    const later = await aDoctor('later@example.org', form(9))
    expect((await showEntry(together, later.doctor)).label).toBe('rheumatology.IE')
    await depositRequests(together, later.doctor, await later.browser.deposit(later.doctor, { withRoot: true, labelsFrom: epoch + 1 }))
    moveClock(24 * hours)
    await openDue(together)
    expect(await states([later], label('rheumatology.IE', quarter))).toEqual(['waiting'])
    expect(await states([later], label('doctor.world', quarter))).toEqual(['signed'])
  })

  test('is the only way in where an instance says so', async () => {
    const eager = await aDoctor('eager@example.org')
    const strict = { ...deps, enterNow: false }
    expect((await showEntry(strict, eager.doctor)).enterNow).toBe(false)
    expect(await codeOf(requestTickets(strict, eager.doctor, await eager.browser.everything('doctor.world')))).toBe('issuing.group-only')
    expect(await rowsOf(eager)).toEqual([])
  })
})

describe('a deposit', () => {
  test('handed in again changes nothing, and no other takes its place', async () => {
    const one = await aDoctor('again@example.org')
    const asked = await handIn(one, true)
    const before = (await rowsOf(one)).length
    expect(before).toBe(1 + asked.renewals.length + asked.labels.length)
    await handIn(one, true)
    expect(await rowsOf(one)).toHaveLength(before)
    const other = await aBrowser(deps).deposit(one.doctor, { withRoot: true })
    for (const part of [{ root: other.root }, { renewals: other.renewals }, { labels: other.labels }])
      expect(await codeOf(depositRequests(deps, one.doctor, { ...nothing, ...part }))).toBe('issuing.other-request')
  })

  test('of a label is refused where the doctor could not carry it, and of a root where one was signed', async () => {
    const one = await aDoctor('foreign@example.org')
    const foreign = { code: 'rheumatology.IE', period: quarter, blinded: await one.browser.blinded(label('rheumatology.IE', quarter)) }
    expect(await codeOf(depositRequests(deps, one.doctor, { ...nothing, labels: [foreign] }))).toBe('issuing.label-changed')
    await enterAlone(one)
    const second = { ...nothing, root: await aBrowser(deps).blinded(root) }
    expect(await codeOf(depositRequests(deps, one.doctor, second))).toBe('issuing.other-request')
  })
})

describe('the turn of an epoch', () => {
  test('signs two days ahead for all in good standing, present or not, and narrows a whole crowd at once', async () => {
    const good = await aDoctor('good@example.org')
    const struck = await aDoctor('struck@example.org')
    const crowd: Doctor[] = []
    for (let number = 0; number < 5; number += 1)
      crowd.push(
        await aDoctor(`narrow${number}@example.org`, { specialty: 'dermatology', country: 'IE', number: String(460_000 + number) }),
      )
    for (const one of [good, struck, ...crowd]) {
      expect((await showEntry(deps, one.doctor)).label).not.toBe('dermatology.IE')
      await enterAlone(one)
      await handIn(one)
    }
    const rootless = await aDoctor('rootless@example.org')
    await handIn(rootless)
    await db.updateTable('person').set({ verified: false }).where('id', '=', struck.doctor.personId).execute()
    const before = await publishedManifest(deps)

    moveClock(new Date(epochStart(epoch + 1).getTime() - 2 * days - 1))
    await openDue(deps)
    expect(await states([good], renewal(epoch + 1))).toEqual(['waiting'])
    expect((await publishedManifest(deps)).crowds['dermatology.IE']).toBeUndefined()
    moveClock(1)
    await openDue(deps)
    expect(await states([good, ...crowd], renewal(epoch + 1))).toEqual(Array(6).fill('signed'))
    expect(await states([struck, rootless], renewal(epoch + 1))).toEqual(['waiting', 'waiting'])

    const after = await publishedManifest(deps)
    expect(after.crowds['dermatology.IE']).toBe(5)
    const coarse = (await rowsOf(crowd[0]!)).filter(({ kind, period, signature }) => kind === 'label' && period === quarter && signature)
    expect(coarse.map(({ rung }) => rung)).toEqual(['dermatology.IE'])
    const all = (crowds: Readonly<Record<string, number>>) => Object.values(crowds).reduce((sum, count) => sum + count, 0)
    // One more: who still waited has entered meanwhile. Nobody is counted under two labels.
    expect(all(after.crowds)).toBe(all(before.crowds) + 1)
    for (const { doctor, browser } of crowd) {
      expect((await showEntry(deps, doctor)).label).toBe('dermatology.IE')
      expect((await browser.fetched(label('dermatology.IE', quarter))).ticket).not.toBeNull()
    }
  })

  test('signs each once: the next hour changes nothing', async () => {
    const rows = () => sql`select person_id, kind, period, rung, signature, xmin::text from ticket_request order by 1, 2, 3, 4`.execute(db)
    const before = (await rows()).rows
    toNextHour()
    await openDue(deps)
    expect((await rows()).rows).toEqual(before)
  })

  test('of a quarter gives everybody the label of the new one, by the crowds as they are then', async () => {
    const firstOfQuarter = epochOf(new Date('2027-01-11T12:00:00Z'))
    expect(quarterOf(epochStart(firstOfQuarter))).toBe(quarter + 1)
    for (let turn = epoch + 2; turn <= firstOfQuarter; turn += 1) {
      moveClock(new Date(epochStart(turn).getTime() - 2 * days))
      await publishKeys(deps)
      await openDue(deps)
    }
    const { crowds } = await publishedManifest(deps)
    expect(crowds['dermatology.IE']).toBe(5)
    // The five who entered together, and the one who took the label later.
    expect(crowds['rheumatology.IE']).toBe(6)
  })

  test('brings a lapsed doctor who hands in again back at the next full hour', async () => {
    const lapsed = await aDoctor('lapsed@example.org')
    await enterAlone(lapsed)
    moveClock(40 * days + 20 * minutes)
    await publishKeys(deps)
    await handIn(lapsed)
    const running = epochOf(now())
    expect(await states([lapsed], renewal(running))).toEqual(['waiting'])
    toNextHour()
    await openDue(deps)
    expect(await states([lapsed], renewal(running))).toEqual(['signed'])
    expect(await states([lapsed], renewal(running + 1))).toEqual(['waiting'])
  })
})

describe('a doctor who moves', () => {
  test('only widens, in the next quarter and whatever the crowds', async () => {
    const mover = await aDoctor('mover@example.org', { specialty: 'dermatology', country: 'IE', number: '469999' })
    const { personId } = mover.doctor
    await db
      .updateTable('person')
      .set({ country: 'GB', may_carry: ['dermatology.world', 'doctor.europe', 'doctor.world'] })
      .where('id', '=', personId)
      .execute()
    await publishKeys(deps)
    const { rungs } = await showEntry(deps, mover.doctor)
    expect(new Set(rungs.map(({ code }) => code))).toEqual(new Set(['dermatology.world', 'doctor.europe', 'doctor.world']))
  })
})

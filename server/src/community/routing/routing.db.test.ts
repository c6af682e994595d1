import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { localHour } from '#atlas/hourZones.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import { afterComment, afterMove, afterPosting } from '../../features.ts'
import { days, hours, later, minutes } from '../../platform/time.ts'
import { closeCase, reopenCase, withdrawCase } from '../cases/change-case.ts'
import { postCase } from '../cases/post-case.ts'
import { postComment } from '../discussion/post-comment.ts'
import { changeNotificationSettings } from '../notifications/change-settings.ts'
import { defaultSettings } from '../notifications/gate.rules.ts'
import { countNotifications, listNotifications, readNotifications } from '../notifications/list-notifications.ts'
import { askForOutcomes } from '../response-clock/follow-up.ts'
import { claimAnswer, declineCase, tellOpened, widenRing } from './answer-ring.ts'
import { muteTopics, pauseRings, setRota, showMyRings, takeDuty } from './my-rings.ts'
import { refreshEveryMember, refreshMembers, takeInNewcomers, wakeMembers } from './refresh-members.ts'
import { stretchOf } from './rota.rules.ts'
import { showRing } from './show-ring.ts'
import { dueRings, widenRing as sendRing } from './widen-rings.ts'

const { deps, aDoctor, moveClock } = await aCommunity()
/** 03:00 in London, 04:00 in Madrid, 21:00 the evening before in Mexico City. */
const night = new Date('2026-11-24T03:00:00Z')
const noon = new Date('2026-11-24T15:00:00Z')

const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )

/** Doctors of one label who live by a clock, known to the router. */
const crowd = async (count: number, label: string, zone: NonNullable<typeof defaultSettings.zone>, more = {}): Promise<Member[]> => {
  const members: Member[] = []
  for (let number = 0; number < count; number += 1) {
    const member = await aDoctor(label)
    await changeNotificationSettings(deps, member, { ...defaultSettings, zone, ...more })
    members.push(member)
  }
  await refreshMembers(
    deps,
    members.map(({ accountId }) => accountId),
  )
  return members
}

const post = async (asker: Member, more = {}): Promise<string> => {
  const { id } = await postCase(deps, asker, { form: aForm({ urgency: 'hours', ...more }), draftId: null, key: randomUUID() })
  await afterPosting(deps, id, false)
  return id
}

const answer = async (member: Member, caseId: string): Promise<void> => {
  const { id } = await postComment(deps, member, caseId, { form: anAnswer(), key: randomUUID() })
  await afterComment(deps, { threadId: caseId, commentId: id, kind: 'answer', byAsker: false })
}

const askedAbout = async (caseId: string): Promise<Set<string>> =>
  new Set(
    (await deps.db.selectFrom('ring_alert').select('account_id').where('case_id', '=', caseId).execute()).map((row) => row.account_id),
  )
const toldOf = async (member: Member, caseId: string): Promise<string[]> =>
  (await listNotifications(deps, member, {})).items.filter(({ about }) => about === caseId).map(({ kind }) => kind)

/** Nobody of an earlier test can be asked, and no earlier case asks. */
const nobodyElse = async (): Promise<void> => {
  await deps.db.deleteFrom('ring_topic').execute()
  await deps.db.deleteFrom('ring_case').execute()
}

describe('a case at night', () => {
  test('posted in Madrid at four alerts Mexico City and not Seville; on call, Seville is woken for its own specialty alone', async () => {
    await nobodyElse()
    moveClock(night)
    const asker = await aDoctor('general-practice.ES')
    const seville = await crowd(6, 'pediatric-cardiology.ES', 'Europe/Madrid')
    const mexico = await crowd(6, 'pediatric-cardiology.MX', 'America/Mexico_City')
    const [onCall, ofAnotherField] = [seville[0] as Member, (await crowd(1, 'dermatology.ES', 'Europe/Madrid'))[0] as Member]
    for (const member of [onCall, ofAnotherField])
      await takeDuty(deps, member, { from: night.toISOString(), to: later(night, 5 * hours).toISOString() })
    const id = await post(asker)
    const asked = await askedAbout(id)
    expect(mexico.every(({ accountId }) => asked.has(accountId))).toBe(true)
    expect(seville.filter(({ accountId }) => asked.has(accountId)).map(({ accountId }) => accountId)).toEqual([onCall.accountId])
    expect(asked.has(ofAnotherField.accountId)).toBe(false)
    expect(await toldOf(onCall, id)).toEqual(['asked'])

    const quiet = await post(asker, { urgency: 'days', question: '¿Hay prisa?' })
    expect((await askedAbout(quiet)).has(onCall.accountId)).toBe(false)
  })
})

describe('the rota', () => {
  test('wakes those who are on it in this stretch of their own week, for urgent cases of their specialty, and nobody in a pause', async () => {
    await nobodyElse()
    // Tuesday, four in the morning in Madrid.
    moveClock(night)
    const asker = await aDoctor('general-practice.ES')
    const [now, later4, paused, other] = (await crowd(4, 'pediatric-cardiology.ES', 'Europe/Madrid')) as [Member, Member, Member, Member]
    const stretch = 7
    await setRota(deps, now, [stretch])
    await setRota(deps, later4, [stretch + 1])
    await setRota(deps, paused, [stretch])
    await pauseRings(deps, paused, later(night, 3 * hours).toISOString())
    const [ofAnotherField] = (await crowd(1, 'dermatology.ES', 'Europe/Madrid')) as [Member]
    await setRota(deps, ofAnotherField, [stretch])
    const id = await post(asker, { question: '¿A quién se despierta?' })
    expect([...(await askedAbout(id))]).toEqual([now.accountId])
    expect(await toldOf(now, id)).toEqual(['asked'])
    expect((await askedAbout(await post(asker, { urgency: 'days', question: '¿Y sin prisa?' }))).size).toBe(0)

    expect((await showMyRings(deps, other)).rota).toEqual({ zone: 'Europe/Madrid', stretches: [], covered: [stretch, stretch + 1] })
    expect((await showMyRings(deps, now)).rota).toEqual({ zone: 'Europe/Madrid', stretches: [stretch], covered: [stretch, stretch + 1] })
    await setRota(deps, now, [])
    expect((await askedAbout(await post(asker, { question: '¿Y ahora?' }))).size).toBe(0)
  })

  test('needs a specialty and a clock: without them nights cannot be told', async () => {
    expect(await refusal(setRota(deps, await aDoctor('doctor.world'), [1]))).toBe('rota.no-specialty')
    expect(await refusal(setRota(deps, await aDoctor('cardiology.ES'), [1]))).toBe('rota.no-clock')
    const [one] = (await crowd(1, 'cardiology.ES', 'Europe/Madrid')) as [Member]
    await setRota(deps, one, [3, 1])
    expect((await showMyRings(deps, one)).rota?.stretches).toEqual([1, 3])
    await changeNotificationSettings(deps, one, { ...defaultSettings, revision: 1, zone: null })
    await refreshMembers(deps, [one.accountId])
    expect(
      (await deps.db.selectFrom('ring_topic').select('rota').where('account_id', '=', one.accountId).execute()).some(({ rota }) => rota),
    ).toBe(false)
  })

  test('a rare specialty in which nobody is awake or on call falls back to generalists at once, and wakes nobody', async () => {
    await nobodyElse()
    moveClock(later(night, 28 * days))
    const asleep = await crowd(3, 'medical-genetics.ES', 'Europe/Madrid')
    const generalists = await crowd(8, 'family-medicine.MX', 'America/Mexico_City')
    const asked = await askedAbout(
      await post(await aDoctor('general-practice.ES'), {
        specialties: ['medical-genetics'],
        patient: { ageBand: '40-44', sex: null, pregnant: null },
      }),
    )
    expect(asleep.some(({ accountId }) => asked.has(accountId))).toBe(false)
    expect(generalists.some(({ accountId }) => asked.has(accountId))).toBe(true)
  })

  test('nobody is ever woken who is not on it: any clock, any hours, any rota, any instant', async () => {
    await nobodyElse()
    const zones = ['Europe/Madrid', 'America/Mexico_City', 'Australia/Sydney', 'America/Los_Angeles'] as const
    const members: { member: Member; zone: (typeof zones)[number]; wakesAt: number; restsAt: number; stretches: number[] }[] = []
    for (const [index, zone] of [...zones, ...zones, ...zones].entries()) {
      const [wakesAt, restsAt] = [5 + (index % 5), 18 + (index % 6)]
      const [member] = (await crowd(1, 'endocrinology.ES', zone, { wakesAt, restsAt, perDay: 20, perWeek: 20 })) as [Member]
      const stretches = Array.from({ length: 42 }, (_, stretch) => stretch).filter((stretch) => (stretch * 7 + index * 5) % 6 === 0)
      if (index % 3 !== 0) await setRota(deps, member, stretches)
      members.push({ member, zone, wakesAt, restsAt, stretches: index % 3 === 0 ? [] : stretches })
    }
    const asker = await aDoctor('general-practice.ES')
    let woken = 0
    for (let step = 0; step < 14; step += 1) {
      moveClock(later(new Date('2026-06-01T00:10:00Z'), step * 53 * hours))
      await refreshEveryMember(deps)
      const id = await post(asker, { specialties: ['endocrinology'], question: `Pregunta ${'abcdefghijklmn'[step]}?` })
      const asked = await askedAbout(id)
      for (const { member, zone, wakesAt, restsAt, stretches } of members) {
        const hour = localHour(zone, deps.clock.now())
        const rests = hour < wakesAt || hour >= restsAt
        const onCall = stretches.includes(stretchOf(zone, deps.clock.now()))
        if (rests && !onCall) expect(asked.has(member.accountId)).toBe(false)
        if (rests && onCall && asked.has(member.accountId)) woken += 1
      }
    }
    expect(woken).toBeGreaterThan(0)
  })
})

describe('a ring', () => {
  test('asks nobody twice and never the author, however many workers send it at once', async () => {
    await nobodyElse()
    moveClock(noon)
    const doctors = await crowd(30, 'pediatric-cardiology.GB', 'Europe/London')
    const asker = doctors[0] as Member
    const { id } = await postCase(deps, asker, { form: aForm({ urgency: 'minutes' }), draftId: null, key: randomUUID() })
    await Promise.all(Array.from({ length: 4 }, () => afterPosting(deps, id, false)))
    for (let ring = 0; ring < 9; ring += 1) {
      moveClock(20 * minutes)
      await Promise.all(Array.from({ length: 3 }, () => dueRings(deps, deps.clock.now())))
    }
    const alerts = await deps.db.selectFrom('ring_alert').select(['account_id', 'ring']).where('case_id', '=', id).execute()
    expect(new Set(alerts.map((row) => row.account_id)).size).toBe(alerts.length)
    expect(alerts.map((row) => row.account_id)).not.toContain(asker.accountId)
    expect(alerts.length).toBe(29)
    for (const { accountId } of doctors.slice(1)) {
      const made = await deps.db
        .selectFrom('notification')
        .select('id')
        .where('account_id', '=', accountId)
        .where('about', '=', id)
        .execute()
      expect(made).toHaveLength(1)
    }
  })

  test('cut off in the middle has not happened: the next worker sends it whole', async () => {
    await nobodyElse()
    moveClock(later(noon, 30 * days))
    const doctors = await crowd(8, 'neurology.GB', 'Europe/London')
    const asker = await aDoctor('general-practice.GB')
    const { id } = await postCase(deps, asker, {
      form: aForm({ specialties: ['neurology'], urgency: 'hours' }),
      draftId: null,
      key: randomUUID(),
    })
    let ids = 0
    const dying = {
      ...deps,
      ids: {
        ...deps.ids,
        random: () =>
          ++ids > 3
            ? (() => {
                throw new Error('killed')
              })()
            : deps.ids.random(),
      },
    }
    await expect(afterPosting(dying, id, false)).rejects.toThrow('killed')
    expect((await askedAbout(id)).size).toBe(0)
    await dueRings(deps, deps.clock.now())
    expect((await askedAbout(id)).size).toBe(doctors.length)
    const notified = await deps.db.selectFrom('notification').select('account_id').where('about', '=', id).execute()
    expect(notified).toHaveLength(doctors.length)
  })

  test('asks nobody beyond their budget; with a token back they are asked again', async () => {
    await nobodyElse()
    moveClock(later(noon, 60 * days))
    const [one] = (await crowd(1, 'rheumatology.GB', 'Europe/London', { perDay: 2, perWeek: 3 })) as [Member]
    const asker = await aDoctor('general-practice.GB')
    const times = async () =>
      (await deps.db.selectFrom('ring_alert').select('case_id').where('account_id', '=', one.accountId).execute()).length
    for (let number = 0; number < 4; number += 1) await post(asker, { specialties: ['rheumatology'], question: `Question ${number}?` })
    expect(await times()).toBe(2)
    moveClock(25 * hours)
    await wakeMembers(deps, deps.clock.now())
    for (let number = 4; number < 7; number += 1) await post(asker, { specialties: ['rheumatology'], question: `Question ${number}?` })
    expect(await times()).toBe(3)
    moveClock(25 * hours)
    await wakeMembers(deps, deps.clock.now())
    await post(asker, { specialties: ['rheumatology'], question: 'Question 8?' })
    expect(await times()).toBe(3)
  })

  test('widens to generalists from the second on, and stops at five answers, one of them a specialist’s', async () => {
    await nobodyElse()
    moveClock(later(noon, 90 * days))
    const specialists = await crowd(3, 'nephrology.GB', 'Europe/London')
    const generalists = await crowd(6, 'family-medicine.GB', 'Europe/London')
    const asker = await aDoctor('general-practice.GB')
    const id = await post(asker, { specialties: ['nephrology'] })
    const first = await askedAbout(id)
    expect(specialists.every(({ accountId }) => first.has(accountId))).toBe(true)
    moveClock(11 * minutes)
    await dueRings(deps, deps.clock.now())
    expect((await askedAbout(id)).size).toBeGreaterThan(first.size)
    for (const member of generalists.slice(0, 5)) await answer(member, id)
    expect((await showRing(deps, asker, id)).asker?.state).toBe('alerting')
    await answer(specialists[0] as Member, id)
    expect((await showRing(deps, asker, id)).asker).toMatchObject({ state: 'answered', widensAt: null })
    moveClock(2 * hours)
    const before = (await askedAbout(id)).size
    await dueRings(deps, deps.clock.now())
    expect((await askedAbout(id)).size).toBe(before)
  })

  test('of a case for its specialties asks only those who may read it', async () => {
    await nobodyElse()
    moveClock(later(noon, 120 * days))
    const fitting = await crowd(2, 'hematology.GB', 'Europe/London')
    const strangers = await crowd(2, 'medical-oncology.GB', 'Europe/London')
    const id = await post(await aDoctor('general-practice.GB'), { specialties: ['hematology'], audience: 'specialties' })
    const asked = await askedAbout(id)
    expect(fitting.every(({ accountId }) => asked.has(accountId))).toBe(true)
    expect(strangers.some(({ accountId }) => asked.has(accountId))).toBe(false)
  })
})

describe('what the asker sees', () => {
  test('is counts, never who, and none below five', async () => {
    await nobodyElse()
    moveClock(later(noon, 150 * days))
    const few = await crowd(3, 'urology.GB', 'Europe/London')
    const asker = await aDoctor('general-practice.GB')
    const id = await post(asker, { specialties: ['urology'] })
    await tellOpened(deps, few[0] as Member, id)
    expect((await showRing(deps, asker, id)).asker).toMatchObject({
      state: 'alerting',
      alerted: null,
      opened: null,
      groups: [{ specialty: 'urology', alerted: null }],
    })
    await crowd(9, 'urology.GB', 'Europe/London')
    const other = await post(asker, { specialties: ['urology'], question: '¿Y este?' })
    await tellOpened(deps, few[1] as Member, other)
    const shown = await showRing(deps, asker, other)
    expect(shown.asker).toMatchObject({ alerted: 12, opened: 1, groups: [{ specialty: 'urology', alerted: 12 }] })
    const everything = JSON.stringify([shown, await showRing(deps, few[0] as Member, other), await listNotifications(deps, asker, {})])
    for (const { accountId } of [...few, asker]) expect(everything).not.toContain(accountId)
  })

  test('a colleague who says they will answer is counted; others see that somebody is at it', async () => {
    await nobodyElse()
    moveClock(later(noon, 180 * days))
    const [one, other] = (await crowd(2, 'psychiatry.GB', 'Europe/London')) as [Member, Member]
    const asker = await aDoctor('general-practice.GB')
    const id = await post(asker, { specialties: ['psychiatry'] })
    expect((await claimAnswer(deps, one, id)).mine?.claimedUntil).toBe(later(deps.clock.now(), 30 * minutes).toISOString())
    expect((await showRing(deps, other, id)).answering).toBe(1)
    expect((await showRing(deps, asker, id)).answering).toBe(1)
    expect((await showRing(deps, one, id)).answering).toBe(0)
    expect(await refusal(claimAnswer(deps, asker, id))).toBe('ring.own-case')
    await answer(one, id)
    expect((await showRing(deps, asker, id)).answering).toBe(0)
    moveClock(later(noon, 181 * days))
  })

  test('“ask a nephrologist” reaches them at once: by the asker or by who has part in the case, not by a passer-by, and three times at most', async () => {
    await nobodyElse()
    moveClock(later(noon, 210 * days))
    const [urologist] = (await crowd(1, 'urology.GB', 'Europe/London')) as [Member]
    const nephrologists = await crowd(2, 'nephrology.GB', 'Europe/London')
    const asker = await aDoctor('general-practice.GB')
    const passerBy = await aDoctor('dermatology.GB')
    const id = await post(asker, { specialties: ['urology'] })
    await deps.db
      .deleteFrom('ring_alert')
      .where('case_id', '=', id)
      .where(
        'account_id',
        'in',
        nephrologists.map(({ accountId }) => accountId),
      )
      .execute()
    expect(await refusal(widenRing(deps, passerBy, id, 'nephrology'))).toBe('case.not-yours')
    expect(await refusal(widenRing(deps, urologist, id, null))).toBe('case.not-yours')
    expect((await widenRing(deps, urologist, id, 'hepatology')).mine?.asked).toBe(true)
    for (const more of ['dermatology', 'neurology']) await widenRing(deps, asker, id, more)
    expect(await refusal(widenRing(deps, asker, id, 'radiology'))).toBe('ring.too-many-added')
    await withdrawCase({ ...deps }, asker, id)
    await afterMove(deps, id, 'withdrawn')
    expect(await refusal(widenRing(deps, asker, id, null))).toBe('ring.not-running')
  })
})

describe('what a member may say', () => {
  test('not for me, and nothing of that field again; paused; muted; typed interests beside the label', async () => {
    await nobodyElse()
    moveClock(later(noon, 240 * days))
    const [one] = (await crowd(1, 'geriatrics.GB', 'Europe/London')) as [Member]
    const asker = await aDoctor('general-practice.GB')
    const id = await post(asker, { specialties: ['geriatrics'] })
    expect((await declineCase(deps, one, id, { why: 'not-my-field', mute: true })).mine).toMatchObject({ declined: 'not-my-field' })
    expect((await showMyRings(deps, one)).topics).toEqual([])
    await muteTopics(deps, one, [])
    expect((await showMyRings(deps, one)).topics).toEqual([{ specialty: 'geriatrics', attested: true }])
    const until = later(deps.clock.now(), 3 * hours)
    expect((await pauseRings(deps, one, until.toISOString())).pausedUntil).toBe(until.toISOString())
    const paused = await post(asker, { specialties: ['geriatrics'], question: '¿Otro?' })
    expect((await askedAbout(paused)).size).toBe(0)
    moveClock(4 * hours)
    await wakeMembers(deps, deps.clock.now())
    await sendRing(deps, paused)
    await dueRings(deps, deps.clock.now())
    expect((await askedAbout(paused)).has(one.accountId)).toBe(true)
    expect(
      await refusal(takeDuty(deps, one, { from: deps.clock.now().toISOString(), to: later(deps.clock.now(), 25 * hours).toISOString() })),
    ).toBe('duty.too-long')
  })

  test('newcomers are taken in by themselves; a night passes over everybody', async () => {
    const curious = await aDoctor('dermatology.ES', { interests: ['pediatric-dermatology'] })
    const coarse = await aDoctor('doctor.world')
    await takeInNewcomers(deps)
    expect((await showMyRings(deps, curious)).topics).toEqual([
      { specialty: 'dermatology', attested: true },
      { specialty: 'pediatric-dermatology', attested: false },
    ])
    await refreshEveryMember(deps)
    expect((await showMyRings(deps, coarse)).topics).toEqual([])
  })
})

describe('what is told', () => {
  test('an answer at once, the outcome to everybody who took part, the reminder to the asker three times and no more', async () => {
    await nobodyElse()
    moveClock(later(night, 300 * days))
    const asker = await aDoctor('general-practice.ES')
    const cardiologist = await aDoctor('cardiology.ES')
    const id = await post(asker)
    await answer(cardiologist, id)
    await answer(cardiologist, id)
    expect((await listNotifications(deps, asker, {})).items).toMatchObject([{ kind: 'answer', about: id, times: 2, read: false }])
    expect(await countNotifications(deps, asker)).toEqual({ unread: 1 })
    expect(await readNotifications(deps, asker, id)).toEqual({ unread: 0 })

    for (const day of [1, 7, 21, 30]) {
      moveClock(later(night, (300 + day) * days + 60_000))
      await askForOutcomes(deps, deps.clock.now())
      await askForOutcomes(deps, deps.clock.now())
    }
    expect((await toldOf(asker, id)).filter((kind) => kind === 'outcome-wanted')).toHaveLength(1)
    const wanted = await deps.db
      .selectFrom('notification')
      .select('id')
      .where('about', '=', id)
      .where('kind', '=', 'outcome-wanted')
      .execute()
    expect(wanted).toHaveLength(3)

    const outcome = { finalDiagnosis: 'x', confirmedBy: 'other' as const, course: '', learningPoint: '', helped: [] }
    await closeCase(deps, asker, id, { language: 'es', outcome })
    await afterMove(deps, id, 'resolved')
    await afterMove(deps, id, 'resolved')
    expect(await toldOf(cardiologist, id)).toEqual(['outcome'])
    expect((await showRing(deps, asker, id)).asker?.state).toBe('closed')
    await reopenCase(deps, asker, id)
    await afterMove(deps, id, 'open')
    expect((await showRing(deps, asker, id)).asker?.state).toBe('alerting')
  })

  test('the author of a comment hears of a reply, and nobody of their own words', async () => {
    const asker = await aDoctor('general-practice.ES')
    const [one, other] = [await aDoctor('cardiology.ES'), await aDoctor('cardiology.GB')]
    const id = await post(asker)
    const first = await postComment(deps, one, id, { form: anAnswer(), key: randomUUID() })
    const reply = await postComment(deps, other, id, { form: anAnswer({ kind: 'comment', parentId: first.id }), key: randomUUID() })
    for (let told = 0; told < 2; told += 1) await afterComment(deps, { threadId: id, commentId: reply.id, kind: 'comment', byAsker: false })
    expect(await toldOf(one, id)).toEqual(['reply'])
    expect(await toldOf(other, id)).toEqual([])
    expect(await toldOf(asker, id)).toEqual(['comment'])
  })

  test('settings changed on an old state are refused with the current ones; a day cannot hold more than its week', async () => {
    const member = await aDoctor()
    await changeNotificationSettings(deps, member, { ...defaultSettings, perDay: 1 })
    expect(await refusal(changeNotificationSettings(deps, member, { ...defaultSettings, perDay: 3 }))).toBe('notifications.revision-stale')
    expect(await refusal(changeNotificationSettings(deps, member, { ...defaultSettings, revision: 1, perDay: 6, perWeek: 5 }))).toBe(
      'notifications.hours-refused',
    )
  })
})

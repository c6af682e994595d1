import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import type { Member } from '../../access.ts'
import { afterPosting, communityRoutes } from '../../features.ts'
import { buildHalfApp } from '../../halfApp.ts'
import { openDatabase } from '../../platform/database.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { hours, later } from '../../platform/time.ts'
import { memberOf } from '../accounts/memberOf.ts'
import { cookieName, startSession } from '../accounts/sessions.ts'
import { refreshMembers } from './refresh-members.ts'
import { dueRings } from './widen-rings.ts'

// A night through the doors a browser uses, and two workers of which one dies: what a page shows is e2e/night.spec.ts.

const { deps, url, aDoctor, moveClock } = await aCommunity()
/** Tuesday: 04:00 in Madrid, 21:00 the evening before in Mexico City. */
const night = new Date('2026-11-24T03:00:00Z')
let app: FastifyInstance
beforeAll(async () => {
  app = await buildHalfApp({
    half: 'community',
    origin: deps.origin,
    log: deps.log,
    routes: communityRoutes(deps),
    binding: { callerOf: memberOf(deps), readOnly: () => false, defaultLimit: 10_000 },
    webFolder: null,
    trustProxy: false,
    pageData: async () => ({}),
  })
})
afterAll(() => app.close())

/** Calls as a member would. */
const as = async (member: Member) => {
  const cookie = `${cookieName}=${await startSession(deps, member.accountId, null)}`
  return async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const reply = await app.inject({
      method,
      url: `/api/community${path}`,
      headers: { cookie, 'idempotency-key': randomUUID() },
      ...(payload ? { payload } : {}),
    })
    if (reply.statusCode >= 300) throw new Error(`${method} ${path}: ${reply.statusCode} ${reply.body}`)
    return reply.json()
  }
}

const livesIn = async (call: Awaited<ReturnType<typeof as>>, zone: string): Promise<void> => {
  await call('PUT', '/notifications/settings', { ...(await call('GET', '/notifications/settings')), zone })
}

test('at four in the morning in Madrid a case alerts Mexico City and not Seville, until Seville says it is on call', async () => {
  moveClock(night)
  const [asker, seville, mexico] = [
    await aDoctor('general-practice.ES', { language: 'es' }),
    await aDoctor('pediatric-cardiology.ES', { language: 'es' }),
    await aDoctor('pediatric-cardiology.MX', { language: 'es' }),
  ]
  const [asking, inSeville, inMexico] = [await as(asker), await as(seville), await as(mexico)]
  await livesIn(inSeville, 'Europe/Madrid')
  await livesIn(inMexico, 'America/Mexico_City')
  const posted = async (question: string): Promise<string> => {
    const { id } = await asking('POST', '/cases', { form: aForm({ urgency: 'hours', question }), draftId: null })
    await afterPosting(deps, id, false)
    return id
  }
  const told = async (call: typeof asking, id: string): Promise<string[]> =>
    ((await call('GET', '/notifications')).items as { kind: string; about: string }[])
      .filter(({ about }) => about === id)
      .map(({ kind }) => kind)

  const first = await posted('¿Qué es esto, a las cuatro de la mañana?')
  expect(await told(inMexico, first)).toEqual(['asked'])
  expect(await told(inSeville, first)).toEqual([])
  expect((await inSeville('GET', '/notifications/unread')).unread).toBe(0)
  expect((await inSeville('GET', `/cases/${first}/ring`)).mine.asked).toBe(false)
  expect((await asking('GET', `/cases/${first}/ring`)).asker).toMatchObject({ state: 'alerting', alerted: null })

  const rings = await inSeville('PUT', '/rings/rota', { stretches: [7] })
  expect(rings.rota).toEqual({ zone: 'Europe/Madrid', stretches: [7], covered: [] })
  const second = await posted('¿Y ahora, quién está de guardia?')
  expect(await told(inSeville, second)).toEqual(['asked'])

  moveClock(later(night, 6 * hours))
  await refreshMembers(deps, [seville.accountId, mexico.accountId])
  const third = await posted('¿Y de día, a quién se pregunta?')
  expect(await told(inSeville, third)).toEqual(['asked'])
  expect(await told(inMexico, third)).toEqual([])
})

test('of two workers one is killed in the middle of a ring: the other sends it whole, and nobody is alerted twice', async () => {
  await deps.db.deleteFrom('ring_topic').execute()
  await deps.db.deleteFrom('ring_case').execute()
  moveClock(later(night, 15 * hours))
  const doctors: Member[] = []
  for (let number = 0; number < 12; number += 1) {
    const doctor = await aDoctor('neurology.GB')
    await livesIn(await as(doctor), 'Europe/London')
    doctors.push(doctor)
  }
  const asking = await as(await aDoctor('general-practice.GB'))
  const { id } = await asking('POST', '/cases', { form: aForm({ urgency: 'hours', specialties: ['neurology'] }), draftId: null })

  const [dying, other] = [openDatabase<DB>(url, { max: 1, log: () => {} }), openDatabase<DB>(url, { max: 1, log: () => {} })]
  try {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(dying.db)
    let made = 0
    let killed: Promise<unknown> = Promise.resolve()
    const ids = {
      ...deps.ids,
      random: () => {
        // Half the ring is worked out: its server process is gone before anything of it is written down.
        if (++made === 6) killed = sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(deps.db)
        return deps.ids.random()
      },
    }
    const cut = afterPosting({ ...deps, db: dying.db, ids }, id, false).then(
      () => 'sent',
      () => 'cut off',
    )
    await Promise.all([cut, dueRings({ ...deps, db: other.db }, deps.clock.now())])
    await killed
    const alerted = () => deps.db.selectFrom('ring_alert').select('account_id').where('case_id', '=', id).execute()
    const before = (await alerted()).length
    expect([0, doctors.length]).toContain(before)
    await Promise.all([dueRings({ ...deps, db: other.db }, deps.clock.now()), dueRings(deps, deps.clock.now())])
    expect((await alerted()).length).toBe(doctors.length)
    const notified = await deps.db.selectFrom('notification').select('account_id').where('about', '=', id).execute()
    expect(notified).toHaveLength(doctors.length)
    expect(new Set(notified.map((row) => row.account_id)).size).toBe(doctors.length)
    const budgets = await deps.db
      .selectFrom('alert_budget')
      .select('spent_at')
      .where(
        'account_id',
        'in',
        doctors.map(({ accountId }) => accountId),
      )
      .execute()
    expect(budgets.every(({ spent_at }) => spent_at.length === 1)).toBe(true)
  } finally {
    await dying.close().catch(() => {})
    await other.close()
  }
})

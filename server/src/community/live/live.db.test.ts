import { get, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Member } from '#server/access.ts'
import { communityRoutes } from '#server/features.ts'
import { openFrontDoor } from '#server/frontDoor.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { announce, changedChannel } from '#server/platform/announce.ts'
import { openSignals } from '#server/platform/signals.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { memberOf } from '../accounts/memberOf.ts'
import { cookieName, endSession, sessionEnded, startSession } from '../accounts/sessions.ts'
import { closeCase, withdrawCase } from '../cases/change-case.ts'
import { postCase } from '../cases/post-case.ts'
import { RecentViews, tellViewed } from '../cases/tell-viewed.ts'
import type { Deps } from '../deps.ts'
import { postComment } from '../discussion/post-comment.ts'
import { tellOfComment } from '../discussion/tell-of-comment.ts'
import { readNotifications } from '../notifications/list-notifications.ts'
import { claimAnswer, declineCase, dropClaim, tellOpened } from '../routing/answer-ring.ts'
import { beginRings } from '../routing/widen-rings.ts'
import { mergedFor } from './openWatch.ts'

const { deps, url, aDoctor } = await aCommunity()

/** A process of its own on the one database, serving over HTTP. */
const aProcess = async () => {
  const signals = openSignals(url, deps.log)
  const own: Deps = { ...deps, signals }
  const app = await buildHalfApp({
    half: 'community',
    origin: deps.origin,
    routes: communityRoutes(own),
    binding: { callerOf: memberOf(own), readOnly: () => false, defaultLimit: 10_000 },
    log: deps.log,
    webFolder: null,
    trustProxy: false,
    pageData: async () => ({}),
  })
  const server: Server = await openFrontDoor([{ half: 'community', origin: deps.origin, app }])
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await Promise.all([closed, app.close()])
    await signals.close()
  }
  const heard = new Set<string | null>()
  signals.hear(changedChannel, (word) => heard.add(word))
  /** Whatever was announced before has been heard on this process and told to whoever was there. */
  const caughtUp = async () => {
    const id = crypto.randomUUID()
    // Said again until it is heard: a process that has just begun does not listen yet.
    await expect
      .poll(async () => {
        await announce(deps.db, [{ what: 'told', id }])
        return heard.has(`told ${id}`)
      })
      .toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 1.2 * mergedFor))
  }
  return { deps: own, port: (server.address() as AddressInfo).port, close, caughtUp }
}

const here = await aProcess()
const there = await aProcess()
afterAll(() => Promise.all([here.close(), there.close()]))

/** Listens as a browser does: what its line has said so far, and whether it is over. */
const listen = async (
  process: { port: number; caughtUp: () => Promise<void> },
  member: Member,
  { watching, lists = false }: { watching?: string; lists?: boolean } = {},
  token?: string,
) => {
  const session = token ?? (await startSession(deps, member.accountId, null))
  await process.caughtUp()
  const said: string[] = []
  const state = { over: false, status: 0, headers: {} as IncomingHttpHeaders }
  const query = new URLSearchParams({ ...(watching && { case: watching }), ...(lists && { lists: 'true' }) })
  const request = get({
    port: process.port,
    host: '127.0.0.1',
    path: `/api/community/live?${query}`,
    headers: { host: new URL(deps.origin).host, cookie: `${cookieName}=${session}`, 'accept-encoding': 'gzip, br' },
  })
  await new Promise<void>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      state.status = response.statusCode ?? 0
      state.headers = response.headers
      let rest = ''
      response.on('data', (chunk: Buffer) => {
        rest += chunk
        const whole = rest.split('\n\n')
        rest = whole.pop() ?? ''
        for (const block of whole) {
          const event = /^event: (.*)$/m.exec(block)?.[1]
          const { what } = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') as { what?: string }
          // Beats come whenever they come.
          if (event === 'beat') continue
          if (event) said.push(what ? `${event} ${what}` : event)
          else if (block.startsWith('retry')) said.push('retry')
        }
      })
      response.on('close', () => {
        state.over = true
      })
      resolve()
    })
  })
  if (state.status === 200) await expect.poll(() => said).toContain('ready')
  return { said, state, session, hangUp: () => request.destroy() }
}

/** Nothing more comes: what was told before has arrived when a later word has. */
const quiet = async (line: { said: string[] }, member: Member, during: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = line.said.length
  await during()
  await tell(member)
  await expect.poll(() => line.said.slice(before)).toContain('changed told')
  return line.said.slice(before).filter((word) => word !== 'changed told')
}

/** Something that concerns this member's own list: an answer in a case of theirs. */
const tell = async (member: Member): Promise<void> => {
  const caseId = await aCaseOf(member)
  const { id } = await postComment(deps, await aDoctor('cardiology.GB'), caseId, { form: anAnswer(), key: crypto.randomUUID() })
  await tellOfComment(deps, id)
}

const aCaseOf = async (asker: Member, more: Parameters<typeof aForm>[0] = {}): Promise<string> =>
  (await postCase(deps, asker, { form: aForm(more), draftId: null, key: crypto.randomUUID() })).id

const answer = (member: Member, caseId: string) => postComment(deps, member, caseId, { form: anAnswer(), key: crypto.randomUUID() })

describe('what changes on any process', () => {
  test('is told on every process to those who have it on screen, and to nobody else', async () => {
    const asker = await aDoctor()
    const caseId = await aCaseOf(asker)
    const reader = await aDoctor('cardiology.GB')
    const lines = [
      await listen(here, reader, { watching: caseId }),
      await listen(there, await aDoctor('neurology.ES'), { watching: caseId }),
      await listen(there, asker, { watching: caseId }),
    ]
    const elsewhere = await listen(there, reader, { watching: await aCaseOf(asker) })
    await answer(await aDoctor('pediatric-cardiology.GB'), caseId)
    for (const { said } of lines) await expect.poll(() => said).toContain('changed case')
    expect(await quiet(elsewhere, reader, async () => {})).toEqual([])
  })

  test('a new case, and one that has found its end, is told to whoever has lists on screen', async () => {
    const reader = await aDoctor('cardiology.GB')
    const line = await listen(there, reader, { lists: true })
    const asker = await aDoctor()
    const caseId = await aCaseOf(asker)
    await expect.poll(() => line.said).toContain('changed lists')
    line.said.length = 0
    await answer(await aDoctor('cardiology.GB'), caseId)
    await withdrawCase(deps, asker, caseId)
    await expect.poll(() => line.said).toContain('changed lists')
    expect(line.said).not.toContain('changed case')
  })

  test('claims, rings and an answer for the asker come by themselves', async () => {
    const asker = await aDoctor()
    const caseId = await aCaseOf(asker)
    const line = await listen(there, asker, { watching: caseId })
    const colleague = await aDoctor('pediatric-cardiology.GB')
    for (const step of [
      () => beginRings(deps, caseId),
      () => claimAnswer(deps, colleague, caseId),
      () => dropClaim(deps, colleague, caseId),
    ]) {
      line.said.length = 0
      await step()
      await expect.poll(() => line.said).toContain('changed case')
    }
    const { id } = await answer(colleague, caseId)
    await tellOfComment(deps, id)
    await expect.poll(() => line.said).toContain('changed told')
    line.said.length = 0
    await readNotifications(deps, asker, caseId)
    await expect.poll(() => line.said).toContain('changed told')
  })

  test('many changes at once are few words', async () => {
    const asker = await aDoctor()
    const caseId = await aCaseOf(asker)
    const line = await listen(here, asker, { watching: caseId })
    const colleague = await aDoctor('pediatric-cardiology.GB')
    for (let time = 0; time < 20; time += 1) await answer(colleague, caseId)
    await expect.poll(() => line.said).toContain('changed case')
    expect(line.said.filter((word) => word === 'changed case').length).toBeLessThan(20)
  })
})

describe('who may not', () => {
  test('nobody without a session listens, and a reader who may not see a case hears nothing of it', async () => {
    const nobody = await listen(here, await aDoctor(), {}, 'A'.repeat(43))
    expect(nobody.state.status).toBe(401)
    const asker = await aDoctor('cardiology.MX')
    const outsider = await aDoctor('dermatology.ES')
    const caseId = await aCaseOf(asker, { audience: 'specialties', specialties: ['cardiology'] })
    const line = await listen(there, outsider, { watching: caseId, lists: true })
    const insider = await listen(there, await aDoctor('cardiology.GB'), { watching: caseId, lists: true })
    const heard = await quiet(line, outsider, async () => {
      await answer(await aDoctor('cardiology.GB'), caseId)
      await closeCase(deps, asker, caseId, { language: 'es', outcome: anOutcome })
      await expect.poll(() => insider.said).toEqual(expect.arrayContaining(['changed case', 'changed lists']))
    })
    // Of the case that tells the line apart from silence there is a word in the lists, of the other none.
    expect(heard.filter((word) => word === 'changed case')).toEqual([])
    expect(heard.filter((word) => word === 'changed lists').length).toBeLessThanOrEqual(1)
  })

  test('who may not see a case any more hears that once, and of what follows nothing', async () => {
    const asker = await aDoctor()
    const reader = await aDoctor('cardiology.GB')
    const caseId = await aCaseOf(asker)
    const line = await listen(here, reader, { watching: caseId })
    await deps.db.updateTable('thread').set({ state: 'hidden' }).where('id', '=', caseId).execute()
    await announce(deps.db, [{ what: 'thread', id: caseId }])
    await expect.poll(() => line.said).toContain('changed case')
    expect(await quiet(line, reader, () => announce(deps.db, [{ what: 'thread', id: caseId }]))).toEqual([])
  })

  test('opening, viewing and saying no tell nobody that somebody is there', async () => {
    const asker = await aDoctor()
    const caseId = await aCaseOf(asker)
    const colleague = await aDoctor('pediatric-cardiology.GB')
    const line = await listen(there, asker, { watching: caseId })
    const heard = await quiet(line, asker, async () => {
      await tellViewed(deps, new RecentViews(), colleague, caseId)
      await tellOpened(deps, colleague, caseId)
      await declineCase(deps, colleague, caseId, { why: 'no-time', mute: false })
      const other = await listen(here, colleague, { watching: caseId })
      other.hangUp()
    })
    expect(heard).toEqual([])
  })

  test('what travels between the processes names a thread or whoever is told, never who did it', async () => {
    const words: (string | null)[] = []
    const listener = openSignals(url, deps.log)
    listener.hear(changedChannel, (word) => words.push(word))
    await expect.poll(() => words).toEqual([null])
    const asker = await aDoctor()
    const author = await aDoctor('cardiology.GB')
    const caseId = await aCaseOf(asker)
    const { id } = await answer(author, caseId)
    await beginRings(deps, caseId)
    await claimAnswer(deps, author, caseId)
    await tellOfComment(deps, id)
    await expect.poll(() => words).toContain(`told ${asker.accountId}`)
    expect(new Set(words.slice(1))).toEqual(new Set([`thread ${caseId}`, `lists ${caseId}`, `told ${asker.accountId}`]))
    expect(words.join()).not.toContain(author.accountId)
    await listener.close()
  })

  test('what is not committed is not told', async () => {
    const asker = await aDoctor()
    const caseId = await aCaseOf(asker)
    const line = await listen(there, asker, { watching: caseId })
    const heard = await quiet(line, asker, () =>
      deps.db
        .transaction()
        .execute(async (trx) => {
          await announce(trx, [{ what: 'thread', id: caseId }])
          throw new Error('rolled back')
        })
        .catch(() => {}),
    )
    expect(heard).toEqual([])
  })
})

describe('a line', () => {
  test('is sent as it is said, with the headers of every reply', async () => {
    const { state } = await listen(here, await aDoctor())
    expect(state.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'referrer-policy': 'no-referrer',
    })
    expect(state.headers['content-encoding']).toBeUndefined()
  })

  test('says that everything may be old when words may have been missed', async () => {
    const line = await listen(there, await aDoctor())
    expect(line.said).toEqual(['ready'])
    await deps.db.executeQuery(breakListening.compile(deps.db))
    await expect.poll(() => line.said, { timeout: 5_000 }).toEqual(['ready', 'ready'])
  })

  test('is over on every process when its session is, and only then', async () => {
    const member = await aDoctor()
    const [mine, other] = [await listen(here, member), await listen(there, member)]
    const signedOut = await listen(there, member)
    await endSession(deps, signedOut.session)
    await expect.poll(() => signedOut.state.over).toBe(true)
    expect(signedOut.said).toEqual(['ready', 'over'])
    await deps.db.updateTable('account').set({ banned: true }).where('id', '=', member.accountId).execute()
    await deps.signals.tell(sessionEnded)
    for (const { said, state } of [mine, other]) {
      await expect.poll(() => state.over).toBe(true)
      expect(said).toEqual(['ready', 'over'])
    }
  })

  test('of one member too many takes the place of the oldest', async () => {
    const member = await aDoctor()
    const lines: Awaited<ReturnType<typeof listen>>[] = []
    for (let count = 0; count < 9; count += 1) lines.push(await listen(here, member))
    await expect.poll(() => lines[0]?.state.over).toBe(true)
    expect(lines[0]?.said).toEqual(['ready', 'replaced'])
    expect(lines.slice(1).some(({ state }) => state.over)).toBe(false)
  })

  test('holds up no server that stops: it is sent away, and told when to come back', async () => {
    const process = await aProcess()
    const line = await listen(process, await aDoctor())
    await process.close()
    await expect.poll(() => line.state.over).toBe(true)
    expect(line.said).toEqual(['ready', 'retry'])
  })
})

const breakListening = sql`
  select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'consilium-signals' and datname = current_database()
`

const anOutcome: Parameters<typeof closeCase>[3]['outcome'] = {
  finalDiagnosis: 'Bronquitis plástica',
  confirmedBy: 'imaging',
  course: '',
  learningPoint: '',
  helped: [],
}

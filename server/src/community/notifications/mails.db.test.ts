import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { aMailServer } from '#server/testing/aMailServer.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import type { Member } from '../../access.ts'
import { afterComment, afterPosting, communityRoutes } from '../../features.ts'
import { buildHalfApp } from '../../halfApp.ts'
import { smtpMailer } from '../../platform/mail.ts'
import { days, hours, minutes } from '../../platform/time.ts'
import { postCase } from '../cases/post-case.ts'
import { postComment } from '../discussion/post-comment.ts'
import { changeNotificationSettings } from './change-settings.ts'
import { defaultSettings } from './gate.rules.ts'
import { listNotifications, readNotifications } from './list-notifications.ts'
import { confirmMailAddress, dropMailAddress, giveMailAddress, listDemoLetters, showMailAddress, stopMail } from './mail-address.ts'
import { dueMails, forgetMails, sendMail, sendWaitingMails } from './send-mails.ts'
import { readStopToken, stopTokenFor } from './stopToken.ts'

const { deps: unmailed, aDoctor, moveClock } = await aCommunity()
const server = await aMailServer()
const deps = { ...unmailed, mail: smtpMailer({ url: server.url, from: 'Consilium <no-reply@consilium.example>' }) }

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )

/** Does what the queue would do: every letter that waits, one after the other; answers how many were not taken. */
const deliver = async (): Promise<number> => {
  let failed = 0
  for (const { key } of await deps.db.selectFrom('mail').select('key').where('state', '=', 'waiting').orderBy('key').execute())
    await sendMail(deps, key).catch(() => {
      failed += 1
    })
  return failed
}

const lettersTo = (address: string) => server.received.filter(({ to }) => to === address)
/** A body as it reads: quoted-printable undone. */
const words = (body: string): string =>
  Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
const codeTo = (address: string): string => /\r\n(\d{6})\r\n/.exec(words(lettersTo(address).at(-1)?.body ?? ''))?.[1] ?? ''

const withAddress = async (member: Member, address: string): Promise<Member> => {
  await giveMailAddress(deps, member, address, randomUUID())
  await deliver()
  await confirmMailAddress(deps, member, codeTo(address), randomUUID())
  return member
}

const askedBy = async (asker: Member): Promise<string> => {
  const { id } = await postCase(deps, asker, { form: aForm(), draftId: null, key: randomUUID() })
  await afterPosting(deps, id, false)
  return id
}

const answered = async (caseId: string, by: Member): Promise<void> => {
  const { id } = await postComment(deps, by, caseId, { form: anAnswer(), key: randomUUID() })
  await afterComment(deps, { threadId: caseId, commentId: id, kind: 'answer', byAsker: false })
}

test('an address counts once its code is typed; five tries, five codes a day; a code works for a quarter of an hour', async () => {
  const member = await aDoctor('cardiology.ES', { language: 'es' })
  expect(await showMailAddress(deps, member)).toEqual({ state: 'none', address: null, toDemo: false })
  expect(await refusal(giveMailAddress(deps, member, 'nobody', randomUUID()))).toBe('mail.address-invalid')
  expect(await giveMailAddress(deps, member, ' One@Mail.example ', randomUUID())).toMatchObject({
    state: 'waiting',
    address: 'one@mail.example',
  })
  await deliver()
  expect(words(lettersTo('one@mail.example')[0]?.body ?? '')).toContain('quiere que Consilium escriba a esta dirección')
  expect(await refusal(confirmMailAddress(deps, member, codeTo('one@mail.example') === '000000' ? '000001' : '000000', randomUUID()))).toBe(
    'mail.code-wrong',
  )
  expect(await confirmMailAddress(deps, member, codeTo('one@mail.example'), randomUUID())).toMatchObject({
    state: 'confirmed',
    address: 'one@mail.example',
  })
  expect(await refusal(confirmMailAddress(deps, member, codeTo('one@mail.example'), randomUUID()))).toBe('mail.code-expired')

  const other = await aDoctor()
  await giveMailAddress(deps, other, 'two@mail.example', randomUUID())
  await deliver()
  const wrong = codeTo('two@mail.example') === '111111' ? '222222' : '111111'
  for (let tried = 0; tried < 5; tried += 1)
    expect(await refusal(confirmMailAddress(deps, other, wrong, randomUUID()))).toBe('mail.code-wrong')
  expect(await refusal(confirmMailAddress(deps, other, codeTo('two@mail.example'), randomUUID()))).toBe('mail.code-expired')
  for (let sent = 1; sent < 5; sent += 1) await giveMailAddress(deps, other, 'two@mail.example', randomUUID())
  expect(await refusal(giveMailAddress(deps, other, 'two@mail.example', randomUUID()))).toBe('mail.too-many')
  await deliver()
  moveClock(16 * minutes)
  expect(await refusal(confirmMailAddress(deps, other, codeTo('two@mail.example'), randomUUID()))).toBe('mail.code-expired')
  expect((await showMailAddress(deps, other)).state).toBe('none')
  moveClock(25 * hours)
  await forgetMails(deps)
  expect(await giveMailAddress(deps, other, 'two@mail.example', randomUUID())).toMatchObject({ state: 'waiting' })
})

test('asking again with the key of before sends no second code, and a code confirmed twice is confirmed', async () => {
  const member = await aDoctor()
  const [first, second] = [randomUUID(), randomUUID()]
  await giveMailAddress(deps, member, 'twice@mail.example', first)
  await giveMailAddress(deps, member, 'twice@mail.example', first)
  await deliver()
  expect(lettersTo('twice@mail.example')).toHaveLength(1)
  for (let time = 0; time < 2; time += 1)
    expect(await confirmMailAddress(deps, member, codeTo('twice@mail.example'), second)).toMatchObject({ state: 'confirmed' })
})

test('a letter says that something is new and nothing else, in the reader’s language; what is read in the app needs none; a line grows without another', async () => {
  const asker = await withAddress(await aDoctor('general-practice.ES', { language: 'es' }), 'asker@mail.example')
  const reader = await withAddress(await aDoctor('general-practice.GB'), 'reader@mail.example')
  const [one, other] = [await aDoctor('cardiology.GB'), await aDoctor('cardiology.ES')]
  const [id, read] = [await askedBy(asker), await askedBy(reader)]
  await answered(id, one)
  await answered(read, one)
  await dueMails(deps, deps.clock.now())
  await deliver()
  expect(lettersTo('asker@mail.example')).toHaveLength(1)

  await readNotifications(deps, reader, null)
  moveClock(2 * minutes)
  await Promise.all([dueMails(deps, deps.clock.now()), dueMails(deps, deps.clock.now())])
  await deliver()
  expect(lettersTo('reader@mail.example')).toHaveLength(1)
  expect(lettersTo('asker@mail.example')).toHaveLength(2)
  const letter = lettersTo('asker@mail.example')[1]
  const said = words(letter?.body ?? '')
  expect(said).toContain('/notifications')
  expect(said).toContain('lang="es"')
  for (const secret of [id, one.accountId, asker.accountId, 'cardio', 'bronquitis', 'masa'])
    expect(`${said}${[...(letter?.headers.values() ?? [])]}`).not.toContain(secret)

  await answered(id, other)
  moveClock(10 * minutes)
  await dueMails(deps, deps.clock.now())
  await deliver()
  expect(lettersTo('asker@mail.example')).toHaveLength(2)
  await readNotifications(deps, asker, null)
  await answered(id, one)
  moveClock(10 * minutes)
  await dueMails(deps, deps.clock.now())
  await deliver()
  expect(lettersTo('asker@mail.example')).toHaveLength(3)
  expect((await listNotifications(deps, asker, {})).items.length).toBeGreaterThan(0)
})

test('what is wanted each morning comes as one letter in the morning; what is off never comes', async () => {
  moveClock(new Date('2026-12-20T15:00:00Z'))
  const asker = await withAddress(await aDoctor('general-practice.GB'), 'morning@mail.example')
  await changeNotificationSettings(deps, asker, { ...defaultSettings, zone: 'Europe/London', comment: 'digest', reply: 'off' })
  const other = await aDoctor('cardiology.GB')
  const ids = [await askedBy(asker), await askedBy(asker)]
  for (const id of ids) {
    const { id: commentId } = await postComment(deps, other, id, { form: anAnswer({ kind: 'comment' }), key: randomUUID() })
    await afterComment(deps, { threadId: id, commentId, kind: 'comment', byAsker: false })
  }
  const before = lettersTo('morning@mail.example').length
  moveClock(6 * hours)
  await dueMails(deps, deps.clock.now())
  await deliver()
  expect(lettersTo('morning@mail.example')).toHaveLength(before)
  moveClock(new Date('2026-12-21T08:05:00Z'))
  await dueMails(deps, deps.clock.now())
  await deliver()
  expect(lettersTo('morning@mail.example')).toHaveLength(before + 1)
})

test('a server that is away, or says not now, is asked again; one that knows no such mailbox is not', async () => {
  moveClock(new Date('2027-01-10T12:00:00Z'))
  const asker = await withAddress(await aDoctor(), 'patient@mail.example')
  const other = await aDoctor('cardiology.GB')
  const news = async () => {
    await readNotifications(deps, asker, null)
    await answered(await askedBy(asker), other)
    moveClock(3 * minutes)
    await dueMails(deps, deps.clock.now())
  }
  const before = lettersTo('patient@mail.example').length
  await news()
  server.away = true
  expect(await deliver()).toBe(1)
  server.away = false
  server.answerNext('451 later')
  expect(await deliver()).toBe(1)
  expect(lettersTo('patient@mail.example')).toHaveLength(before)
  await sendWaitingMails(deps)
  await Promise.all([deliver(), deliver()])
  expect(lettersTo('patient@mail.example')).toHaveLength(before + 1)

  server.answerNext('550 no such user')
  await news()
  expect(await deliver()).toBe(0)
  expect((await showMailAddress(deps, asker)).state).toBe('refused')
  await news()
  expect(await deliver()).toBe(0)
  expect(lettersTo('patient@mail.example')).toHaveLength(before + 1)
})

test('one tap in the letter stops the letters, signed out and by form; a page that is only opened stops nothing', async () => {
  const asker = await withAddress(await aDoctor(), 'stop@mail.example')
  await answered(await askedBy(asker), await aDoctor('cardiology.GB'))
  moveClock(3 * minutes)
  await dueMails(deps, deps.clock.now())
  await deliver()
  const { headers } = lettersTo('stop@mail.example').at(-1) as (typeof server.received)[number]
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const address = new URL(/^<(.*)>$/.exec(headers.get('list-unsubscribe') ?? '')?.[1] ?? '')
  expect(address.origin).toBe(deps.origin)

  const app = await buildHalfApp({
    half: 'community',
    origin: deps.origin,
    log: deps.log,
    routes: communityRoutes(deps),
    binding: { callerOf: async () => ({ kind: 'nobody' }), readOnly: () => false, defaultLimit: 1_000 },
    webFolder: null,
    trustProxy: false,
    pageData: async () => ({}),
  })
  const url = `${address.pathname}${address.search}`
  await app.inject({ method: 'GET', url })
  expect((await showMailAddress(deps, asker)).state).toBe('confirmed')
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await app.inject({ method: 'POST', url: `${address.pathname}?token=AAAA`, headers: form })).statusCode).toBe(404)
  expect((await app.inject({ method: 'POST', url, headers: form, payload: 'List-Unsubscribe=One-Click' })).statusCode).toBe(204)
  expect((await app.inject({ method: 'POST', url, headers: form, payload: 'List-Unsubscribe=One-Click' })).statusCode).toBe(204)
  expect((await showMailAddress(deps, asker)).state).toBe('none')
  // A form goes nowhere else.
  expect(
    (await app.inject({ method: 'POST', url: '/api/community/sessions', headers: form, payload: 'a=b' })).statusCode,
  ).toBeGreaterThanOrEqual(400)
  await app.close()

  const token = address.searchParams.get('token') ?? ''
  await withAddress(asker, 'another@mail.example')
  await stopMail(deps, token)
  expect((await showMailAddress(deps, asker)).state).toBe('confirmed')
})

test('whoever stops, gives the address up or is erased gets nothing that waits, and no row keeps an address readable', async () => {
  const asker = await withAddress(await aDoctor(), 'leaving@mail.example')
  await answered(await askedBy(asker), await aDoctor('cardiology.GB'))
  moveClock(3 * minutes)
  await dueMails(deps, deps.clock.now())
  for (const table of ['notification_address', 'notification_code', 'mail'] as const)
    expect(
      JSON.stringify(
        (await deps.db.selectFrom(table).selectAll().execute()).map((row) =>
          Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)),
        ),
      ),
    ).not.toContain('leaving')
  const before = lettersTo('leaving@mail.example').length
  await dropMailAddress(deps, asker)
  expect(await deliver()).toBe(0)
  expect(lettersTo('leaving@mail.example')).toHaveLength(before)

  const leaving = await withAddress(await aDoctor(), 'leaving@mail.example')
  await deps.db.deleteFrom('account').where('id', '=', leaving.accountId).execute()
  expect(
    await deps.db.selectFrom('notification_address').where('account_id', '=', leaving.accountId).select('account_id').execute(),
  ).toEqual([])
})

test('a site without a mail server writes nobody, and its demo into its mailbox', async () => {
  const member = await aDoctor()
  expect(await showMailAddress(unmailed, member)).toEqual({ state: 'off', address: null, toDemo: false })
  expect(await refusal(giveMailAddress(unmailed, member, 'a@mail.example', randomUUID()))).toBe('mail.off')
  expect(await refusal(listDemoLetters(unmailed, undefined))).toBe('demo.off')
  const demo = { ...unmailed, demo: true }
  await giveMailAddress(demo, member, 'demo@mail.example', randomUUID())
  for (const { key } of await deps.db.selectFrom('mail').select('key').where('state', '=', 'waiting').execute()) await sendMail(demo, key)
  const { items } = await listDemoLetters(demo, 'demo@mail.example')
  expect(items).toHaveLength(1)
  const code = /\n\n(\d{6})\n\n/.exec(items[0]?.body ?? '')?.[1] ?? ''
  expect(await confirmMailAddress(demo, member, code, randomUUID())).toMatchObject({ state: 'confirmed', toDemo: true })
})

test('a token stops the letters of its own account and address, whatever a byte of it is changed to', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.emailAddress(), fc.nat(), fc.integer({ min: 1, max: 255 }), (accountId, address, place, change) => {
      const token = stopTokenFor(deps, accountId, address)
      const read = readStopToken(deps, token)
      expect(read?.accountId).toBe(accountId)
      expect(read?.isFor(address)).toBe(true)
      expect(read?.isFor(`x${address}`)).toBe(false)
      const bytes = Buffer.from(token, 'base64url')
      bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change
      expect(readStopToken(deps, bytes.toString('base64url'))).toBeNull()
    }),
    { numRuns: 50 },
  )
})

test('days pass and no letter is kept', async () => {
  moveClock(3 * days)
  await forgetMails(deps)
  expect(await deps.db.selectFrom('mail').select('key').execute()).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSignIn } from '#contract/community/accounts.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aPasskey } from '#server/testing/aPasskey.ts'
import { aSigner } from '#server/testing/aSigner.ts'
import { toBase64url } from '#tickets/base64url.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf } from '#tickets/seed.ts'
import { epochOf, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'
import { accountsRoutes } from './accounts.routes.ts'
import { manifestOf } from './manifestSource.ts'
import { memberOf } from './memberOf.ts'
import { cookieName } from './sessions.ts'

const community = await aCommunity()
const now = community.deps.clock.now()
const periods = { epoch: epochOf(now), period: quarterOf(now), code: 'cardiology.GB' }
const claims = [
  { kind: 'root', period: 0 },
  { kind: 'renewal', period: periods.epoch },
  { kind: 'label', period: periods.period, label: periods.code },
] as const satisfies readonly TicketClaim[]

let signer: Awaited<ReturnType<typeof aSigner>>
const deps = { ...community.deps, manifest: manifestOf(async () => signer.manifest()) }
let app: Awaited<ReturnType<typeof buildHalfApp>>
beforeAll(async () => {
  signer = await aSigner(claims, { [periods.code]: 61 })
  app = await buildHalfApp({
    half: 'community',
    origin: deps.origin,
    routes: accountsRoutes(deps, async () => {}),
    binding: { callerOf: memberOf(deps), readOnly: () => false, defaultLimit: 1_000 },
    log: deps.log,
    webFolder: null,
    trustProxy: false,
    pageData: async () => ({}),
  })
})
afterAll(() => app.close())

const post = (url: string, payload?: object, cookie?: string) =>
  app.inject({ method: 'POST', url, ...(payload ? { payload } : {}), ...(cookie ? { cookies: { [cookieName]: cookie } } : {}) })
const session = async (cookie?: string) =>
  (await app.inject({ url: '/api/community/session', ...(cookie ? { cookies: { [cookieName]: cookie } } : {}) })).json()

const seed = new Uint8Array(16).fill(7)
const passkey = aPasskey(deps.origin)

test('a doctor joins, is known by a cookie no script can read, signs out and in again', async () => {
  const started = (await post('/api/community/join/challenge')).json()
  expect(started.options).toMatchObject({
    rp: { id: 'localhost' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    attestation: 'none',
  })
  const key = rootKeyOf(seed)
  const statement = {
    kind: 'join',
    origin: deps.origin,
    challenge: started.challenge,
    credentialId: passkey.credentialId,
    credentialPublicKey: passkey.publicKey,
  } as const
  const [root, renewal, label] = await Promise.all(claims.map((claim) => signer.ticket(seed, claim)))
  const joined = await post('/api/community/join', {
    challengeId: started.challengeId,
    rootKey: key.publicKey,
    root,
    renewal: { epoch: periods.epoch, ticket: renewal },
    label: { code: periods.code, period: periods.period, ticket: label },
    passkey: passkey.made(started.challenge),
    wrappedSeed: toBase64url(new Uint8Array(44)),
    deviceName: 'Firefox · Linux',
    proof: signStatement(statement, key),
    language: 'en',
  })
  expect(joined.statusCode).toBe(201)
  const [cookie] = joined.cookies
  expect(cookie).toMatchObject({ name: cookieName, path: '/', httpOnly: true, secure: true, sameSite: 'Lax' })
  expect(cookie).not.toHaveProperty('domain')
  expect(joined.json().me.label).toEqual({
    shown: { code: 'cardiology.GB', specialty: 'cardiology', group: false, place: 'GB' },
    crowd: 61,
    carried: { code: 'cardiology.GB', specialty: 'cardiology', group: false, place: 'GB' },
  })
  expect(joined.body).not.toMatch(/account/i)
  expect((await session(cookie?.value)).me.lapsed).toBe(false)

  const out = await post('/api/community/sign-out', undefined, cookie?.value)
  expect(out.statusCode).toBe(204)
  expect(out.cookies[0]).toMatchObject({ name: cookieName, value: '' })
  expect(await session(cookie?.value)).toEqual({ me: null, demo: false, registrarOrigin: deps.registrarOrigin, languages: ['en', 'es'] })

  const { challengeId, challenge } = (await post(startSignIn.path)).json()
  const back = await post('/api/community/sign-in', { challengeId, passkey: passkey.answer(challenge) })
  expect(back.statusCode).toBe(201)
  expect((await session(back.cookies[0]?.value)).me.settings.language).toBe('en')
})

test('signing in anew ends the session the browser had', async () => {
  const enter = async (cookie?: string) => {
    const { challengeId, challenge } = (await post(startSignIn.path)).json()
    return (await post('/api/community/sign-in', { challengeId, passkey: passkey.answer(challenge) }, cookie)).cookies[0]?.value
  }
  const first = await enter()
  const second = await enter(first)
  expect((await session(first)).me).toBeNull()
  expect((await session(second)).me).not.toBeNull()
})

test('a lapsed member still hears who they are, and may do nothing', async () => {
  const { challengeId, challenge } = (await post(startSignIn.path)).json()
  const cookie = (await post('/api/community/sign-in', { challengeId, passkey: passkey.answer(challenge) })).cookies[0]?.value ?? ''
  community.moveClock(16 * 24 * 3_600_000)
  expect((await session(cookie)).me.lapsed).toBe(true)
  const devices = await app.inject({ url: '/api/community/devices', cookies: { [cookieName]: cookie } })
  expect([devices.statusCode, devices.json().code]).toEqual([403, 'session.lapsed'])
  community.moveClock(now)
})

test('nobody sees devices; a body of another shape is refused before anything is looked up', async () => {
  expect((await app.inject({ url: '/api/community/devices' })).json().code).toBe('session.needed')
  const wrong = await post('/api/community/sign-in/words', { challengeId: crypto.randomUUID(), rootKey: 'short', proof: 'x' })
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'request.invalid'])
})

test('the manifest is given to anybody, whole', async () => {
  const reply = await app.inject({ url: '/api/community/manifest' })
  expect(reply.json()).toEqual(JSON.parse(JSON.stringify(signer.manifest())))
})

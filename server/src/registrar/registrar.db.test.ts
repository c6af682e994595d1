import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoApplicants } from '#demo/applicants.ts'
import type { Staff } from '#server/access.ts'
import { makeRegistrarDemo, registrarDemoRoutes } from '#server/demo/registrarDemo.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { openLog } from '#server/platform/log.ts'
import { aPasskey } from '#server/testing/aPasskey.ts'
import { aRegistrar, onePixel } from '#server/testing/aRegistrar.ts'
import { registrarCallerOf, registrarRoutes } from './features.ts'
import { publishKeys } from './issuing/publish-keys.ts'
import { cookieName, startSession } from './sessions/sessions.ts'
import { inviteStaff } from './staff/invite-staff.ts'

const lines: string[] = []
const log = openLog('registrar', { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream)
log.level = 'trace'
const registrar = await aRegistrar({ log })
const { deps, aVerifier, anApplicant, newestLetter, moveClock, inRegister, readRegisters } = registrar

let app: FastifyInstance
beforeAll(async () => {
  await publishKeys(deps)
  app = await buildHalfApp({
    half: 'registrar',
    origin: deps.origin,
    routes: [...registrarRoutes(deps), ...registrarDemoRoutes(deps)],
    binding: { callerOf: registrarCallerOf(deps), readOnly: () => false, defaultLimit: 10_000 },
    log,
    webFolder: null,
    trustProxy: false,
    pageData: async () => ({}),
  })
  await app.ready()
})
afterAll(() => app.close())

type Cookies = Record<string, string>
const ask = async (
  method: InjectOptions['method'] & string,
  url: string,
  { body, cookies }: { body?: unknown; cookies?: Cookies } = {},
) => {
  const response = await app.inject({
    method: method as 'GET',
    url,
    headers: { 'idempotency-key': deps.ids.random(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    ...(cookies ? { cookies } : {}),
  })
  const set = response.cookies.find(({ name }) => name === cookieName)
  return { status: response.statusCode, set, json: response.body === '' ? null : JSON.parse(response.body) }
}
const upload = async (kind: string, cookies: Cookies) => {
  const edge = 'edge-of-a-part'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="Passport Amara Canaria.png"\r\ncontent-type: image/png\r\n\r\n`
  const response = await app.inject({
    method: 'POST',
    url: `/api/registrar/application/evidence/${kind}`,
    headers: { 'idempotency-key': deps.ids.random(), 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), onePixel, Buffer.from(`\r\n--${edge}--\r\n`)]),
    cookies,
  })
  return { status: response.statusCode, json: response.json() }
}
const signedInAs = async (whom: { personId: string } | { staffId: string }): Promise<Cookies> => ({
  [cookieName]: await startSession(deps, whom),
})
const aStaffMember = async (role: Staff['role']): Promise<Cookies> => {
  const { staffId } = await aVerifier()
  await deps.db.updateTable('staff').set({ role }).where('id', '=', staffId).execute()
  return signedInAs({ staffId })
}
const codeIn = async (email: string): Promise<string> => /\b\d{6}\b/.exec((await newestLetter(email)).body)?.[0] ?? ''

describe('from a stranger to a doctor who may enter', () => {
  test('the whole way, over HTTP, leaves neither name nor address in any line of the log', async () => {
    const email = 'canary.address@example.org'
    const sent = await ask('POST', '/api/registrar/codes', { body: { email, language: 'es' } })
    expect(sent).toMatchObject({ status: 201, json: { to: 'c•••@example.org' } })
    const code = await codeIn(email)
    const came = await ask('POST', `/api/registrar/codes/${sent.json.codeId}/confirmation`, { body: { code } })
    expect(came).toMatchObject({ status: 201, json: { verified: false } })
    expect(came.set).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    expect(came.set).not.toHaveProperty('domain')
    const doctor = { [cookieName]: came.set?.value ?? '' }

    const form = { country: 'GB', number: 'GMC 7012399', legalName: 'Amara Canaria', formerNames: [], specialty: 'cardiology' }
    expect(await ask('PUT', '/api/registrar/application', { body: { revision: 0, form }, cookies: doctor })).toMatchObject({
      status: 200,
      json: { form: { number: '7012399' }, missing: [] },
    })
    for (const kind of ['identity', 'face', 'licence']) expect(await upload(kind, doctor)).toMatchObject({ status: 201 })
    expect(await ask('POST', '/api/registrar/application/submission', { body: { revision: 1 }, cookies: doctor })).toMatchObject({
      status: 201,
      json: { state: 'checking', place: 1, waiting: 1 },
    })
    expect(await ask('GET', '/api/registrar/entry', { cookies: doctor })).toMatchObject({
      status: 403,
      json: { code: 'issuing.not-verified' },
    })

    const verifier = await aStaffMember('verifier')
    inRegister('GB', '7012399', { names: [{ given: 'Amara', family: 'Canaria' }] })
    await readRegisters()
    const drawn = await ask('POST', '/api/registrar/queue/draw', { body: { country: null, language: null }, cookies: verifier })
    const { applicationId } = drawn.json
    const seen = await ask('GET', `/api/registrar/queue/${applicationId}`, { cookies: verifier })
    expect(seen.json).toMatchObject({ form: { legalName: 'Amara Canaria' }, language: 'es' })
    const document = await app.inject({
      url: `/api/registrar/queue/${applicationId}/evidence/${seen.json.evidence[0].id}`,
      cookies: verifier,
    })
    expect(document.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(document.rawPayload).toEqual(onePixel)
    const path = `/api/registrar/queue/${applicationId}`
    expect(await ask('POST', `${path}/decision`, { body: { decision: 'yes', reason: '' }, cookies: verifier })).toMatchObject({
      status: 409,
      json: { code: 'case.not-proved' },
    })
    for (const kind of ['id_document_face', 'regulator_live_credential'])
      expect(await ask('POST', `${path}/proofs`, { body: { kind, passed: true, reference: '' }, cookies: verifier })).toMatchObject({
        status: 201,
      })
    await publishKeys(deps)
    expect(await ask('GET', '/api/registrar/entry', { cookies: doctor })).toMatchObject({
      status: 200,
      json: { label: 'doctor.world', crowd: 1 },
    })
    expect((await newestLetter(email)).subject).toBe('Su licencia está verificada')

    expect(await ask('POST', '/api/registrar/sign-out', { cookies: doctor })).toMatchObject({ status: 204 })
    expect(await ask('GET', '/api/registrar/application', { cookies: doctor })).toMatchObject({ status: 401 })
    log.info('the log is written')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('')).not.toMatch(/canaria|canary|7012399/i)
  })

  test('a session ends after half an hour', async () => {
    const cookies = await signedInAs(await anApplicant('minutes@example.org'))
    expect((await ask('GET', '/api/registrar/session', { cookies })).json.caller).toMatchObject({ kind: 'registrant' })
    moveClock(31 * 60_000)
    expect((await ask('GET', '/api/registrar/session', { cookies })).json.caller).toBeNull()
  })
})

describe('staff', () => {
  test('come by invitation, code and passkey, and sign in again with the passkey alone', async () => {
    const email = 'reviewer@example.org'
    const { link, mailed } = await inviteStaff(deps, { email, role: 'lead', language: 'en', by: 'command line' })
    expect(mailed).toBe(true)
    expect((await newestLetter(email)).body).toContain(link)
    const invitation = new URL(link).hash.slice(1)
    const passkey = aPasskey(deps.origin)

    const opened = await ask('POST', '/api/registrar/staff/invitation', { body: { invitation, language: 'en' } })
    expect(opened.status).toBe(201)
    const body = { invitation, codeId: opened.json.codeId, code: await codeIn(email) }
    const started = await ask('POST', '/api/registrar/staff/invitation/confirmation', { body })
    expect(started.status).toBe(201)
    const answer = { challengeId: started.json.challengeId, passkey: passkey.made(started.json.options.challenge), language: 'en' }
    const enrolled = await ask('POST', '/api/registrar/staff/passkeys', { body: answer })
    expect(enrolled).toMatchObject({ status: 201, json: { role: 'lead' } })

    expect(await ask('POST', '/api/registrar/staff/passkeys', { body: answer })).toMatchObject({
      json: { code: 'staff.challenge-unknown' },
    })
    expect(await ask('POST', '/api/registrar/staff/invitation', { body: { invitation, language: 'en' } })).toMatchObject({
      status: 410,
      json: { code: 'staff.invitation-unknown' },
    })

    const again = await ask('POST', '/api/registrar/staff/sign-in/challenge')
    const signIn = { challengeId: again.json.challengeId, passkey: passkey.answer(again.json.options.challenge) }
    const signedIn = await ask('POST', '/api/registrar/staff/sign-in', { body: signIn })
    expect(signedIn).toMatchObject({ status: 201, json: { role: 'lead' } })
    expect(await ask('POST', '/api/registrar/staff/sign-in', { body: signIn })).toMatchObject({ json: { code: 'staff.challenge-unknown' } })
    expect(await ask('GET', '/api/registrar/queue', { cookies: { [cookieName]: signedIn.set?.value ?? '' } })).toMatchObject({
      status: 200,
    })
  })

  test('do not come with another address, another passkey or another host', async () => {
    const { link } = await inviteStaff(deps, { email: 'invited@example.org', role: 'verifier', language: 'en', by: 'command line' })
    const invitation = new URL(link).hash.slice(1)
    const foreign = await ask('POST', '/api/registrar/codes', { body: { email: 'thief@example.org', language: 'en' } })
    const body = { invitation, codeId: foreign.json.codeId, code: await codeIn('thief@example.org') }
    expect(await ask('POST', '/api/registrar/staff/invitation/confirmation', { body })).toMatchObject({
      json: { code: 'application.code-wrong' },
    })

    for (const stranger of [aPasskey(deps.origin), aPasskey(deps.communityOrigin)]) {
      const { json } = await ask('POST', '/api/registrar/staff/sign-in/challenge')
      const signIn = { challengeId: json.challengeId, passkey: stranger.answer(json.options.challenge) }
      expect(await ask('POST', '/api/registrar/staff/sign-in', { body: signIn })).toMatchObject({ json: { code: 'staff.passkey-refused' } })
    }
  })
})

describe('the demo', () => {
  test('lets a visitor be the verifier, whose desk has work on it', async () => {
    await makeRegistrarDemo(deps)
    await makeRegistrarDemo(deps)
    const entered = await ask('POST', '/api/demo/sign-in', { body: { as: 'verifier' } })
    expect(entered).toMatchObject({ status: 201, json: { home: '/desk' } })
    const queue = await ask('GET', '/api/registrar/queue', { cookies: { [cookieName]: entered.set?.value ?? '' } })
    expect(queue.json.items).toHaveLength(demoApplicants.length)
    expect(new Set(queue.json.items.map(({ task }: { task: string }) => task))).toEqual(new Set(['read-by-hand']))
    expect(await ask('POST', '/api/demo/sign-in', { body: { as: 'nobody' } })).toMatchObject({ status: 404 })
  })

  test('ends the verifier’s session when the visitor goes on as a doctor, and tells where', async () => {
    const entered = await ask('POST', '/api/demo/sign-in', { body: { as: 'verifier' } })
    const cookies = { [cookieName]: entered.set?.value ?? '' }
    expect(await ask('POST', '/api/demo/sign-in', { body: { as: 'gp-mexico' }, cookies })).toMatchObject({
      status: 201,
      json: { home: `${deps.communityOrigin}/#as=gp-mexico` },
      set: { value: '' },
    })
    expect(await ask('GET', '/api/registrar/queue', { cookies })).toMatchObject({ status: 401 })
  })

  test('is nowhere else', async () => {
    const real = registrarDemoRoutes({ ...deps, demo: false })
    await expect(real[0]?.handle({ body: { as: 'verifier' } } as never)).rejects.toMatchObject({ code: 'demo.off' })
  })
})

test('a cookie of the community is nothing here', async () => {
  const token = await startSession(deps, await anApplicant('cookie@example.org'))
  expect(await ask('GET', '/api/registrar/application', { cookies: { '__Host-community': token } })).toMatchObject({ status: 401 })
})

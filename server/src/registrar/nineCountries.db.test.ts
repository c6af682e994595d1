import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#server/access.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { aLoginProvider } from '#server/testing/aLoginProvider.ts'
import { anAuthority, signText } from '#server/testing/anAuthority.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { days } from '../platform/time.ts'
import { lookUpCase, passDay } from './applications/read-register.ts'
import { openAuthority, readAnchors } from './certificates/openAuthority.ts'
import { registrarCallerOf, registrarRoutes } from './features.ts'
import { publishKeys } from './issuing/publish-keys.ts'
import { openIdLogin } from './proving/openIdLogin.ts'
import { formats } from './registers/importing/formats.ts'
import { importRegister } from './registers/importing/importRegister.ts'
import { openRegisters } from './registers/openRegisters.ts'
import { cookieName, startSession } from './sessions/sessions.ts'

// A doctor of each of the nine countries, from the first letter to being verified, over HTTP, by the best path that country has.
// What the registrar asks elsewhere is asked of servers on this machine that answer as the real ones do.

/** A server of this machine for as long as the tests last. */
const aServer = async (answer: (request: IncomingMessage, body: string) => { type: string; body: string }): Promise<string> => {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const said = answer(request, body)
    response.writeHead(200, { 'content-type': said.type }).end(said.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => new Promise((closed) => server.close(closed)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const sample = (path: string): string => readFileSync(join(import.meta.dirname, 'registers', path), 'utf8')

const registrar = await aRegistrar()
const { aVerifier, newestLetter, ownerUrl } = registrar
const { clock } = registrar.deps
const provider = await aLoginProvider(`${registrar.deps.origin}/login`)
const [college, tax] = [await anAuthority('Colegio', () => clock.now()), await anAuthority('SAT', () => clock.now())]
const nppes = await aServer(() => ({ type: 'application/json', body: sample('us-nppes/sample/api-hit.json') }))
const pie = await aServer((_, body) => {
  const match = body.includes('<ProfessionNumber>MED0000932846</ProfessionNumber>')
  const verifying = body.includes('<DateOfBirth>')
  const birth = body.includes('<DateOfBirth>1970-03-21</DateOfBirth>')
  const line =
    '<Practitioner><ProfessionNumber>MED0000932846</ProfessionNumber><FamilyName>Sample</FamilyName><GivenName>Helen</GivenName><RegistrationStatus>Registered</RegistrationStatus><RegistrationType>Specialist</RegistrationType><ExpiryDate>2027-09-30</ExpiryDate></Practitioner>'
  const said = (yes: string, no: string, found: boolean) => (found ? `<Result>${yes}</Result>${line}` : `<Result>${no}</Result>`)
  const xml = verifying
    ? `<VerifyResponse>${said('Match', 'NoMatch', match && birth)}</VerifyResponse>`
    : `<ReadResponse>${said('Found', 'NotFound', match)}</ReadResponse>`
  return { type: 'application/xml', body: xml }
})
/** Whom the vendor's next check finds on the document. */
const names = new Map<string, { given: string; family: string }>()
const vendor = await aServer((request) => {
  const name = names.get(request.url?.split('/').pop() ?? '')
  const body =
    request.method === 'POST'
      ? { id: `s${names.size}`, url: 'https://id.example.org/' }
      : { state: 'passed', name, document: { issuer: 'X', number: request.url } }
  return { type: 'application/json', body: JSON.stringify(body) }
})
const policy = '1.3.6.1.4.1.99999.1.1'
const login = (code: string, country: 'NZ' | 'GB' | 'CA') =>
  openIdLogin({ ...provider.setting, code, name: code, country, claim: 'licences' })
const deps = {
  ...registrar.deps,
  registers: openRegisters(
    registrar.deps,
    { nppesApi: `${nppes}/api/`, auPie: { url: `${pie}/verify`, readUrl: `${pie}/read`, user: 'consilium', password: 'secret' } },
    '0.0.0',
  ),
  idCheck: { url: vendor, key: 'key' },
  logins: [login('workforce', 'NZ'), login('cis2', 'GB'), login('oneid', 'CA')],
  authorities: [
    openAuthority({ country: 'ES', roots: '', policy, numberIn: '2.5.4.11', idIn: null }, readAnchors(college.pem), { clock }),
    openAuthority({ country: 'MX', roots: '', policy: null, numberIn: null, idIn: '2.5.4.5' }, readAnchors(tax.pem), { clock }),
  ],
}

let app: FastifyInstance
beforeAll(async () => {
  await publishKeys(deps)
  const imports = { 'gb-lrmp': sample('gb-lrmp/sample/lrmp.csv'), 'nz-mcnz': nzFile }
  for (const [register, text] of Object.entries(imports)) {
    const format = formats.get(register)
    if (!format) throw new Error(`no format ${register}`)
    const bytes = Buffer.from(text)
    const chunks = (async function* () {
      yield bytes
    })()
    await importRegister(
      { name: 'file.csv', bytes: bytes.length, asOf: '2026-11-23', chunks },
      { ownerUrl, clock, format, delta: false, onProgress: () => {}, onBroken: () => {} },
    )
  }
  app = await buildHalfApp({
    half: 'registrar',
    origin: deps.origin,
    routes: registrarRoutes(deps),
    binding: { callerOf: registrarCallerOf(deps), readOnly: () => false, defaultLimit: 10_000 },
    log: deps.log,
    webFolder: null,
    trustProxy: false,
    pageData: async () => ({}),
  })
  await app.ready()
})
afterAll(() => app.close())

const nzFile = [
  'Registration Number,Surname,Given Names,Registration Status,Scope,Practising Certificate End Date',
  '99536,Nwosu,Amara,Current,General,2027-06-30',
].join('\n')

/** Somebody who calls with the cookie of their session. */
const caller = (session: string) => {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => {
    const response = await app.inject({
      method,
      url: `/api/registrar/${path}`,
      headers: { 'idempotency-key': deps.ids.random(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      cookies: { [cookieName]: session },
    })
    const json = response.body === '' ? null : JSON.parse(response.body)
    if (response.statusCode >= 400) throw new Error(`${path}: ${response.statusCode} ${response.body}`)
    return { json, session: response.cookies.find(({ name }) => name === cookieName)?.value ?? session }
  }
  return {
    get: async (path: string) => (await ask('GET', path)).json,
    post: async (path: string, body?: unknown) => (await ask('POST', path, body)).json,
    put: async (path: string, body: unknown) => (await ask('PUT', path, body)).json,
    ask,
  }
}
type Caller = ReturnType<typeof caller>

const codeIn = async (address: string): Promise<string> => /\b\d{6}\b/.exec((await newestLetter(address)).body)?.[0] ?? ''

/** A stranger who proves an address, types a licence and hands it in; the register is read as a worker would. */
const applies = async (country: string, number: string, legalName: string, email = `${country.toLowerCase()}@example.org`) => {
  const { codeId } = await caller('').post('codes', { email, language: country === 'ES' || country === 'MX' ? 'es' : 'en' })
  const { session } = await caller('').ask('POST', `codes/${codeId}/confirmation`, { code: await codeIn(email) })
  const doctor = caller(session)
  await doctor.put('application', { revision: 0, form: { country, number, legalName, formerNames: [], specialty: 'cardiology' } })
  const handedIn = await doctor.post('application/submission', { revision: 1 })
  expect(handedIn).toMatchObject({ state: 'checking', numberProblem: null })
  const { id } = await deps.db.selectFrom('application').select('id').where('state', '=', 'matching').executeTakeFirstOrThrow()
  await lookUpCase(deps, id)
  return { ...doctor, applicationId: id }
}

const weigh = async (doctor: Caller) => (await doctor.get('application')).weighed
/** A member of staff before whom a case lies. */
const atDesk = async (applicationId: string, role: Staff['role'] = 'verifier'): Promise<Caller> => {
  const staff = await aVerifier(role)
  await registrar.give(staff, applicationId)
  return caller(await startSession(deps, { staffId: staff.staffId }))
}
const signsIn = async (doctor: Caller, code: string, account: object) => {
  provider.accounts.set(code, { given_name: 'Amara', family_name: 'Nwosu', ...account })
  const { url } = await doctor.post('application/proofs/login', { provider: code })
  return doctor.post('application/proofs/login/result', { answer: await provider.signIn(url, code) })
}
const checksDocument = async (doctor: Caller, name: { given: string; family: string }) => {
  await doctor.post('application/proofs/id-check', {})
  names.set(`s${names.size}`, name)
  return doctor.post('application/proofs/id-check/result', {})
}
const signs = async (doctor: Caller, held: Parameters<typeof signText>[1]) => {
  const { text } = await doctor.post('application/proofs/certificate', {})
  return doctor.post('application/proofs/certificate/result', { signed: (await signText(text, held)).toString('base64') })
}
/** Two people read the register's page, neither seeing what the other types. */
const twoRead = async (applicationId: string, line: object): Promise<readonly [Caller, Caller]> => {
  const both = [await atDesk(applicationId), await atDesk(applicationId)] as const
  for (const one of both) {
    const { byHand } = await one.get(`queue/${applicationId}`)
    await one.post(`queue/${applicationId}/transcription`, { line: { status: byHand.wordings[0], ...line } })
  }
  return both
}
const sees = async (desk: Caller, applicationId: string, ...kinds: string[]) => {
  for (const kind of kinds) await desk.post(`queue/${applicationId}/proofs`, { kind, passed: true, reference: '' })
}
const amara = { family: 'Nwosu', given: 'Amara' }

test('NZ: signs in with My Health Account Workforce, and stands in the Council’s file', async () => {
  const doctor = await applies('NZ', '99536', 'Amara Nwosu')
  expect(await signsIn(doctor, 'workforce', { licences: '99536' })).toMatchObject({ state: 'verified' })
})

test('GB: signs in with CIS2, and stands in the List of Registered Medical Practitioners', async () => {
  const doctor = await applies('GB', '0000001', 'Amelia Sampleton')
  const account = { given_name: 'Amelia', family_name: 'Sampleton', licences: ['0000001'] }
  expect(await signsIn(doctor, 'cis2', account)).toMatchObject({ state: 'verified' })
})

test('US: NPPES is asked and two people read the state board; a document and a code to the NPPES contact', async () => {
  const doctor = await applies('US', '2100000019', 'Alexandra Testerson')
  const { applicationId } = doctor
  const [ann] = await twoRead(applicationId, {
    family: 'Testerson',
    given: 'Alexandra',
    college: 'Texas',
    status: 'active / current (wording differs per board)',
  })
  await checksDocument(doctor, { given: 'Alexandra', family: 'Testerson' })
  const { proofs } = await doctor.post('application/proofs/contact-code', {})
  const { proofId } = proofs.find(({ method }: { method: string }) => method === 'contact-code')
  const { code } = await ann.post(`queue/${applicationId}/proofs/${proofId}/code`, { by: 'phone' })
  expect(await doctor.post(`application/proofs/${proofId}/code`, { code })).toMatchObject({ state: 'verified', weighed: { points: 120 } })
})

test('AU: document and face, and Ahpra confirms number and birth date and says where they stand', async () => {
  const doctor = await applies('AU', 'MED0000932846', 'Helen Sample')
  await checksDocument(doctor, { given: 'Helen', family: 'Sample' })
  expect(await doctor.post('application/proofs/birth-date', { birthDate: '1970-03-22' })).toMatchObject({ state: 'checking' })
  expect(await doctor.post('application/proofs/birth-date', { birthDate: '1970-03-21' })).toMatchObject({
    state: 'verified',
    weighed: { points: 100 },
  })
  // The birth date is not kept: when the line has grown old it is read again by number, and Helen goes on.
  registrar.moveClock(5 * days)
  await passDay(deps)
  registrar.moveClock(-5 * days)
  const { state, fresh_until } = await deps.db
    .selectFrom('application')
    .select(['state', 'fresh_until'])
    .where('id', '=', doctor.applicationId)
    .executeTakeFirstOrThrow()
  expect(state).toBe('verified')
  expect(Date.parse(String(fresh_until))).toBeGreaterThan(clock.now().getTime() + 5 * days)
})

test('CA: signs in with ONE ID, and two people read the college’s page', async () => {
  const doctor = await applies('CA', '151295', 'Amara Nwosu')
  expect(await signsIn(doctor, 'oneid', { licences: '151295' })).toMatchObject({ state: 'checking', weighed: { points: 100 } })
  await twoRead(doctor.applicationId, { ...amara, college: 'Ontario' })
  expect(await doctor.get('application')).toMatchObject({ state: 'verified' })
})

test('ES: signs with the college’s certificate, and two people read the college’s page', async () => {
  const doctor = await applies('ES', '282812345', 'Lucía Prado Vega')
  await twoRead(doctor.applicationId, { family: 'Prado Vega', given: 'Lucía', college: 'Madrid' })
  const held = await college.issue({ subject: 'CN=LUCIA PRADO VEGA, 2.5.4.5=IDCES-1T, OU=Colegiado 282812345', policy })
  expect(await signs(doctor, held)).toMatchObject({ state: 'verified' })
})

test('MX: signs with the e.firma, and the desk finds the cédula by its CURP', async () => {
  const doctor = await applies('MX', '12345678', 'Lucía Prado Vega')
  const [ann] = await twoRead(doctor.applicationId, { family: 'Prado Vega', given: 'Lucía', degree: 'MEDICO CIRUJANO' })
  const held = await tax.issue({ subject: 'CN=LUCIA PRADO VEGA, 2.5.4.5=PAVL800229MDFRGC09' })
  expect(await signs(doctor, held)).toMatchObject({ state: 'checking', weighed: { person: true, record: false } })
  const { proofs } = await ann.get(`queue/${doctor.applicationId}`)
  const errands = proofs.map(({ errand }: { errand: unknown }) => errand)
  expect(errands).toContainEqual({ kind: 'register-id', to: 'PAVL800229MDFRGC09' })
  await sees(ann, doctor.applicationId, 'national_eid_keyed_to_register')
  expect(await doctor.get('application')).toMatchObject({ state: 'verified' })
})

test('ZA: two people read iRegister; the practising card is shown live in a video call', async () => {
  const doctor = await applies('ZA', 'MP0123456', 'Amara Nwosu')
  const [ann] = await twoRead(doctor.applicationId, amara)
  await sees(ann, doctor.applicationId, 'video_interview', 'regulator_live_credential')
  expect(await doctor.get('application')).toMatchObject({ state: 'verified', weighed: { points: 120 } })
})

test('IE: two people read the Council’s page; a video call, a call through the switchboard, and somebody else agrees', async () => {
  const doctor = await applies('IE', '412345', 'Amara Nwosu')
  const [ann, ben] = await twoRead(doctor.applicationId, amara)
  await sees(ann, doctor.applicationId, 'video_interview', 'employer_callback')
  expect(await doctor.get('application')).toMatchObject({ state: 'checking', weighed: { points: 110, second: true } })
  await expect(ann.post(`queue/${doctor.applicationId}/decision`, { decision: 'yes', reason: '' })).rejects.toThrow('case.second-person')
  await ben.post(`queue/${doctor.applicationId}/decision`, { decision: 'yes', reason: '' })
  expect(await doctor.get('application')).toMatchObject({ state: 'verified' })
})

test('nobody is verified by a path of another country', async () => {
  const doctor = await applies('IE', '412346', 'Amara Nwosu', 'elsewhere@example.org')
  await expect(doctor.post('application/proofs/login', { provider: 'workforce' })).rejects.toThrow('proof.unknown')
  await expect(doctor.post('application/proofs/certificate', {})).rejects.toThrow('proof.unknown')
  expect((await weigh(doctor)).points).toBe(0)
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { pie } from './pie.ts'

const practitioner = (changes: Record<string, string> = {}, more = ''): string => {
  const said = {
    ProfessionNumber: 'MED0000932846',
    FamilyName: 'O&apos;SAMPLE',
    GivenName: 'HELEN',
    MiddleName: 'RUTH',
    RegistrationStatus: 'Registered',
    RegistrationType: 'Specialist',
    ExpiryDate: '2027-09-30',
    ...changes,
  }
  const tags = Object.entries(said).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<VerifyResponse><Result>Match</Result><Practitioner>${tags.join('')}<Specialties><Specialty>Paediatrics</Specialty></Specialties>${more}</Practitioner></VerifyResponse>`
}

let answer = { status: 200, body: '' }
const asked: { path: string | undefined; body: string; authorization: string | undefined }[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  asked.push({ path: request.url, body, authorization: request.headers.authorization })
  response.writeHead(answer.status, { 'content-type': 'application/xml' }).end(answer.body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const now = new Date('2026-11-24T03:00:00Z')
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const who = { url: `${base}/verify`, user: 'consilium', password: 'secret' }
const verifying = pie({ ...who, readUrl: null }, { clock: { now: () => now } })
const reading = pie({ ...who, readUrl: `${base}/read` }, { clock: { now: () => now } })
const look = (body: string, status = 200) => {
  answer = { status, body }
  return verifying.lookUp('MED0000932846', { birthDate: '1970-03-21' })
}

test('number and birth date that go together bind the record', async () => {
  expect(await look(practitioner())).toMatchObject({
    outcome: 'hit',
    birthDateMatched: true,
    record: {
      names: [{ given: 'HELEN RUTH', family: "O'SAMPLE" }],
      standing: 'good',
      eligible: 'yes',
      specialtyRaw: ['Paediatrics'],
      validUntil: '2027-09-30',
    },
  })
  expect(asked.at(-1)?.body).toContain('<ProfessionNumber>MED0000932846</ProfessionNumber><DateOfBirth>1970-03-21</DateOfBirth>')
  expect(asked.at(-1)?.authorization).toBe(`Basic ${Buffer.from('consilium:secret').toString('base64')}`)
})

test('an alternative name is a name', async () => {
  const found = await look(
    practitioner(
      {},
      '<AlternativeNames><AlternativeName><FamilyName>MAYO</FamilyName><GivenName>HELEN</GivenName></AlternativeName></AlternativeNames>',
    ),
  )
  expect(found).toMatchObject({ record: { names: [{}, { family: 'MAYO', given: 'HELEN' }] } })
})

test.each([
  [{ RegistrationType: 'Provisional' }, '', 'training', 'yes-trainee'],
  [{ RegistrationType: 'Non-practising' }, '', 'not-practising', 'no'],
  [{}, '<Conditions><Condition>Supervision</Condition></Conditions>', 'restricted', 'review'],
  [{ RegistrationStatus: 'Suspended' }, '', 'suspended', 'no'],
  [{ RegistrationStatus: 'Cancelled' }, '', 'removed', 'no'],
  [{ RegistrationStatus: 'Something new' }, '', 'unknown', 'review'],
])('%s %s is %s', async (changes, more, standing, eligible) => {
  expect(await look(practitioner(changes, more))).toMatchObject({ outcome: 'hit', record: { standing, eligible } })
})

test('a birth date that is another’s is a miss, whatever else is known', async () => {
  expect(await look('<VerifyResponse><Result>NoMatch</Result></VerifyResponse>')).toEqual({ outcome: 'miss', asOf: now })
  expect(verifying.authoritativeMiss).toBe(false)
})

test('without a birth date nothing is asked; a fault, nonsense, or somebody else’s record is no answer', async () => {
  const before = asked.length
  expect(await verifying.lookUp('MED0000932846', {})).toMatchObject({ outcome: 'unavailable' })
  expect(asked).toHaveLength(before)
  for (const found of [
    await look('', 500),
    await look('no xml <'),
    await look('<VerifyResponse/>'),
    await look(practitioner({ ProfessionNumber: 'MED0000000001' })),
  ])
    expect(found.outcome).toBe('unavailable')
})

test('an answer cannot read files or swell by entities', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(100)}">]>${practitioner({ FamilyName: '&a;' })}`
  const found = await look(bomb)
  expect(found.outcome).toBe('unavailable')
})

test('by number alone the record is read and binds nothing; with a birth date it is verified, also where reading is allowed', async () => {
  const record = practitioner().replaceAll('VerifyResponse', 'ReadResponse').replace('Match', 'Found')
  answer = { status: 200, body: record }
  const found = await reading.lookUp('MED0000932846', {})
  expect(found).toMatchObject({ outcome: 'hit', record: { standing: 'good', names: [{ family: "O'SAMPLE" }] } })
  expect(found).not.toHaveProperty('birthDateMatched')
  expect(asked.at(-1)).toMatchObject({ path: '/read', body: expect.not.stringContaining('DateOfBirth') })
  answer = { status: 200, body: '<ReadResponse><Result>NotFound</Result></ReadResponse>' }
  expect(await reading.lookUp('MED0000932846', {})).toEqual({ outcome: 'miss', asOf: now })
  // What answers another question is no answer to this one.
  answer = { status: 200, body: practitioner() }
  expect(await reading.lookUp('MED0000932846', {})).toMatchObject({ outcome: 'unavailable' })
  expect(await reading.lookUp('MED0000932846', { birthDate: '1970-03-21' })).toMatchObject({ outcome: 'hit', birthDateMatched: true })
  expect(asked.at(-1)?.path).toBe('/verify')
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { pieVerify } from './pieVerify.ts'

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
const asked: { body: string; authorization: string | undefined }[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  asked.push({ body, authorization: request.headers.authorization })
  response.writeHead(answer.status, { 'content-type': 'application/xml' }).end(answer.body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const now = new Date('2026-11-24T03:00:00Z')
const pie = pieVerify(
  { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify`, user: 'consilium', password: 'secret' },
  { clock: { now: () => now } },
)
const look = (body: string, status = 200) => {
  answer = { status, body }
  return pie.lookUp('MED0000932846', { birthDate: '1970-03-21' })
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
  expect(pie.authoritativeMiss).toBe(false)
})

test('without a birth date nothing is asked; a fault, nonsense, or somebody else’s record is no answer', async () => {
  const before = asked.length
  expect(await pie.lookUp('MED0000932846', {})).toMatchObject({ outcome: 'unavailable' })
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

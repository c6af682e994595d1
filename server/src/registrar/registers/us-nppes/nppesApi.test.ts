import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { nppesApi } from './nppesApi.ts'

const sample = (name: string): string => readFileSync(join(import.meta.dirname, 'sample', name), 'utf8')
const hit = sample('api-hit.json')
const empty = '{"result_count":0,"results":[]}'

/** Answers as the registry does: errors with status 200, nothing found as an empty list. */
let answer: (url: URL) => { status?: number; body: string } = () => ({ body: empty })
const asked: { url: URL; at: number; agent: string }[] = []
let [open, mostOpen] = [0, 0]
const server = createServer((request: IncomingMessage, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  asked.push({ url, at: performance.now(), agent: request.headers['user-agent'] ?? '' })
  open += 1
  mostOpen = Math.max(mostOpen, open)
  setTimeout(() => {
    open -= 1
    const { status = 200, body } = answer(url)
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body)
  }, 10)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise((resolve) => server.close(resolve)))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`

let now = new Date('2026-11-24T03:00:00Z')
const api = (gap = 5) => nppesApi({ url, clock: { now: () => now }, release: '0.0.0', gap })

beforeEach(() => {
  asked.length = 0
  mostOpen = 0
  answer = () => ({ body: hit })
})

test('a physician: names, former name, taxonomies, state licence, where a code may go', async () => {
  expect(await api().lookUp('2100000019', {})).toMatchObject({
    outcome: 'hit',
    asOf: now,
    record: {
      names: [
        { given: 'ALEXANDRA MAE', family: 'TESTERSON' },
        { given: 'ALEXANDRA', family: 'SAMPLEBY' },
      ],
      standing: 'listed',
      eligible: 'needs-licence',
      rawStatus: 'basic.status=A',
      specialtyRaw: ['207R00000X', '207RC0000X'],
      licences: ['TX TEST1001'],
      contact: { phone: '555-555-0100', postal: '100 EXAMPLE ST, SPRINGFIELD, TX, 000010001, US' },
    },
  })
  expect(asked[0]?.url.searchParams.get('version')).toBe('2.1')
  expect(asked[0]?.agent).toMatch(/^Consilium\//)
})

test('a number that is an integer is the same number; another number in the answer is not the one asked for', async () => {
  answer = () => ({ body: hit.replace('"number": "2100000019"', '"number": 2100000019') })
  expect((await api().lookUp('2100000019', {})).outcome).toBe('hit')
  expect((await api().lookUp('2100000027', {})).outcome).toBe('miss')
})

test.each([
  ['deactivated', '"status": "A"', '"status": "D"', 'unknown'],
  ['an organisation', '"NPI-1"', '"NPI-2"', 'none'],
  ['of another profession', /207RC?0000X|207R00000X/g, '363LF0000X', 'none'],
] as const)('who is %s is not eligible', async (_, from, to, standing) => {
  answer = () => ({ body: hit.replaceAll(from, to) })
  expect(await api().lookUp('2100000019', {})).toMatchObject({ outcome: 'hit', record: { standing, eligible: 'no' } })
})

test('an error with status 200, a fault, nonsense and silence are no answer, and are asked again', async () => {
  const register = api()
  const reasons: string[] = []
  for (const body of [sample('api-error-06.json'), '<html>', '{"results":[{}]}']) {
    answer = () => ({ body })
    const found = await register.lookUp('2100000019', {})
    if (found.outcome === 'unavailable') reasons.push(found.reason)
  }
  answer = () => ({ status: 503, body: '' })
  expect(await register.lookUp('2100000019', {})).toEqual({ outcome: 'unavailable', reason: 'answered 503' })
  expect(reasons[0]).toBe('answered error 06: NPI must be 10 digits')
  expect(reasons).toHaveLength(3)
  answer = () => ({ body: hit })
  expect((await register.lookUp('2100000019', {})).outcome).toBe('hit')
  expect(
    await nppesApi({ url: 'http://127.0.0.1:1/', clock: { now: () => now }, release: '0', gap: 0 }).lookUp('2100000019', {}),
  ).toMatchObject({
    outcome: 'unavailable',
  })
})

test('many at once are asked one after the other with a gap, the same once, and not again for a day', async () => {
  const register = api(50)
  await Promise.all(['2100000019', '2100000019', '2100000027', '2100000035'].map((number) => register.lookUp(number, {})))
  expect(asked).toHaveLength(3)
  expect(mostOpen).toBe(1)
  const gaps = asked.slice(1).map(({ at }, place) => at - (asked[place]?.at ?? 0))
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(48)
  await register.lookUp('2100000019', {})
  expect(asked).toHaveLength(3)
  now = new Date(now.getTime() + 25 * 3_600_000)
  await register.lookUp('2100000019', {})
  expect(asked).toHaveLength(4)
})

import { expect, test } from 'vitest'
import { openLog } from '../../platform/log.ts'
import { findInRegister } from './findInRegister.ts'
import type { Lookup, RegisterAdapter, RegisterRecord } from './RegisterAdapter.ts'

const log = openLog('registrar')
log.level = 'silent'
const clock = { now: () => new Date('2026-11-24T03:00:00Z') }
const yesterday = new Date('2026-11-23T03:00:00Z')
const lastYear = new Date('2025-11-24T03:00:00Z')

const record: RegisterRecord = {
  number: '2100000019',
  names: [{ given: 'ALEXANDRA', family: 'TESTERSON' }],
  standing: 'listed',
  eligible: 'needs-licence',
  rawStatus: 'basic.status=A',
  specialtyRaw: ['207R00000X'],
  credential: 'M.D.',
  flags: [],
  licences: ['TX TEST1001'],
  validUntil: null,
  contact: null,
}
const hit = (asOf: Date): Lookup => ({ outcome: 'hit', record, asOf, namesakes: 0 })
const miss = (asOf: Date): Lookup => ({ outcome: 'miss', asOf })
const silent: Lookup = { outcome: 'unavailable', reason: 'no answer' }

const find = async (...answers: Lookup[]) => {
  const asked: string[] = []
  const registers = answers.map(
    (answer, at): RegisterAdapter => ({
      code: `way-${at}`,
      country: 'US',
      mode: at === 0 ? 'file' : 'api',
      authoritativeMiss: true,
      freshForHours: 192,
      lookUp: async () => {
        asked.push(`way-${at}`)
        return answer
      },
    }),
  )
  const { outcome, adapter, record: found, asOf } = await findInRegister({ registers, clock, log }, { country: 'US', number: '2100000019' })
  return { outcome, by: adapter?.code, found: found !== null, asOf, asked }
}

test('a fresh record ends the search', async () => {
  expect(await find(hit(yesterday), miss(yesterday))).toMatchObject({ outcome: 'hit', by: 'way-0', found: true, asked: ['way-0'] })
})

test('what the copy does not have, the register itself is asked for', async () => {
  expect(await find(miss(yesterday), hit(yesterday))).toMatchObject({ outcome: 'hit', by: 'way-1', found: true })
  expect(await find(miss(yesterday), silent)).toMatchObject({ outcome: 'miss', by: 'way-0', asOf: yesterday })
})

test('an old record is shown and passes for nothing', async () => {
  expect(await find(hit(lastYear))).toMatchObject({ outcome: 'unavailable', found: true, asOf: lastYear })
  expect(await find(hit(lastYear), miss(yesterday))).toMatchObject({ outcome: 'miss', by: 'way-1', found: false })
})

test('an old copy without the number, or a silent register, says nothing', async () => {
  expect(await find(miss(lastYear))).toMatchObject({ outcome: 'unavailable', found: false })
  expect(await find(silent)).toMatchObject({ outcome: 'unavailable', found: false, asOf: null })
})

test('where only a person can look, it says so and how', async () => {
  const found = await findInRegister({ registers: [], clock, log }, { country: 'IE', number: '412345' })
  expect(found).toMatchObject({ outcome: 'manual', adapter: null, record: null })
  expect(found.desk.deepLink).toContain('medicalcouncil.ie')
})

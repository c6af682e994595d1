import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { CannotStart } from '../../../platform/CannotStart.ts'
import { findInRegister } from '../findInRegister.ts'
import { showRegisters } from '../show-registers.ts'
import { formats } from './formats.ts'
import { importRegister } from './importRegister.ts'

const sample = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const nppes = sample('us-nppes/sample/npidata_sample.csv')
const lrmp = sample('gb-lrmp/sample/lrmp.csv')

const { deps, ownerUrl, moveClock } = await aRegistrar()

const importing = async (register: string, text: string, { asOf = '2026-11-22', delta = false, pieces = 1_000 } = {}) => {
  const broken: [number, string][] = []
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
  }
  const format = formats.get(register)
  if (!format) throw new Error(`no format ${register}`)
  const result = await importRegister(
    { name: 'file.csv', bytes: bytes.length, asOf, chunks: chunks() },
    { ownerUrl, clock: deps.clock, format, delta, onProgress: () => {}, onBroken: (line, reason) => broken.push([line, reason]) },
  ).catch((error: unknown) => {
    if (error instanceof CannotStart) return error.message
    throw error
  })
  return { result, broken }
}
const us = (number: string) => findInRegister(deps, { country: 'US', number })
const gb = (number: string) => findInRegister(deps, { country: 'GB', number })
const stateOf = async (register: string) => (await showRegisters(deps)).find((found) => found.register === register)

/** The doctors of the list many times over, under other numbers. */
const manyOf = (count: number): string => {
  const [header = '', row = ''] = lrmp.split('\n')
  return [header, ...Array.from({ length: count }, (_, at) => row.replace('0000001', String(1_000_000 + at)))].join('\n')
}

test('before the first import nothing is known, and changes are refused', async () => {
  expect(await us('2100000019')).toMatchObject({ outcome: 'unavailable', record: null })
  expect((await importing('us-nppes', nppes, { delta: true })).result).toMatch(/import a full file first/)
})

test('the file of NPPES: physicians are kept with their names, trainees and oral surgeons marked, others left out, the deactivated removed', async () => {
  expect(await importing('us-nppes', nppes)).toEqual({ result: { read: 8, kept: 6, leftOut: 2, broken: 0 }, broken: [] })
  expect(await us('2100000019')).toMatchObject({
    outcome: 'hit',
    asOf: new Date('2026-11-22T23:59:59Z'),
    namesakes: 0,
    record: {
      names: [{ given: 'ALEXANDRA MAE', family: 'TESTERSON' }],
      standing: 'listed',
      eligible: 'needs-licence',
      specialtyRaw: ['207R00000X', '207RC0000X'],
      licences: ['TX TEST1001'],
      contact: { phone: '5555550100' },
    },
  })
  expect((await us('2100000035')).record?.names).toContainEqual({ given: 'MARIA', family: 'FICTICIA' })
  expect((await us('2100000043')).outcome).toBe('miss')
  expect((await us('2100000050')).record).toMatchObject({ standing: 'training', eligible: 'yes-trainee', flags: ['student-or-resident'] })
  expect((await us('2100000068')).record).toMatchObject({ eligible: 'review', flags: ['may-be-dentist'] })
  expect((await us('2100000076')).record).toMatchObject({ standing: 'removed', eligible: 'no', names: [] })
  expect((await us('2100000084')).outcome).toBe('miss')
})

test('changes are laid over the register: renamed, newly deactivated, no physician any more; the others stay', async () => {
  const [header = '', first = '', second = '', third = ''] = nppes.split('\n')
  const renamed = first.replace('"TESTERSON"', '"NEWNAME"')
  const leaving = second.replaceAll('207Q00000X', '363A00000X')
  const deactivated = `"2100000035"${',""'.repeat(38)},"11/20/2026"${',""'.repeat(290)}`
  expect(third).toContain('GARCIA')
  const { result } = await importing('us-nppes', [header, first, renamed, leaving, deactivated].join('\n'), {
    delta: true,
    asOf: '2026-11-23',
  })
  expect(result).toEqual({ read: 4, kept: 3, leftOut: 1, broken: 0 })
  expect((await us('2100000019')).record?.names[0]?.family).toBe('NEWNAME')
  expect((await us('2100000027')).outcome).toBe('miss')
  expect((await us('2100000035')).record).toMatchObject({ standing: 'removed' })
  expect((await us('2100000050')).outcome).toBe('hit')
  expect((await importing('us-nppes', nppes, { delta: true, asOf: '2026-11-20' })).result).toMatch(/stands at 2026-11-23 already/)
})

test('the list of the GMC, in its own words, and a day’s changes', async () => {
  expect((await importing('gb-lrmp', lrmp)).result).toMatchObject({ kept: 5, broken: 0 })
  expect((await gb('0000001')).record).toMatchObject({ standing: 'good', eligible: 'yes', specialtyRaw: ['Specialist Register'] })
  expect((await gb('0000002')).record).toMatchObject({ standing: 'training', eligible: 'yes-trainee' })
  expect((await gb('0000004')).record).toMatchObject({ standing: 'suspended', eligible: 'no' })
  const changes = lrmp.split('\n').slice(0, 2).join('\n').replace('Registered with Licence', 'Not Registered – Administrative Reason')
  await importing('gb-lrmp', changes, { delta: true, asOf: '2026-11-23' })
  expect((await gb('0000001')).record).toMatchObject({ standing: 'removed', eligible: 'no' })
  const unknown = changes.replace('Not Registered – Administrative Reason', 'Under a new heading')
  await importing('gb-lrmp', unknown, { delta: true, asOf: '2026-11-23' })
  expect((await gb('0000001')).record).toMatchObject({ standing: 'unknown', eligible: 'review', rawStatus: 'Under a new heading' })
})

test('a broken row is named and skipped; more than one in a hundred changes nothing', async () => {
  const good = manyOf(200)
  const once = await importing('gb-lrmp', `${good}\n12345,Short\n`, { asOf: '2026-11-23' })
  expect(once).toMatchObject({ result: { read: 201, kept: 200, broken: 1 }, broken: [[202, 'has 2 columns instead of 13']] })
  expect((await gb('1000199')).outcome).toBe('hit')
  const { result } = await importing('gb-lrmp', `${manyOf(10)}\n12345,Short\n`, { asOf: '2026-11-23' })
  expect(result).toMatch(/^1 of 11 rows are broken/)
  expect(await stateOf('gb-lrmp')).toMatchObject({ rows: 200, standsAt: '2026-11-23', lastImport: { state: 'stopped', broken: 1 } })
  expect((await gb('1000199')).namesakes).toBe(99)
})

test('another file, or an empty one, changes nothing', async () => {
  expect((await importing('gb-lrmp', 'a,b\n1,2\n')).result).toMatch(/^The file has no column "GMC Ref No"/)
  expect((await importing('gb-lrmp', '')).result).toBe('The file has no rows.')
  expect((await importing('us-nppes', nppes.replaceAll(',"Certification Date"', ''))).result).toMatch(/329 columns/)
  expect((await gb('1000199')).outcome).toBe('hit')
})

test('an import that breaks off leaves the register, and the next one goes through', async () => {
  const before = await stateOf('gb-lrmp')
  async function* torn() {
    yield Buffer.from(manyOf(50))
    throw new Error('the disk is gone')
  }
  const format = formats.get('gb-lrmp')
  if (!format) throw new Error('no format')
  await expect(
    importRegister(
      { name: 'file.csv', bytes: 10_000, asOf: '2026-11-23', chunks: torn() },
      { ownerUrl, clock: deps.clock, format, delta: false, onProgress: () => {}, onBroken: () => {} },
    ),
  ).rejects.toThrow('the disk is gone')
  expect(await stateOf('gb-lrmp')).toMatchObject({ rows: before?.rows, standsAt: before?.standsAt, lastImport: { state: 'stopped' } })
  expect((await importing('gb-lrmp', manyOf(50), { asOf: '2026-11-23' })).result).toMatchObject({ kept: 50 })
})

test('a number that stands twice counts as its later row', async () => {
  const twice = `${lrmp}\n${lrmp.split('\n')[1]?.replace('Registered with Licence', 'Suspended')}`
  await importing('gb-lrmp', twice, { asOf: '2026-11-23' })
  expect((await gb('0000001')).record).toMatchObject({ standing: 'suspended' })
})

test('New Zealand: status and the end of the practising certificate', async () => {
  const file = [
    'Registration Number,Surname,Given Names,Previous Surname,Registration Status,Scope of Practice,Practising Certificate End Date,Registered Address',
    '99536,Sample,Aroha Jane,Former,current,General; Vocational: Paediatrics,30/11/2027,"1 Example St\nWellington"',
    '9953,Test,Wiremu,,inactive,General,,',
  ].join('\n')
  expect((await importing('nz-mcnz', file)).result).toMatchObject({ kept: 2 })
  const { record } = await findInRegister(deps, { country: 'NZ', number: '99536' })
  expect(record).toMatchObject({
    standing: 'good',
    validUntil: '2027-11-30',
    specialtyRaw: ['General', 'Vocational: Paediatrics'],
    names: [{ family: 'Sample' }, { family: 'Former', given: 'Aroha Jane' }],
  })
  expect((await findInRegister(deps, { country: 'NZ', number: '9953' })).record?.standing).toBe('not-practising')
})

test('a register that is not brought up to date verifies nobody', async () => {
  moveClock(5 * 24 * 3_600_000)
  expect(await gb('0000002')).toMatchObject({ outcome: 'unavailable', record: { number: '0000002' } })
  expect((await us('2100000019')).outcome).toBe('hit')
  expect((await stateOf('gb-lrmp'))?.isFresh).toBe(false)
})

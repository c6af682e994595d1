import { expect, test } from 'vitest'
import { bannersOf, type Device } from './banners.rules.ts'

const device = (more: Partial<Device>): Device => ({
  modality: 'US',
  maker: 'Philips Medical Systems',
  model: 'CX50',
  type: ['ORIGINAL', 'PRIMARY'],
  rows: 600,
  columns: 800,
  regions: [],
  ...more,
})

test('where a machine is known to write, the strip is offered as wide as the picture', () => {
  expect(bannersOf(device({}))).toEqual([{ x: 0, y: 0, width: 800, height: 59 }])
  expect(bannersOf(device({ maker: 'GE Healthcare', model: 'LOGIQS8', rows: 768, columns: 1_024 }))[0]?.height).toBe(60)
})

test('an ultrasound that says where its parts are has nothing of the patient above them', () => {
  const other = { maker: 'nobody', model: 'unknown' }
  expect(bannersOf(device({ ...other, regions: [80, 300] }))).toEqual([{ x: 0, y: 0, width: 800, height: 80 }])
  expect(bannersOf(device({ regions: [80] }))[0]?.height).toBe(80)
  expect(bannersOf(device({ ...other, regions: [2] }))).toEqual([])
  expect(bannersOf(device({ ...other, regions: [400] }))).toEqual([])
  expect(bannersOf(device(other))).toEqual([])
})

test('a page of doses and a screen that was saved have their heading, a plain slice has none', () => {
  const ct = { modality: 'CT', maker: 'GE', model: 'LightSpeed VCT', rows: 512, columns: 512 }
  expect(bannersOf(device({ ...ct, type: ['DERIVED', 'SECONDARY', 'SCREEN SAVE'] }))[0]?.height).toBe(121)
  expect(bannersOf(device({ ...ct, type: ['ORIGINAL', 'PRIMARY', 'LOCALIZER'] }))[0]?.height).toBe(85)
  expect(bannersOf(device({ ...ct, type: ['ORIGINAL', 'PRIMARY', 'AXIAL'] }))).toEqual([])
})

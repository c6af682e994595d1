import { expect, test } from 'vitest'
import { isApple, pushStateOf } from './push.rules.ts'

const phone = { able: true, apple: false, onHomeScreen: false, permission: 'default', subscribed: false } as const

test('a device is on only where the browser lets it and the server knows it', () => {
  expect(pushStateOf(phone)).toBe('off')
  expect(pushStateOf({ ...phone, permission: 'granted' })).toBe('off')
  expect(pushStateOf({ ...phone, permission: 'granted', subscribed: true })).toBe('on')
  expect(pushStateOf({ ...phone, permission: 'default', subscribed: true })).toBe('off')
  expect(pushStateOf({ ...phone, permission: 'denied', subscribed: true })).toBe('denied')
  expect(pushStateOf({ ...phone, able: false, permission: null })).toBe('unsupported')
})

test('on an iPhone the home screen comes first, whatever Safari can do', () => {
  expect(pushStateOf({ ...phone, apple: true, able: false, permission: null })).toBe('home-first')
  expect(pushStateOf({ ...phone, apple: true, onHomeScreen: true })).toBe('off')
})

test('an iPad is known by its fingers', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15'
  expect(isApple(mac, 5)).toBe(true)
  expect(isApple(mac, 0)).toBe(false)
  expect(isApple('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5)).toBe(true)
  expect(isApple('Mozilla/5.0 (Linux; Android 15)', 5)).toBe(false)
})

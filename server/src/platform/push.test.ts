import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPushService } from '#server/testing/aPushService.ts'
import { isPublic, meaningOf, openPusher } from './push.ts'

const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const subject = 'https://community.example.org'
const service = await aPushService()
const pusher = openPusher({ key, subject, services: [service.host], request: service.request })

describe('a message', () => {
  test('reaches the browser encrypted for it and signed by us, and says nothing', async () => {
    const browser = service.aBrowser(pusher.publicKey)
    expect(await pusher.send(browser)).toBe('taken')
    const [message] = service.received
    expect(JSON.parse(message?.text ?? '')).toEqual({ v: 1 })
    expect(message?.claims).toMatchObject({ sub: subject, aud: `https://${service.host}` })
    expect(message?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '86400', topic: 'news' })
    expect(Object.keys(message?.headers ?? {})).not.toContain('cookie')
  })

  test('to a browser that is gone, or that another key was promised, tells so', async () => {
    const browser = service.aBrowser(pusher.publicKey)
    browser.leave()
    expect(await pusher.send(browser)).toBe('gone')
    expect(await pusher.send(service.aBrowser('another key'))).toBe('gone')
    expect(await pusher.send({ ...service.aBrowser(pusher.publicKey), p256dh: 'A'.repeat(87) })).toBe('gone')
  })

  test('to a service that fails, has too much to do, or is not there waits for later', async () => {
    const browser = service.aBrowser(pusher.publicKey)
    for (const status of [500, 503, 429]) {
      service.answer(status)
      expect(await pusher.send(browser)).toBe('later')
    }
    service.answer(201)
    const nobodyThere = openPusher({ key, subject, services: ['nobody.invalid'] })
    expect(await nobodyThere.send({ ...browser, endpoint: 'https://nobody.invalid/x' })).toBe('later')
  })

  test('every answer of a service means one of three things', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 599 }), (status) => ['taken', 'gone', 'later'].includes(meaningOf(status))))
    expect([201, 404, 410, 429, 500].map(meaningOf)).toEqual(['taken', 'gone', 'gone', 'later', 'later'])
  })
})

describe('where we send', () => {
  const makers = openPusher({ key, subject, services: ['fcm.googleapis.com', '*.push.apple.com', 'own.example.org:8443'] })

  test('only to services that are named, by https, at their own port', () => {
    for (const endpoint of ['https://fcm.googleapis.com/fcm/send/x', 'https://web.push.apple.com/x', 'https://own.example.org:8443/x'])
      expect([endpoint, makers.allows(endpoint)]).toEqual([endpoint, true])
    for (const endpoint of [
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com:8443/x',
      'https://fcm.googleapis.com.example.org/x',
      'https://user@fcm.googleapis.com/x',
      'https://push.apple.com.evil.example/x',
      'https://evilpush.apple.com.example/x',
      'https://own.example.org/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/x',
      'file:///etc/passwd',
      'not an address',
    ])
      expect([endpoint, makers.allows(endpoint)]).toEqual([endpoint, false])
  })

  test('what is not allowed is not asked, even if it was kept', async () => {
    const before = service.received.length
    expect(await makers.send(service.aBrowser(makers.publicKey))).toBe('gone')
    expect(service.received).toHaveLength(before)
  })

  test('a name that leads into a private net leads nowhere', async () => {
    const inward = openPusher({ key, subject, services: ['localhost:9'] })
    expect(await inward.send({ ...service.aBrowser(inward.publicKey), endpoint: 'https://localhost:9/x' })).toBe('later')
    for (const address of ['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.20.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1'])
      expect([address, isPublic(address)]).toEqual([address, false])
    for (const address of ['::1', '::', 'fc00::1', 'fe80::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::', 'x'])
      expect([address, isPublic(address)]).toEqual([address, false])
    for (const address of ['142.250.184.10', '2a00:1450:4003:80c::200a']) expect([address, isPublic(address)]).toEqual([address, true])
  })
})

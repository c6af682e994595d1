import { createPublicKey, type KeyObject } from 'node:crypto'
import { lookup } from 'node:dns'
import { Agent, request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import webPush from 'web-push'
import { hours, seconds } from './time.ts'

/** Where a browser wants to be told, as its own push service gave it out. */
export interface PushAddress {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** What a push service says: it took the message; the browser is not there any more; not now. */
export type Pushed = 'taken' | 'gone' | 'later'

/** Sends a browser word that there is something to ask for, through the service of the browser's maker. */
export interface Pusher {
  /** By which a browser knows who may send to it. */
  readonly publicKey: string
  /** Whether this is an address of a service we send to. */
  allows(endpoint: string): boolean
  send(address: PushAddress): Promise<Pushed>
}

/** The same for every message, so that not even its length says anything. */
const payload = JSON.stringify({ v: 1 })
const patience = 10 * seconds
/** How long a service keeps a message for a device that is off. */
const keptFor = 24 * hours

interface Options {
  /** The private VAPID key, on P-256. */
  readonly key: KeyObject
  /** Whom a push service may turn to: an address with https:// or mailto:. */
  readonly subject: string
  /** Host names; a star stands for any names before it. */
  readonly services: readonly string[]
  /** Another way to reach them, for tests. */
  readonly request?: typeof httpsRequest
}

/** Speaks RFC 8030 with RFC 8291 (the message is encrypted for the browser) and RFC 8292 (VAPID: it is signed by us). */
export const openPusher = ({ key, subject, services, request = httpsRequest }: Options): Pusher => {
  const vapidDetails = { subject, ...vapidKeys(key) }
  const agent = new Agent({ keepAlive: true, maxSockets: 16, lookup: publicOnly })
  const allows = (endpoint: string): boolean => {
    const url = URL.parse(endpoint)
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || isIP(url.hostname) !== 0) return false
    return services.some((service) =>
      service.startsWith('*.') ? url.port === '' && url.hostname.endsWith(service.slice(1)) : url.host === service,
    )
  }
  return {
    publicKey: vapidDetails.publicKey,
    allows,
    send: async ({ endpoint, p256dh, auth }) => {
      if (!allows(endpoint)) return 'gone'
      let details: webPush.RequestDetails
      try {
        // What is not fetched yet is replaced by the newest: it says the same.
        const options = { vapidDetails, TTL: keptFor / seconds, urgency: 'high', topic: 'news', contentEncoding: 'aes128gcm' } as const
        details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, options)
      } catch {
        // No point of the curve: nobody can ever read what is sent here.
        return 'gone'
      }
      return new Promise((resolve) => {
        const { method, headers, body } = details
        const sending = request(endpoint, { method, headers, agent, signal: AbortSignal.timeout(patience) }, (response) => {
          response.resume()
          resolve(meaningOf(response.statusCode ?? 0))
        })
        sending.on('error', () => resolve('later'))
        sending.end(body)
      })
    },
  }
}

/** 404 and 410: gone. 401 and 403: it was given out for another key of ours. 400 and 413 do not get better by waiting, but do not speak of the browser either. */
export const meaningOf = (status: number): Pushed => {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 404 || status === 410 || status === 401 || status === 403) return 'gone'
  return 'later'
}

const vapidKeys = (key: KeyObject): { publicKey: string; privateKey: string } => {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  const { d = '' } = key.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { publicKey: point.toString('base64url'), privateKey: d }
}

const notPublic = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4')
// Of the others only what is handed out for the public net, and nothing that leads back into the older one.
const publicSix = new BlockList()
publicSix.addSubnet('2000::', 3, 'ipv6')
const leadsBack = new BlockList()
leadsBack.addSubnet('2001::', 23, 'ipv6')
leadsBack.addSubnet('2002::', 16, 'ipv6')

/** Whether an address lies in the public net. */
export const isPublic = (address: string): boolean =>
  isIP(address) === 4
    ? !notPublic.check(address, 'ipv4')
    : isIP(address) === 6 && publicSix.check(address, 'ipv6') && !leadsBack.check(address, 'ipv6')

/** Finds only public addresses, so that a name that leads into the operator's own net leads nowhere. */
const publicOnly: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first, ...others] = error ? [] : found.filter(({ address }) => isPublic(address))
    if (!first) return callback(error ?? Object.assign(new Error('No public address'), { code: 'ENOTFOUND' }), '', 4)
    if (options.all) return callback(null, [first, ...others])
    return callback(null, first.address, first.family)
  })

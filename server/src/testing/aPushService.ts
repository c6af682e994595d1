import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { PushAddress } from '../platform/push.ts'

interface Received {
  readonly endpoint: string
  readonly headers: IncomingHttpHeaders
  /** What the browser reads once it has decrypted it. */
  readonly text: string
  /** What the signature says, once it was found to be by the key the browser was given. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string }
}

/**
 * A push service as the makers of browsers run one, with its browsers: RFC 8030, decrypting by RFC 8291 and checking the signature by RFC 8292.
 * It speaks http, and `request` leads to it whoever asks for https.
 */
export const aPushService = async () => {
  const browsers = new Map<string, { ecdh: ECDH; auth: Buffer; allowed: string }>()
  const received: Received[] = []
  const says = { status: 201, silent: false }
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const endpoint = `https://${host()}${request.url}`
      const browser = browsers.get(endpoint)
      if (says.silent) return
      if (!browser) return void response.writeHead(410).end()
      const claims = claimsIn(request.headers, browser.allowed)
      if (!claims || claims.aud !== `https://${host()}`) return void response.writeHead(403).end()
      if (says.status < 300)
        received.push({ endpoint, headers: request.headers, text: decrypt(Buffer.concat(chunks), browser.ecdh, browser.auth), claims })
      response.writeHead(says.status, { location: `${endpoint}/message` }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const host = () => `push.example.org:${(server.address() as AddressInfo).port}`

  return {
    host: host(),
    received,
    /** What it answers from now on. */
    answer: (status: number) => Object.assign(says, { status, silent: false }),
    fallSilent: () => Object.assign(says, { silent: true }),
    request: ((endpoint: string, options: object, listener: never) => {
      const { port, pathname } = new URL(endpoint)
      return httpRequest({ ...options, agent: undefined, host: '127.0.0.1', port, path: pathname }, listener)
    }) as typeof httpsRequest,
    /** A browser that lets the holder of a key tell it something. */
    aBrowser: (publicKey: string): PushAddress & { readonly leave: () => void } => {
      const ecdh = createECDH('prime256v1')
      ecdh.generateKeys()
      const auth = randomBytes(16)
      const endpoint = `https://${host()}/to/${randomBytes(16).toString('base64url')}`
      browsers.set(endpoint, { ecdh, auth, allowed: publicKey })
      return {
        endpoint,
        p256dh: ecdh.getPublicKey('base64url'),
        auth: auth.toString('base64url'),
        leave: () => browsers.delete(endpoint),
      }
    },
  }
}

/** Content-Encoding aes128gcm with the keys of RFC 8291. */
const decrypt = (body: Buffer, ecdh: ECDH, auth: Buffer): string => {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + (body[20] ?? 0))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender])
  const ikm = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16))
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
  const sealed = body.subarray(21 + sender.length)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

/** What a VAPID header claims, if the key in it is the one allowed and has signed it. */
const claimsIn = ({ authorization = '' }: IncomingHttpHeaders, allowed: string): Received['claims'] | null => {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [head = '', body = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  if (key !== allowed || point.length !== 65) return null
  const signer = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') },
  })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: signer, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return isSigned ? JSON.parse(Buffer.from(body, 'base64url').toString()) : null
}

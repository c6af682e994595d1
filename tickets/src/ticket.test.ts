import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'
import { readTicketKey, type TicketKey } from './blind.ts'
import { rootKeyOf } from './seed.ts'
import { blindSign, generateTicketKey } from './sign.ts'
import { isTicketGood, openTicket, requestTicket } from './ticket.ts'
import type { TicketClaim } from './tickets.rules.ts'

const ana = new Uint8Array(16).fill(1)
const tom = new Uint8Array(16).fill(2)
const rootOf = (seed: Uint8Array) => rootKeyOf(seed).publicKey

const root: TicketClaim = { kind: 'root', period: 0 }
const renewal: TicketClaim = { kind: 'renewal', period: 7 }
const label: TicketClaim = { kind: 'label', period: 2, label: 'cardiology.ES' }
const claims = [root, renewal, label]

let pair: Awaited<ReturnType<typeof generateTicketKey>>
let key: TicketKey
beforeAll(async () => {
  pair = await generateTicketKey(2048)
  key = (await readTicketKey(pair.publicKey))!
})

const sign = (blinded: string) => toBase64url(blindSign(pair.privateKey, fromBase64url(blinded)!))
const ticketFor = async (seed: Uint8Array, claim: TicketClaim) =>
  (await openTicket(seed, claim, key, sign(requestTicket(seed, claim, key))))!

describe('a ticket', () => {
  it('is good for the root and the claim it was asked for', async () => {
    for (const claim of claims) expect(await isTicketGood(await ticketFor(ana, claim), claim, rootOf(ana), key)).toBe(true)
  })

  it('can be begun on one device and finished on another with the same seed', async () => {
    const begun = requestTicket(ana, renewal, key)
    const elsewhere = Uint8Array.from(ana)
    expect(requestTicket(elsewhere, renewal, key)).toBe(begun)
    expect(await openTicket(elsewhere, renewal, key, sign(begun))).toBe(await ticketFor(ana, renewal))
  })

  it('is no good to who copied it', async () => {
    for (const claim of claims) expect(await isTicketGood(await ticketFor(ana, claim), claim, rootOf(tom), key)).toBe(false)
  })

  it('says one thing only, even under one key: not another epoch, quarter, label or kind', async () => {
    const others: TicketClaim[] = [
      { kind: 'renewal', period: 8 },
      { kind: 'label', period: 3, label: 'cardiology.ES' },
      { kind: 'label', period: 2, label: 'cardiology.GB' },
      { kind: 'label', period: 7, label: 'doctor.world' },
    ]
    for (const held of claims) {
      const ticket = await ticketFor(ana, held)
      for (const claimed of [...claims, ...others].filter((claim) => claim !== held)) {
        expect(await isTicketGood(ticket, claimed, rootOf(ana), key)).toBe(false)
      }
    }
  })

  it('is no good under another key', async () => {
    const other = (await readTicketKey((await generateTicketKey(2048)).publicKey))!
    expect(await isTicketGood(await ticketFor(ana, root), root, rootOf(ana), other)).toBe(false)
  })

  it('is no good with one wrong bit, cut short, or as another text', async () => {
    const bytes = fromBase64url(await ticketFor(ana, root))!
    for (const at of [0, 31, 32, bytes.length - 1]) {
      expect(await isTicketGood(toBase64url(bytes.with(at, bytes[at]! ^ 1)), root, rootOf(ana), key)).toBe(false)
    }
    for (const ticket of [toBase64url(bytes.subarray(1)), '', 'no ticket!'])
      expect(await isTicketGood(ticket, root, rootOf(ana), key)).toBe(false)
  })

  it('does not come out of an answer to another request', async () => {
    expect(await openTicket(ana, root, key, sign(requestTicket(tom, root, key)))).toBeNull()
    expect(await openTicket(ana, root, key, sign(requestTicket(ana, renewal, key)))).toBeNull()
    expect(await openTicket(ana, root, key, 'no answer!')).toBeNull()
  })
})

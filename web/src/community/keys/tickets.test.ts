import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSigner, type TestSigner } from '#server/testing/aSigner.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import { readTicketKey } from '#tickets/blind.ts'
import { requestHash } from '#tickets/requestHash.ts'
import { isTicketGood } from '#tickets/ticket.ts'
import { epochOf, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'
import { askAhead, askToJoin, believeKeys, KeysRefused, newestOf, openAnswers, openToJoin, rootOf } from './tickets.ts'

const now = new Date('2026-11-24T03:00:00Z')
const periods = { code: 'cardiology.GB', period: quarterOf(now), epoch: epochOf(now) }
const claims: readonly TicketClaim[] = [
  { kind: 'root', period: 0 },
  { kind: 'renewal', period: periods.epoch },
  { kind: 'label', period: periods.period, label: periods.code },
]
const seed = new Uint8Array(randomBytes(16))
let signer: TestSigner
let other: TestSigner
beforeAll(async () => {
  signer = await aSigner(claims)
  other = await aSigner(claims)
})
const keys = () => believeKeys(signer.manifest(), null)
const signed = async () => {
  const asked = await askToJoin(seed, keys(), periods, now)
  const [root, renewal, label] = await Promise.all(
    (['root', 'renewal', 'label'] as const).map((kind, at) => signer.sign(claims[at]!, asked[kind])),
  )
  return { ...periods, root: root!, renewal: renewal!, label: label! }
}

describe("a new member's tickets", () => {
  it('are asked for with the same bytes each time, and open to what the community accepts', async () => {
    expect(await askToJoin(seed, keys(), periods, now)).toEqual(await askToJoin(seed, keys(), periods, now))
    const tickets = await openToJoin(seed, keys(), await signed(), now)
    for (const claim of claims) {
      const listed = signer.manifest().entries.find(({ kind }) => kind === claim.kind)
      const key = await readTicketKey(listed?.publicKey ?? '')
      expect(await isTicketGood(tickets?.[claim.kind] ?? '', claim, rootOf(seed), key!)).toBe(true)
    }
  })

  it('do not open when something else comes back', async () => {
    const right = await signed()
    expect(await openToJoin(seed, keys(), { ...right, root: right.label }, now)).toBeNull()
    expect(await openToJoin(seed, keys(), { ...right, label: (await askToJoin(seed, keys(), periods, now)).label }, now)).toBeNull()
    expect(await openToJoin(new Uint8Array(randomBytes(16)), keys(), right, now)).toBeNull()
  })

  it('are handed in ahead, and open when their answers come, in the order they were asked in', async () => {
    const rungs = [{ code: periods.code, period: periods.period }]
    const { ahead, pending } = await askAhead(seed, keys(), { epochs: [periods.epoch], rungs, from: 0 }, now)
    const [renewal, label] = [ahead.renewals[0]!.blinded, ahead.labels[0]!.blinded]
    expect(fromBase64url(renewal)).toHaveLength(256)
    expect(pending).toEqual([
      { claim: claims[1], hash: requestHash(renewal) },
      { claim: claims[2], hash: requestHash(label) },
    ])
    const signedRenewal = signer.sign(claims[1]!, renewal)
    const opened = await openAnswers(seed, keys(), pending, [signedRenewal, 'waiting'], now)
    expect(opened?.map(({ claim }) => claim.kind)).toEqual(['renewal'])
    expect(newestOf('renewal', opened ?? [], now)).toEqual(opened?.[0])
    expect(newestOf('label', opened ?? [], now)).toBeNull()
    expect(await openAnswers(seed, keys(), pending, ['unknown', signedRenewal], now)).toBeNull()
    expect(await openAnswers(seed, keys(), pending, [signedRenewal], now)).toBeNull()
  })
})

describe('keys stop this browser', () => {
  const refused = (work: () => unknown) => expect(work).toThrow(KeysRefused)

  it('when they were tampered with, shortened or rewritten, or the manifest key is another', () => {
    const { seen } = keys()
    const published = signer.manifest()
    refused(() => believeKeys({ ...published, entries: published.entries.with(0, { ...published.entries[0]!, period: 9 }) }, null))
    refused(() => believeKeys({ ...published, entries: published.entries.slice(0, -1) }, seen))
    refused(() => believeKeys(other.manifest(), seen))
    expect(believeKeys(published, seen).seen).toEqual(seen)
  })

  it('when one is missing or was listed too late to be seen by others', async () => {
    const missing = askToJoin(seed, keys(), { ...periods, code: 'cardiology.ES' }, now)
    await expect(missing).rejects.toMatchObject({ reason: 'label-not-listed' })
    const late = { ...keys(), entries: keys().entries.map((entry, at) => (at === 2 ? { ...entry, issuedAtEpoch: periods.epoch } : entry)) }
    await expect(askToJoin(seed, late, periods, now)).rejects.toMatchObject({ reason: 'label-listed-late' })
    // Handed in ahead it is signed in a later epoch, when everybody has seen the key.
    const rungs = [{ code: periods.code, period: periods.period }]
    await expect(askAhead(seed, late, { epochs: [], rungs, from: 0 }, now)).resolves.toBeTruthy()
    await expect(askAhead(seed, late, { epochs: [periods.epoch + 9], rungs, from: 0 }, now)).rejects.toMatchObject({
      reason: 'renewal-not-listed',
    })
  })
})

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TicketRequests } from '#contract/registrar/issuing.ts'
import type { Registrant } from '#server/access.ts'
import { days } from '#server/platform/time.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { readTicketKey } from '#tickets/blind.ts'
import { fromSpki } from '#tickets/ed25519.ts'
import { signStatement } from '#tickets/join.ts'
import { findKey, manifestHead, verifyManifest } from '#tickets/manifest.ts'
import { whyNoName } from '#tickets/nameAttestation.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { isTicketGood, openTicket, requestTicket } from '#tickets/ticket.ts'
import { epochOf, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'
import { fetchSignatures } from './deposit-requests.ts'
import { openTogether, requestTickets } from './issue-tickets.ts'
import { forgetPast } from './issuing.jobs.ts'
import { shufflePersons } from './issuing.sql.ts'
import { publishKeys } from './publish-keys.ts'
import { publishedManifest } from './published-manifest.ts'
import { showEntry } from './show-entry.ts'
import { attestName, startShowName } from './show-name.ts'

const registrar = await aRegistrar()
const { deps, moveClock, anApplicant, aVerifiedDoctor } = registrar
const { db } = deps
const start = new Date('2026-11-24T03:00:00Z')
const epoch = epochOf(start)
const quarter = quarterOf(start)

const aSeed = (): Seed => new Uint8Array(randomBytes(16))
const root: TicketClaim = { kind: 'root', period: 0 }
const renewal = (period = epoch): TicketClaim => ({ kind: 'renewal', period })
const label = (code: string, period = quarter): TicketClaim => ({ kind: 'label', period, label: code })

const keyFor = async (claim: TicketClaim) => {
  const { entries } = await publishedManifest(deps)
  const found = findKey(entries, { ...claim, label: claim.kind === 'label' ? claim.label : null }, Math.max(epoch, claim.period))
  const key = 'entry' in found ? await readTicketKey(found.entry.publicKey) : null
  if (!key) throw new Error(`There is no key for ${claim.kind}`)
  return key
}
const blindedFor = async (seed: Seed, claim: TicketClaim): Promise<string> => requestTicket(seed, claim, await keyFor(claim))
const none: TicketRequests = { root: null, renewal: null, label: null }
const everything = async (seed: Seed, code: string): Promise<TicketRequests> => ({
  root: await blindedFor(seed, root),
  renewal: { epoch, blinded: await blindedFor(seed, renewal()) },
  label: { code, period: quarter, blinded: await blindedFor(seed, label(code)) },
})
const hashOf = (blinded: string): string =>
  createHash('sha256')
    .update(fromBase64url(blinded) ?? '')
    .digest('base64url')
const rowsOf = ({ personId }: Registrant) => db.selectFrom('ticket_request').selectAll().where('person_id', '=', personId).execute()

beforeAll(() => publishKeys(deps))

describe('tickets', () => {
  test('are signed unseen for a verified doctor, and open on the device that asked', async () => {
    const doctor = await aVerifiedDoctor('tickets@example.org')
    const entry = await showEntry(deps, doctor)
    expect(entry).toMatchObject({ label: 'doctor.world', crowd: 1, epoch, period: quarter, rootIssued: false, renewalIssued: false })
    const seed = aSeed()
    const signed = await requestTickets(deps, doctor, await everything(seed, entry.label))
    for (const [kind, claim] of [
      ['root', root],
      ['renewal', renewal()],
      ['label', label(entry.label)],
    ] as const) {
      const key = await keyFor(claim)
      const ticket = await openTicket(seed, claim, key, signed[kind] ?? '')
      expect(ticket && (await isTicketGood(ticket, claim, rootKeyOf(seed).publicKey, key))).toBe(true)
    }
    expect(await showEntry(deps, doctor)).toMatchObject({ rootIssued: true, renewalIssued: true, crowd: 1 })
  })

  test('are not for an applicant nobody has verified', async () => {
    const applicant = await anApplicant('not-yet@example.org')
    expect(await codeOf(showEntry(deps, applicant))).toBe('issuing.not-verified')
    expect(await codeOf(requestTickets(deps, applicant, { ...none, root: await blindedFor(aSeed(), root) }))).toBe('issuing.not-verified')
    expect(await codeOf(startShowName(deps, applicant))).toBe('issuing.not-verified')
  })

  test('cost nothing when the reply is lost: the same bytes get the same signature, also by their hash alone', async () => {
    const doctor = await aVerifiedDoctor('lost@example.org')
    const requests = await everything(aSeed(), 'doctor.world')
    const first = await requestTickets(deps, doctor, requests)
    moveClock(3 * days)
    expect(await requestTickets(deps, doctor, requests)).toEqual(first)
    moveClock(start)
    expect(await fetchSignatures(deps, [hashOf(requests.root ?? ''), toBase64url(randomBytes(32))])).toEqual({
      items: [
        { state: 'signed', signature: first.root },
        { state: 'unknown', signature: null },
      ],
    })
    expect(await rowsOf(doctor)).toHaveLength(3)
  })

  test('for other bytes are refused, and the first stay', async () => {
    const doctor = await aVerifiedDoctor('other@example.org')
    const seed = aSeed()
    const requests = await everything(seed, 'doctor.world')
    await requestTickets(deps, doctor, requests)
    const thief = await everything(aSeed(), 'doctor.world')
    for (const kind of ['root', 'renewal', 'label'] as const)
      expect(await codeOf(requestTickets(deps, doctor, { ...none, [kind]: thief[kind] }))).toBe('issuing.other-request')
    expect(await requestTickets(deps, doctor, requests)).toBeTruthy()
  })

  test('that are damaged spend nothing', async () => {
    const doctor = await aVerifiedDoctor('damaged@example.org')
    const { modulus, length } = await keyFor(root)
    const bytesOf = (number: bigint) => toBase64url(Buffer.from(number.toString(16).padStart(length * 2, '0'), 'hex'))
    const damaged = ['AAAA', bytesOf(0n), bytesOf(1n), bytesOf(modulus - 1n), bytesOf(modulus), toBase64url(randomBytes(length + 1)), 'A']
    const good = await everything(aSeed(), 'doctor.world')
    for (const bytes of damaged) expect(await codeOf(requestTickets(deps, doctor, { ...good, root: bytes }))).toBe('issuing.malformed')
    expect(await rowsOf(doctor)).toEqual([])
    expect(await codeOf(requestTickets(deps, doctor, good))).toBe('done')
  })

  test('hold one root for a person, however many ask at once', async () => {
    const doctor = await aVerifiedDoctor('parallel@example.org')
    const asked = await Promise.all(Array.from({ length: 20 }, () => blindedFor(aSeed(), root)))
    const outcomes = await Promise.all(asked.map((blinded) => codeOf(requestTickets(deps, doctor, { ...none, root: blinded }))))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'issuing.other-request')).toHaveLength(19)
    expect(await rowsOf(doctor)).toHaveLength(1)
  })

  test('for a period that is over or not due, or a label without a key, are refused', async () => {
    const doctor = await aVerifiedDoctor('periods@example.org')
    const at = async (period: number, listed = renewal()) => ({
      ...none,
      renewal: { epoch: period, blinded: await blindedFor(aSeed(), listed) },
    })
    expect(await codeOf(requestTickets(deps, doctor, await at(epoch - 1)))).toBe('issuing.period-closed')
    expect(await codeOf(requestTickets(deps, doctor, await at(epoch + 1, renewal(epoch + 1))))).toBe('issuing.period-closed')
    expect(await codeOf(requestTickets(deps, doctor, await at(epoch + 90)))).toBe('issuing.period-closed')
    const blinded = await blindedFor(aSeed(), label('doctor.world'))
    expect(await codeOf(requestTickets(deps, doctor, { ...none, label: { code: 'cardiology.ZA', period: quarter, blinded } }))).toBe(
      'issuing.label-changed',
    )
  })

  test('are forgotten when they are good for nothing any more, save the root', async () => {
    const doctor = await aVerifiedDoctor('past@example.org')
    await requestTickets(deps, doctor, await everything(aSeed(), 'doctor.world'))
    moveClock(new Date('2027-01-05T03:00:00Z'))
    await forgetPast(deps)
    // A label is shown until its successor of the next quarter can have been fetched.
    expect((await rowsOf(doctor)).map(({ kind }) => kind).toSorted()).toEqual(['label', 'root'])
    moveClock(new Date('2027-02-13T03:00:00Z'))
    await forgetPast(deps)
    expect((await rowsOf(doctor)).map(({ kind }) => kind)).toEqual(['root'])
    moveClock(start)
  })
})

describe('labels', () => {
  const form = { specialty: 'nephrology', country: 'IE' } as const
  let licences = 50_000
  const nephrologists = async (name: string, count: number): Promise<Registrant[]> => {
    const doctors: Registrant[] = []
    for (let number = 0; number < count; number += 1) {
      licences += 1
      doctors.push(await aVerifiedDoctor(`${name}${number}@example.org`, { ...form, number: String(licences) }))
    }
    return doctors
  }

  test('of a group that enters together are as fine as its crowd, and whoever comes later joins it', async () => {
    const doctors = await nephrologists('group', 5)
    await publishKeys(deps)
    const asking = await Promise.all(
      doctors.map(async ({ personId }) => ({ personId, requests: await everything(aSeed(), 'nephrology.IE') })),
    )
    // Alone, nobody of them may carry it: nine tenths of a crowd is no crowd.
    expect(await codeOf(requestTickets(deps, doctors[0]!, asking[0]!.requests))).toBe('issuing.label-changed')
    await openTogether(deps, asking)
    expect((await publishedManifest(deps)).crowds['nephrology.IE']).toBe(5)

    const [late] = await nephrologists('late', 1)
    expect(await showEntry(deps, late!)).toMatchObject({ label: 'nephrology.IE', crowd: 6 })
    const coarser = await everything(aSeed(), 'nephrology.world')
    expect(await codeOf(requestTickets(deps, late!, coarser))).toBe('issuing.label-changed')
    expect(await codeOf(requestTickets(deps, late!, await everything(aSeed(), 'nephrology.IE')))).toBe('done')
  })

  test('do not count doctors who have shown their name', async () => {
    const [doctor] = await nephrologists('named', 1)
    await requestTickets(deps, doctor!, await everything(aSeed(), 'nephrology.IE'))
    const before = (await publishedManifest(deps)).crowds['nephrology.IE'] ?? 0
    await nameOf(doctor!, aSeed())
    expect((await publishedManifest(deps)).crowds['nephrology.IE']).toBe(before - 1)
  })

  test('count the doctors of the demo, who have no record here', async () => {
    const props = { ...deps, props: new Map([['cardiology.GB', 12]]) }
    const doctor = await aVerifiedDoctor('demo@example.org')
    await publishKeys(props)
    expect(await showEntry(props, doctor)).toMatchObject({ label: 'cardiology.GB', crowd: 13 })
  })
})

const nameOf = async (doctor: Registrant, seed: Seed) => {
  const { challenge, through } = await startShowName(deps, doctor)
  const key = rootKeyOf(seed)
  const proof = signStatement({ kind: 'show-name', origin: deps.origin, challenge, throughQuarter: through }, key)
  return attestName(deps, doctor, { rootKey: key.publicKey, challenge, proof })
}

describe('a name', () => {
  test('is signed for the account that answers, to the end of next quarter, and signed again for the same', async () => {
    const doctor = await aVerifiedDoctor('name@example.org', { legalName: 'Amara Nwosu-Hale' })
    const seed = aSeed()
    const { signature, name, specialty, country, through } = await nameOf(doctor, seed)
    expect({ name, specialty, country, through }).toEqual({
      name: 'Amara Nwosu-Hale',
      specialty: 'cardiology',
      country: 'GB',
      through: quarter + 1,
    })
    const { entries } = await publishedManifest(deps)
    const key = fromSpki(entries.find(({ kind }) => kind === 'name')?.publicKey ?? '') ?? ''
    const attestation = { rootPublicKey: rootKeyOf(seed).publicKey, name, specialty, country, throughQuarter: through }
    expect(whyNoName(attestation, signature, key, start)).toBeNull()
    expect(await codeOf(nameOf(doctor, seed))).toBe('done')
  })

  test('stands for one account, and an account for one name', async () => {
    const seed = aSeed()
    const doctor = await aVerifiedDoctor('one-name@example.org')
    const other = await aVerifiedDoctor('other-name@example.org')
    await nameOf(doctor, seed)
    expect(await codeOf(nameOf(doctor, aSeed()))).toBe('issuing.name-already-shown')
    expect(await codeOf(nameOf(other, seed))).toBe('issuing.name-already-shown')
  })

  test('needs a fresh challenge of this doctor, answered by R and by nobody else', async () => {
    const doctor = await aVerifiedDoctor('proof@example.org')
    const other = await aVerifiedDoctor('proof-other@example.org')
    const key = rootKeyOf(aSeed())
    const say = (challenge: string, throughQuarter: number, secret = key) =>
      signStatement({ kind: 'show-name', origin: deps.origin, challenge, throughQuarter }, secret)
    const one = await startShowName(deps, doctor)
    const stolen = { rootKey: key.publicKey, challenge: one.challenge, proof: say(one.challenge, one.through) }
    expect(await codeOf(attestName(deps, other, stolen))).toBe('issuing.proof-refused')
    const forged = { ...stolen, proof: say(one.challenge, one.through, rootKeyOf(aSeed())) }
    expect(await codeOf(attestName(deps, doctor, forged))).toBe('issuing.proof-refused')
    expect(await codeOf(attestName(deps, doctor, stolen))).toBe('issuing.proof-refused')
    const late = await startShowName(deps, doctor)
    moveClock(days)
    const tooLate = { rootKey: key.publicKey, challenge: late.challenge, proof: say(late.challenge, late.through) }
    expect(await codeOf(attestName(deps, doctor, tooLate))).toBe('issuing.proof-refused')
    moveClock(start)
  })
})

describe('the manifest', () => {
  test('stands, only grows, and lists each key once however many list at once', async () => {
    const before = await publishedManifest(deps)
    expect(verifyManifest(before.entries, before.signature, before.manifestKey)).toBeNull()
    moveClock(45 * days)
    await Promise.all([1, 2, 3].map(() => publishKeys(deps)))
    const after = await publishedManifest(deps)
    const seen = { count: before.entries.length, head: manifestHead(before.entries) ?? '' }
    expect(verifyManifest(after.entries, after.signature, after.manifestKey, seen)).toBeNull()
    expect(after.entries.length).toBeGreaterThan(before.entries.length)
    expect('entry' in findKey(after.entries, { kind: 'renewal', period: epoch + 1, label: null }, epoch + 1)).toBe(true)
    moveClock(start)
  })

  test('cannot be changed in the database', async () => {
    await expect(db.updateTable('manifest_entry').set({ public_key: 'x' }).execute()).rejects.toThrow('only ever appended')
    await expect(db.deleteFrom('manifest_entry').execute()).rejects.toThrow('only ever appended')
  })

  test('names no person', async () => {
    const { crowds, issuedRoots, signedRenewals, k, epoch: running, ...keys } = await publishedManifest(deps)
    expect(Object.keys(keys)).toEqual(['entries', 'signature', 'manifestKey'])
    expect(issuedRoots).toBeGreaterThan(0)
    expect([signedRenewals >= 0, k, running]).toEqual([true, 5, epoch])
    expect(Object.keys(crowds).every((code) => /^[a-z-]+\.[A-Za-z]+$/.test(code))).toBe(true)
  })
})

describe('every night', () => {
  const unordered = ['person', 'licence', 'application', 'evidence', 'proof', 'vouch', 'ticket_request', 'name_attestation'] as const

  test('no order and no age is left in which anybody came', async () => {
    const look = async (table: string) =>
      (
        await sql<{
          key: string
          age: string
        }>`select md5(${sql.ref('t')}::text) as key, xmin::text as age from ${sql.table(table)} as t order by ctid`.execute(db)
      ).rows
    const people = async () => (await sql<{ id: string }>`select id from person order by ctid`.execute(db)).rows.map(({ id }) => id)
    const before = await people()
    expect(new Set((await look('ticket_request')).map(({ age }) => age)).size).toBeGreaterThan(1)
    await shufflePersons(db)
    const after = await people()
    expect(after.toSorted()).toEqual(before.toSorted())
    expect(after).not.toEqual(before)
    for (const table of unordered) expect(new Set((await look(table)).map(({ age }) => age)).size, table).toBeLessThanOrEqual(1)
  })

  test('every table whose rows stand for persons is shuffled and keeps no instant', async () => {
    const { rows } = await sql<{ table: string; column: string; type: string }>`
      select table_name as "table", column_name as "column", data_type as type from information_schema.columns where table_schema = 'public'
    `.execute(db)
    const shuffled = new Set(rows.filter(({ column }) => column === 'shuffle').map(({ table }) => table))
    expect(shuffled).toEqual(new Set(unordered))
    const instants = rows.filter(({ table, type }) => shuffled.has(table) && /time|interval/.test(type))
    expect(instants).toEqual([])
    const counters = await sql`select 1 from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`.execute(db)
    expect(counters.rows).toEqual([])
    // What refers to a person and carries a time is gone within the hour.
    const timed = rows.filter(({ table, type }) => /timestamp/.test(type) && !shuffled.has(table)).map(({ table }) => table)
    expect(new Set(timed)).toEqual(
      new Set([
        'mailbox',
        'staff_invitation',
        'staff_challenge',
        'email_code',
        'session',
        'waiting',
        'name_challenge',
        'challenge',
        'opening',
        'assignment',
        'interview_slot',
        'register_import',
        'sent_code',
      ]),
    )
  })
})

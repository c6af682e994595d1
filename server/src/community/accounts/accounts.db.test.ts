import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { JoinForm } from '#contract/community/accounts.ts'
import type { Member } from '#server/access.ts'
import { findAuthor } from '#server/community/bylines/find-author.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openLog } from '#server/platform/log.ts'
import { openSignals } from '#server/platform/signals.ts'
import { days, minutes, seconds } from '#server/platform/time.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aPasskey, type TestPasskey } from '#server/testing/aPasskey.ts'
import { aSigner, type TestSigner } from '#server/testing/aSigner.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import { toBase64url } from '#tickets/base64url.ts'
import { signStatement } from '#tickets/join.ts'
import { readWords, rootKeyOf, type Seed, wordsOf } from '#tickets/seed.ts'
import { epochOf, epochStart, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'
import { dropExpired, shuffleAccounts } from './accounts.sql.ts'
import { banAccount } from './ban.ts'
import { startChallenge } from './challenges.ts'
import { addDevice, noteAddedDevices, removeDevice } from './change-devices.ts'
import { changeSettings } from './change-settings.ts'
import { join, joinWithoutBrowser } from './join.ts'
import { manifestOf } from './manifestSource.ts'
import { memberOf } from './memberOf.ts'
import { renew } from './renew.ts'
import { cookieName, endSession, type SessionToken } from './sessions.ts'
import { showCounts, ticketsHealth } from './show-counts.ts'
import { findMe, listDevices, showMe, showSession } from './show-me.ts'
import { showName } from './show-name.ts'
import { signIn, signInWithWords } from './sign-in.ts'

const community = await aCommunity()
const start = new Date('2026-11-24T03:00:00Z')
const epoch = epochOf(start)
const quarter = quarterOf(start)
const gp = 'general-practice.MX'
const gpLabel = { code: gp, specialty: 'general-practice', group: false, place: 'MX' }
const cardiologist = 'cardiology.GB'

const root: TicketClaim = { kind: 'root', period: 0 }
const renewal = (period: number): TicketClaim => ({ kind: 'renewal', period })
const label = (code: string, period = quarter): TicketClaim => ({ kind: 'label', period, label: code })

let signer: TestSigner
let stranger: TestSigner
beforeAll(async () => {
  const claims = [root, renewal(epoch), renewal(epoch + 1), renewal(epoch - 1), label(gp), label(cardiologist)]
  signer = await aSigner(claims, { [gp]: 61 })
  stranger = await aSigner(claims)
})

const manifest = manifestOf(async () => signer.manifest())
const deps = { ...community.deps, manifest, demo: true }
const { db, origin } = deps
const callerOf = memberOf(deps)
const withCookie = (token: SessionToken) => ({ cookies: { [cookieName]: token } })
const memberWith = async (token: SessionToken): Promise<Member> => {
  const caller = await callerOf(withCookie(token))
  if (caller.kind !== 'member') throw new Error('nobody is signed in')
  return caller
}

const aSeed = (): Seed => new Uint8Array(randomBytes(16))
const wrappedSeed = () => toBase64url(randomBytes(44))

interface Entering {
  seed: Seed
  passkey: TestPasskey
  /** Who signs the tickets, and for whose seed. */
  by?: TestSigner
  ticketsOf?: Seed
  labelCode?: string
  change?: Partial<JoinForm>
}
const aJoinForm = async ({ seed, passkey, by = signer, ticketsOf = seed, labelCode = gp, change = {} }: Entering): Promise<JoinForm> => {
  const { challengeId, challenge } = await startChallenge(deps)
  const key = rootKeyOf(seed)
  const statement = {
    kind: 'join',
    origin,
    challenge,
    credentialId: passkey.credentialId,
    credentialPublicKey: passkey.publicKey,
  } as const
  return {
    challengeId,
    rootKey: key.publicKey,
    root: await by.ticket(ticketsOf, root),
    renewal: { epoch, ticket: await by.ticket(ticketsOf, renewal(epoch)) },
    label: { code: labelCode, period: quarter, ticket: await by.ticket(ticketsOf, label(labelCode)) },
    passkey: passkey.made(challenge),
    wrappedSeed: wrappedSeed(),
    deviceName: 'Firefox on Linux',
    proof: signStatement(statement, key),
    language: 'es',
    ...change,
  }
}
const aNewMember = async ({ labelCode = gp } = {}) => {
  const seed = aSeed()
  const passkey = aPasskey(origin)
  const form = await aJoinForm({ seed, passkey, labelCode })
  const token = await join(deps, form)
  return { seed, passkey, form, token, member: await memberWith(token) }
}
const accounts = async () =>
  (
    await db
      .selectFrom('account')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

describe('joining', () => {
  test('makes a valid, labelled account with a session, in the language asked for', async () => {
    const { token, member } = await aNewMember()
    expect(member).toEqual({
      kind: 'member',
      accountId: member.accountId,
      language: 'es',
      label: gp,
      shown: gp,
      lapsed: false,
      moderator: false,
    })
    expect(await showMe(deps, token)).toEqual({
      language: 'es',
      label: { shown: gpLabel, crowd: 61, carried: gpLabel },
      name: null,
      validThrough: epoch,
      lapsed: false,
      deviceKey: expect.stringMatching(/^[\w-]{22}$/),
      moderator: false,
      settings: { revision: 0, language: 'es', reads: ['es'], interests: [], byline: 'anonymous', showAtMost: null },
      addedDevices: [],
    })
  })

  test('with a device key of its own: two doctors of one label never share what a computer keeps', async () => {
    const keyOf = async () => (await showMe(deps, (await aNewMember()).token)).deviceKey
    const { token } = await aNewMember()
    expect((await showMe(deps, token)).deviceKey).toBe((await showMe(deps, token)).deviceKey)
    expect(await keyOf()).not.toBe(await keyOf())
  })

  test('once only, also when a root asks twenty times at once', async () => {
    const seed = aSeed()
    const before = await accounts()
    const forms = await Promise.all(Array.from({ length: 20 }, () => aJoinForm({ seed, passkey: aPasskey(origin) })))
    const codes = await Promise.all(forms.map((form) => codeOf(join(deps, form))))
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'account.root-already-joined')).toHaveLength(19)
    expect(await accounts()).toBe(before + 1)
  })

  test('not by the same message again, and not by a new one with the same root', async () => {
    const { form, seed } = await aNewMember()
    expect(await codeOf(join(deps, form))).toBe('account.challenge-unknown')
    expect(await codeOf(join(deps, await aJoinForm({ seed, passkey: aPasskey(origin) })))).toBe('account.root-already-joined')
  })

  test("not with another root's tickets", async () => {
    const mine = { seed: aSeed(), passkey: aPasskey(origin) }
    const theirs = aSeed()
    expect(await codeOf(join(deps, await aJoinForm({ ...mine, ticketsOf: theirs })))).toBe('account.ticket-refused')
    const theirLabel = { code: gp, period: quarter, ticket: await signer.ticket(theirs, label(gp)) }
    expect(await codeOf(join(deps, await aJoinForm({ ...mine, change: { label: theirLabel } })))).toBe('account.ticket-refused')
  })

  test('not with copied tickets, without R', async () => {
    const victim = aSeed()
    const thief = aSeed()
    const passkey = aPasskey(origin)
    const copied = await aJoinForm({ seed: thief, passkey, ticketsOf: victim })
    expect(await codeOf(join(deps, { ...copied, rootKey: rootKeyOf(victim).publicKey }))).toBe('account.proof-refused')
    const whole = await aJoinForm({ seed: victim, passkey })
    const swapped = aPasskey(origin)
    const { challenge } = JSON.parse(
      Buffer.from(String((whole.passkey['response'] as { clientDataJSON: string }).clientDataJSON), 'base64url').toString(),
    )
    expect(await codeOf(join(deps, { ...whole, passkey: swapped.made(challenge) }))).toBe('account.proof-refused')
    expect(await codeOf(join(deps, await aJoinForm({ seed: victim, passkey })))).toBe('done')
  })

  test('not with keys the manifest does not list, a label in place of another, or a period that is over', async () => {
    const mine = { seed: aSeed(), passkey: aPasskey(origin) }
    expect(await codeOf(join(deps, await aJoinForm({ ...mine, by: stranger })))).toBe('account.ticket-refused')
    const finer = { code: cardiologist, period: quarter, ticket: await signer.ticket(mine.seed, label(gp)) }
    expect(await codeOf(join(deps, await aJoinForm({ ...mine, change: { label: finer } })))).toBe('account.ticket-refused')
    const past = { epoch: epoch - 1, ticket: await signer.ticket(mine.seed, renewal(epoch - 1)) }
    expect(await codeOf(join(deps, await aJoinForm({ ...mine, change: { renewal: past } })))).toBe('account.ticket-refused')
  })

  test('not after a ban, whatever became of the account', async () => {
    const { seed, member } = await aNewMember()
    await db
      .updateTable('spent_root')
      .set({ banned: true })
      .where('root_hash', '=', sql<Buffer>`sha256((select root_key from account where id = ${member.accountId}))`)
      .execute()
    await db.deleteFrom('account').where('id', '=', member.accountId).execute()
    expect(await codeOf(join(deps, await aJoinForm({ seed, passkey: aPasskey(origin) })))).toBe('account.root-banned')
  })

  test('not with a passkey of somebody else, and then nothing is spent', async () => {
    const { passkey } = await aNewMember()
    const seed = aSeed()
    expect(await codeOf(join(deps, await aJoinForm({ seed, passkey })))).toBe('account.passkey-refused')
    expect(await codeOf(join(deps, await aJoinForm({ seed, passkey: aPasskey(origin) })))).toBe('done')
  })

  test('waits while there is no manifest, and refuses one that was rewritten', async () => {
    const silent = { ...deps, manifest: manifestOf(() => Promise.reject(new Error('no answer'))) }
    expect(await codeOf(join(silent, await aJoinForm({ seed: aSeed(), passkey: aPasskey(origin) })))).toBe('account.manifest-missing')
    let published = signer.manifest()
    const source = manifestOf(async () => published)
    await source.read()
    published = stranger.manifest()
    await expect(source.read()).rejects.toThrow('another key')
    published = { ...signer.manifest(), entries: signer.manifest().entries.slice(1) }
    await expect(source.read()).rejects.toThrow('refused')
  })

  test('without a browser is for people of the demo, by the same tickets and proof', async () => {
    const seed = aSeed()
    const { passkey: _, wrappedSeed: __, deviceName: ___, ...form } = await aJoinForm({ seed, passkey: aPasskey(origin) })
    expect(await codeOf(joinWithoutBrowser(deps, form))).toBe('account.proof-refused')
    const { challengeId, challenge } = await startChallenge(deps)
    const statement = { kind: 'join', origin, challenge, credentialId: '', credentialPublicKey: '' } as const
    const whole = { ...form, challengeId, proof: signStatement(statement, rootKeyOf(seed)) }
    await expect(joinWithoutBrowser({ ...deps, demo: false }, whole)).rejects.toThrow('demo')
    expect((await joinWithoutBrowser(deps, whole)).accountId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('signing in', () => {
  const answer = async (passkey: TestPasskey) => {
    const { challengeId, challenge } = await startChallenge(deps)
    return { challengeId, passkey: passkey.answer(challenge) }
  }

  test('with a passkey gives a session and the wrapped seed', async () => {
    const { passkey, form, member } = await aNewMember()
    const { token, wrappedSeed: kept } = await signIn(deps, await answer(passkey))
    expect(kept).toBe(form.wrappedSeed)
    expect((await memberWith(token)).accountId).toBe(member.accountId)
    expect((await listDevices(deps, token)).items).toEqual([{ deviceId: expect.any(String), name: 'Firefox on Linux', thisOne: true }])
  })

  test('answers an unknown passkey like a wrong one', async () => {
    const { passkey } = await aNewMember()
    const unknown = await answer(aPasskey(origin))
    const { challengeId } = await startChallenge(deps)
    const stale = { challengeId, passkey: passkey.answer(toBase64url(randomBytes(32))) }
    expect(await codeOf(signIn(deps, unknown))).toBe('account.passkey-refused')
    expect(await codeOf(signIn(deps, stale))).toBe('account.passkey-refused')
    expect(await codeOf(signIn(deps, { challengeId: (await startChallenge(deps)).challengeId, passkey: {} }))).toBe(
      'account.passkey-refused',
    )
  })

  test('with the twelve words alone, on a new device', async () => {
    const { seed, member } = await aNewMember()
    const read = readWords(wordsOf(seed).join(' '))
    if (!('seed' in read)) throw new Error('the words do not read')
    const { challengeId, challenge } = await startChallenge(deps)
    const key = rootKeyOf(read.seed)
    const token = await signInWithWords(deps, {
      challengeId,
      rootKey: key.publicKey,
      proof: signStatement({ kind: 'sign-in', origin, challenge }, key),
    })
    expect((await memberWith(token)).accountId).toBe(member.accountId)
  })

  test("with words tells of an account to R's holder only", async () => {
    const { seed } = await aNewMember()
    const nobody = rootKeyOf(aSeed())
    const ask = async (rootKey: string) => {
      const { challengeId, challenge } = await startChallenge(deps)
      return codeOf(signInWithWords(deps, { challengeId, rootKey, proof: signStatement({ kind: 'sign-in', origin, challenge }, nobody) }))
    }
    expect(await ask(rootKeyOf(seed).publicKey)).toBe('account.proof-refused')
    expect(await ask(rootKeyOf(aSeed()).publicKey)).toBe('account.proof-refused')
    expect(await ask(nobody.publicKey)).toBe('account.unknown')
  })

  test('needs a challenge that is younger than half an hour', async () => {
    const { passkey } = await aNewMember()
    const late = await answer(passkey)
    community.moveClock(31 * minutes)
    expect(await codeOf(signIn(deps, late))).toBe('account.challenge-unknown')
    community.moveClock(start)
  })
})

describe('a session', () => {
  test('that is signed out ends at once on every process, remembered or not', async () => {
    const { token } = await aNewMember()
    const log = openLog('community')
    log.level = 'silent'
    const signals = openSignals(community.url, log)
    let heard = 0
    signals.hear('community_session_ended', () => {
      heard += 1
    })
    const elsewhere = memberOf({ ...deps, signals })
    await expect.poll(() => heard).toBeGreaterThan(0)
    expect((await elsewhere(withCookie(token))).kind).toBe('member')
    await db
      .deleteFrom('session')
      .where('account_id', '=', (await memberWith(token)).accountId)
      .execute()
    expect((await elsewhere(withCookie(token))).kind).toBe('member')
    await endSession(deps, token)
    expect((await callerOf(withCookie(token))).kind).toBe('nobody')
    await expect.poll(async () => (await elsewhere(withCookie(token))).kind, { timeout: 2_000 }).toBe('nobody')
    await signals.close()
  })

  test('is asked again after half a minute, and is over after its epochs', async () => {
    const { token } = await aNewMember()
    await db.deleteFrom('session').where('token_hash', 'is not', null).execute()
    expect((await callerOf(withCookie(token))).kind).toBe('member')
    community.moveClock(31 * seconds)
    expect((await callerOf(withCookie(token))).kind).toBe('nobody')
    community.moveClock(start)
    const later = await aNewMember()
    community.moveClock(epochStart(epoch + 7))
    expect((await callerOf(withCookie(later.token))).kind).toBe('nobody')
    await dropExpired(db, deps.clock.now(), epochOf(deps.clock.now()))
    expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
    community.moveClock(start)
  })

  test('made up or malformed is nobody', async () => {
    expect((await callerOf({ cookies: {} })).kind).toBe('nobody')
    expect((await callerOf(withCookie('x'))).kind).toBe('nobody')
    expect((await callerOf(withCookie(toBase64url(randomBytes(32))))).kind).toBe('nobody')
    expect(await showSession(deps, null)).toEqual({ me: null, demo: true, registrarOrigin: deps.registrarOrigin, languages: ['en', 'es'] })
  })

  test('tells a lapsed member so, one day after the epoch of the last renewal', async () => {
    const { token } = await aNewMember()
    community.moveClock(new Date(epochStart(epoch + 1).getTime() + 1 * days - 1))
    expect((await memberWith(token)).lapsed).toBe(false)
    community.moveClock(new Date(epochStart(epoch + 1).getTime() + 1 * days + 31 * seconds))
    expect((await memberWith(token)).lapsed).toBe(true)
    expect((await findMe(deps, token))?.lapsed).toBe(true)
    community.moveClock(start)
  })
})

describe('renewing', () => {
  const handIn = async (seed: Seed, { signedBy = seed, withLabel = null as string | null, period = epoch + 1 } = {}) => {
    const { challengeId, challenge } = await startChallenge(deps)
    const key = rootKeyOf(signedBy)
    const sealed = async (claim: TicketClaim) => {
      const ticket = await signer.ticket(seed, claim)
      return { ticket, proof: signStatement({ kind: 'hand-in', origin, challenge, claim, ticket }, key) }
    }
    return {
      challengeId,
      rootKey: rootKeyOf(seed).publicKey,
      renewal: { epoch: period, ...(await sealed(renewal(period))) },
      label: withLabel ? { code: withLabel, period: quarter, ...(await sealed(label(withLabel))) } : null,
    }
  }

  test('extends the account with the words alone, and takes the label that comes along', async () => {
    const { seed, token } = await aNewMember()
    community.moveClock(epochStart(epoch + 1))
    expect(await renew(deps, await handIn(seed, { withLabel: cardiologist }))).toEqual({ validThrough: epoch + 1 })
    community.moveClock(new Date(epochStart(epoch + 1).getTime() + 10 * days))
    expect(await memberWith(token)).toMatchObject({ lapsed: false, label: cardiologist })
    community.moveClock(start)
  })

  test('with a label too few carry shows a wider one, until the crowd has grown or the quarter of the label is long over', async () => {
    const { seed, token } = await aNewMember()
    community.moveClock(epochStart(epoch + 1))
    await renew(deps, await handIn(seed, { withLabel: cardiologist }))
    expect(await memberWith(token)).toMatchObject({ label: cardiologist, shown: 'doctor.world' })
    expect((await showMe(deps, token)).label).toMatchObject({ shown: { code: 'doctor.world' }, carried: { code: cardiologist } })
    const grown = { ...deps, manifest: manifestOf(async () => ({ ...signer.manifest(), crowds: { [cardiologist]: 5 } })) }
    expect(await memberOf(grown)(withCookie(token))).toMatchObject({ shown: cardiologist })
    expect((await showMe(grown, token)).label).toMatchObject({ shown: { code: cardiologist }, crowd: 5 })
    const silent = { ...deps, manifest: manifestOf(() => Promise.reject(new Error('no answer'))) }
    expect(await memberOf(silent)(withCookie(token))).toMatchObject({ shown: 'doctor.world' })
    community.moveClock(new Date('2027-02-13T03:00:00Z'))
    expect(await memberOf(grown)(withCookie(token))).toMatchObject({ label: cardiologist, shown: 'doctor.world', lapsed: true })
    community.moveClock(start)
  })

  test('never goes back, and never without R or an account', async () => {
    const { seed } = await aNewMember()
    community.moveClock(epochStart(epoch + 1))
    await renew(deps, await handIn(seed))
    expect(await renew(deps, await handIn(seed, { period: epoch }))).toEqual({ validThrough: epoch + 1 })
    expect(await codeOf(renew(deps, await handIn(seed, { signedBy: aSeed() })))).toBe('account.proof-refused')
    expect(await codeOf(renew(deps, await handIn(aSeed())))).toBe('account.unknown')
    community.moveClock(start)
  })

  test('is refused before the epoch is signed', async () => {
    const { seed } = await aNewMember()
    community.moveClock(epochStart(epoch))
    expect(await codeOf(renew(deps, await handIn(seed)))).toBe('account.ticket-refused')
    community.moveClock(start)
  })

  test('is refused to a banned root in every epoch', async () => {
    const { seed, member } = await aNewMember()
    await db
      .updateTable('spent_root')
      .set({ banned: true })
      .where('root_hash', '=', sql<Buffer>`sha256((select root_key from account where id = ${member.accountId}))`)
      .execute()
    community.moveClock(epochStart(epoch + 1))
    expect(await codeOf(renew(deps, await handIn(seed)))).toBe('account.root-banned')
    community.moveClock(start)
  })
})

describe('devices', () => {
  const aDevice = async (seed: Seed, passkey: TestPasskey) => {
    const { challengeId, challenge } = await startChallenge(deps)
    const statement = {
      kind: 'add-passkey',
      origin,
      challenge,
      credentialId: passkey.credentialId,
      credentialPublicKey: passkey.publicKey,
    } as const
    return {
      challengeId,
      passkey: passkey.made(challenge),
      wrappedSeed: wrappedSeed(),
      deviceName: 'Safari on iPhone',
      proof: signStatement(statement, rootKeyOf(seed)),
    }
  }

  test('are added with R only, and announced in every other browser', async () => {
    const { seed, passkey, member, token } = await aNewMember()
    const { challengeId, challenge } = await startChallenge(deps)
    const other = (await signIn(deps, { challengeId, passkey: passkey.answer(challenge) })).token
    expect(await codeOf(addDevice(deps, member, await aDevice(aSeed(), aPasskey(origin)), token))).toBe('account.proof-refused')
    expect((await listDevices(deps, token)).items).toHaveLength(1)
    await addDevice(deps, member, await aDevice(seed, aPasskey(origin)), token)
    expect((await listDevices(deps, token)).items).toHaveLength(2)
    expect((await showMe(deps, token)).addedDevices).toEqual([])
    expect((await showMe(deps, other)).addedDevices).toEqual(['Safari on iPhone'])
    await noteAddedDevices(deps, other)
    expect((await showMe(deps, other)).addedDevices).toEqual([])
  })

  test('made after signing in with words alone are what the browser came with from then on', async () => {
    const { seed, member } = await aNewMember()
    const { challengeId, challenge } = await startChallenge(deps)
    const key = rootKeyOf(seed)
    const proof = signStatement({ kind: 'sign-in', origin, challenge }, key)
    const token = await signInWithWords(deps, { challengeId, rootKey: key.publicKey, proof })
    expect((await listDevices(deps, token)).items.map(({ thisOne }) => thisOne)).toEqual([false])
    const { deviceId } = await addDevice(deps, member, await aDevice(seed, aPasskey(origin)), token)
    expect((await listDevices(deps, token)).items.filter(({ thisOne }) => thisOne)).toMatchObject([{ deviceId }])
  })

  test('are removed with their sessions, never the last and never those of others', async () => {
    const { seed, member, token } = await aNewMember()
    const { deviceId } = await addDevice(deps, member, await aDevice(seed, aPasskey(origin)), token)
    const first = (await listDevices(deps, token)).items.find((device) => device.deviceId !== deviceId)?.deviceId ?? ''
    const other = await aNewMember()
    expect(await codeOf(removeDevice(deps, other.member, first))).toBe('account.device-not-found')
    await removeDevice(deps, member, first)
    expect((await callerOf(withCookie(token))).kind).toBe('nobody')
    expect(await codeOf(removeDevice(deps, member, deviceId))).toBe('account.last-device')
  })

  test('removed at once from two browsers leave one', async () => {
    const { seed, member, token } = await aNewMember()
    const { deviceId } = await addDevice(deps, member, await aDevice(seed, aPasskey(origin)), token)
    const all = (await listDevices(deps, token)).items.map((device) => device.deviceId)
    expect(all).toContain(deviceId)
    const codes = await Promise.all(all.map((one) => codeOf(removeDevice(deps, member, one))))
    expect(codes.toSorted()).toEqual(['account.last-device', 'done'])
  })
})

describe('settings and name', () => {
  test('change from the state one has seen, or not at all', async () => {
    const { member, token } = await aNewMember()
    const wanted = {
      revision: 0,
      language: 'en',
      reads: ['en', 'es'],
      interests: ['cardiology'],
      byline: 'anonymous',
      showAtMost: null,
    } as const
    await changeSettings(deps, member, { ...wanted, reads: [...wanted.reads], interests: [...wanted.interests] })
    expect((await showMe(deps, token)).settings).toEqual({ ...wanted, revision: 1 })
    expect((await memberWith(token)).language).toBe('en')
    const stale = changeSettings(deps, member, { ...wanted, reads: ['en'], interests: [] })
    await expect(stale).rejects.toMatchObject({ code: 'account.revision-stale', current: { revision: 1, interests: ['cardiology'] } })
  })

  test('a member shows less than their label, for their own eyes and in bylines; what they may read stays', async () => {
    const { member, token } = await aNewMember()
    const before = await showMe(deps, token)
    const wanted = { ...before.settings, showAtMost: 'doctor.world' }
    await changeSettings(deps, member, wanted)
    const { label, settings } = await showMe(deps, token)
    expect([label.shown.code, label.carried.code, settings.showAtMost]).toEqual(['doctor.world', before.label.carried.code, 'doctor.world'])
    expect(await memberWith(token)).toMatchObject({ shown: 'doctor.world', label: member.label })
    await changeSettings(deps, member, { ...settings, showAtMost: null })
    expect((await showMe(deps, token)).label).toEqual(before.label)
  })

  test('a name is shown only as the registrar signed it for this R, and until its quarter is over', async () => {
    const { seed, member, token } = await aNewMember()
    const doctor = { name: 'Dr Zoé Ångström', specialty: 'cardiology', country: 'ES', through: quarter + 1 } as const
    const byName = { revision: 0, language: 'es', reads: [], interests: [], byline: 'name', showAtMost: null } satisfies Parameters<
      typeof changeSettings
    >[2]
    expect(await codeOf(changeSettings(deps, member, byName))).toBe('byline.name-missing')
    const forAnother = { ...doctor, signature: signer.nameSignature(aSeed(), doctor) }
    expect(await codeOf(showName(deps, member, forAnother))).toBe('account.name-refused')
    const altered = { ...doctor, signature: signer.nameSignature(seed, { ...doctor, country: 'GB' }) }
    expect(await codeOf(showName(deps, member, altered))).toBe('account.name-refused')
    await showName(deps, member, { ...doctor, signature: signer.nameSignature(seed, doctor) })
    expect((await showMe(deps, token)).name).toBe(doctor.name)
    await changeSettings(deps, member, byName)
    expect((await showMe(deps, token)).settings.byline).toBe('name')
    const past = { ...doctor, through: quarter - 1 }
    expect(await codeOf(showName(deps, member, { ...past, signature: signer.nameSignature(seed, past) }))).toBe('account.name-refused')
  })
})

describe('a ban', () => {
  test('is on R: it signs out everywhere, outlasts the epoch and the account, and can be lifted', async () => {
    const { seed, passkey, member, token } = await aNewMember()
    const threadId = systemIds.random()
    const handle = 'k7m2x'
    await db
      .insertInto('byline')
      .values({
        id: systemIds.random(),
        account_id: member.accountId,
        thread_id: threadId,
        kind: 'anonymous',
        label: gp,
        handle,
        shuffle: 0,
      })
      .execute()
    expect(await findAuthor(deps, threadId, 'zzzzz')).toBeNull()
    const author = (await findAuthor(deps, threadId, handle)) ?? ''
    await banAccount(deps, author, true)
    expect((await callerOf(withCookie(token))).kind).toBe('nobody')
    const withPasskey = async () => {
      const { challengeId, challenge } = await startChallenge(deps)
      return codeOf(signIn(deps, { challengeId, passkey: passkey.answer(challenge) }))
    }
    expect(await withPasskey()).toBe('account.root-banned')
    await banAccount(deps, author, false)
    expect(await withPasskey()).toBe('done')
    await banAccount(deps, author, true)
    await db.deleteFrom('account').where('id', '=', author).execute()
    expect(await codeOf(join(deps, await aJoinForm({ seed, passkey: aPasskey(origin) })))).toBe('account.root-banned')
  })
})

describe('the count of accounts', () => {
  test('beside the tickets that were signed gives a stolen key away', async () => {
    const fair = await showCounts(deps)
    expect(fair).toMatchObject({ issuedRoots: 1_000, signedRenewals: 1_000, k: 5, alarm: false })
    expect(fair.accounts).toBeGreaterThanOrEqual(fair.renewed)
    expect(await ticketsHealth(deps)).toBe('ok')
    for (const fewer of [{ issuedRoots: fair.accounts - 1 }, { signedRenewals: fair.renewed - 1 }]) {
      const stolen = { ...deps, manifest: manifestOf(async () => ({ ...signer.manifest(), ...fewer })) }
      expect((await showCounts(stolen)).alarm).toBe(true)
      expect(await ticketsHealth(stolen)).toBe('down')
    }
  })
})

describe('at rest', () => {
  test('the nightly shuffle leaves one xmin, a new order, and no old row in the files', async () => {
    await Promise.all(Array.from({ length: 12 }, () => aNewMember()))
    const order = async () => (await sql<{ id: string }>`select id from account order by ctid`.execute(db)).rows.map(({ id }) => id)
    const before = await order()
    await shuffleAccounts(db)
    const after = await order()
    expect(after).not.toEqual(before)
    expect(after.toSorted()).toEqual(before.toSorted())
    const superuser = new URL(inject('clusters').community.superuserUrl)
    superuser.pathname = new URL(community.url).pathname
    const client = new pg.Client({ connectionString: superuser.toString() })
    await client.connect()
    await client.query('create extension pageinspect')
    // A transaction that still looks (autovacuum, for one) keeps old rows alive; the next night takes them along.
    const look = async () => {
      await shuffleAccounts(db)
      for (const table of ['account', 'account_settings', 'passkey', 'spent_root', 'session']) {
        const { rows } = await client.query<{ xmins: number }>(
          `select count(distinct t_xmin::text)::int as xmins
         from generate_series(0, pg_relation_size($1::text) / 8192 - 1) page, heap_page_items(get_raw_page($1::text, page::int)) where t_xmin is not null`,
          [table],
        )
        expect(rows[0]?.xmins, table).toBe(1)
      }
    }
    await vi.waitFor(look, { timeout: 20_000, interval: 500 })
    await client.end()
  })

  test('no account table keeps an instant, a count, or more of a passkey than is needed', async () => {
    const { rows } = await sql<{ column: string }>`
      select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and table_name in ('account', 'spent_root', 'account_settings', 'passkey', 'session') order by 1`.execute(
      db,
    )
    expect(rows.map(({ column }) => column)).toEqual([
      ...[
        'banned',
        'id',
        'label',
        'label_period',
        'moderator',
        'name',
        'name_country',
        'name_signature',
        'name_specialty',
        'name_through',
      ].map((column) => `account.${column}`),
      ...['root_key', 'shuffle', 'valid_through'].map((column) => `account.${column}`),
      ...['account_id', 'byline', 'interests', 'language', 'reads', 'revision', 'show_at_most', 'shuffle'].map(
        (column) => `account_settings.${column}`,
      ),
      ...['account_id', 'credential_id', 'id', 'name', 'public_key', 'shuffle', 'wrapped_seed'].map((column) => `passkey.${column}`),
      ...['account_id', 'added_devices', 'passkey_id', 'shuffle', 'through_epoch', 'token_hash'].map((column) => `session.${column}`),
      ...['banned', 'root_hash', 'shuffle'].map((column) => `spent_root.${column}`),
    ])
  })
})

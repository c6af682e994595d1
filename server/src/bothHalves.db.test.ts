import { beforeAll, describe, expect, test } from 'vitest'
import type { Registrant } from '#server/access.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf } from '#tickets/seed.ts'
import { epochOf, epochStart, periodsToDeposit, quarterOf } from '#tickets/tickets.rules.ts'
import { whyNotCall } from './access.ts'
import { startChallenge } from './community/accounts/challenges.ts'
import { join } from './community/accounts/join.ts'
import { manifestOf } from './community/accounts/manifestSource.ts'
import { memberOf } from './community/accounts/memberOf.ts'
import { renew } from './community/accounts/renew.ts'
import { cookieName, type SessionToken } from './community/accounts/sessions.ts'
import { showCounts } from './community/accounts/show-counts.ts'
import { days } from './platform/time.ts'
import { depositRequests } from './registrar/issuing/deposit-requests.ts'
import { requestTickets } from './registrar/issuing/issue-tickets.ts'
import { openDue } from './registrar/issuing/open-due.ts'
import { publishKeys } from './registrar/issuing/publish-keys.ts'
import { publishedManifest } from './registrar/issuing/published-manifest.ts'
import { aBrowser, label, renewal, root, type TestBrowser } from './testing/aBrowser.ts'
import { aCommunity } from './testing/aCommunity.ts'
import { aPasskey } from './testing/aPasskey.ts'
import { aRegistrar } from './testing/aRegistrar.ts'

// The two halves as they run: what passes between them passes through a browser, and the clock of both goes forward together.
const registrar = await aRegistrar()
const community = await aCommunity()
const manifest = manifestOf(() => publishedManifest(registrar.deps))
const deps = { ...community.deps, manifest }
const moveClock = (to: Date | number) => {
  registrar.moveClock(to)
  community.moveClock(registrar.deps.clock.now())
}
const now = () => registrar.deps.clock.now()

beforeAll(() => publishKeys(registrar.deps))

interface Doctor {
  readonly doctor: Registrant
  readonly browser: TestBrowser
  readonly token: SessionToken
}

/** Verifies a doctor, has tickets signed at once, joins, and hands requests in to the end of next quarter. */
const aMember = async (email: string): Promise<Doctor> => {
  const doctor = await registrar.aVerifiedDoctor(email)
  await publishKeys(registrar.deps)
  const browser = aBrowser(registrar.deps)
  await requestTickets(registrar.deps, doctor, await browser.everything('doctor.world'))
  await depositRequests(registrar.deps, doctor, await browser.deposit(doctor))
  return { doctor, browser, token: await joinAs(browser) }
}

const joinAs = async (browser: TestBrowser): Promise<SessionToken> => {
  const passkey = aPasskey(deps.origin)
  const key = rootKeyOf(browser.seed)
  const { challengeId, challenge } = await startChallenge(deps)
  const [epoch, period] = [epochOf(now()), quarterOf(now())]
  const ticket = async (claim: Parameters<TestBrowser['fetched']>[0]) => (await browser.fetched(claim)).ticket ?? ''
  const statement = {
    kind: 'join',
    origin: deps.origin,
    challenge,
    credentialId: passkey.credentialId,
    credentialPublicKey: passkey.publicKey,
  }
  return join(deps, {
    challengeId,
    rootKey: key.publicKey,
    root: await ticket(root),
    renewal: { epoch, ticket: await ticket(renewal(epoch)) },
    label: { code: 'doctor.world', period, ticket: await ticket(label('doctor.world', period)) },
    passkey: passkey.made(challenge),
    wrappedSeed: 'A'.repeat(59),
    deviceName: 'Firefox on Linux',
    proof: signStatement({ ...statement, kind: 'join' }, key),
    language: 'en',
  })
}

/** What a browser does when it is opened: fetches what was signed, and hands it in. */
const visit = async ({ browser }: Doctor): Promise<void> => {
  for (const epoch of periodsToDeposit('renewal', now()).slice(0, 2)) {
    const claim = renewal(epoch)
    const { ticket } = await browser.fetched(claim)
    if (!ticket) continue
    const { challengeId, challenge } = await startChallenge(deps)
    const key = rootKeyOf(browser.seed)
    const proof = signStatement({ kind: 'hand-in', origin: deps.origin, challenge, claim, ticket }, key)
    await renew(deps, { challengeId, rootKey: key.publicKey, renewal: { epoch, ticket, proof }, label: null })
  }
}

const callerOf = memberOf(deps)
/** Why this doctor may not post, or null. */
const whyNoPost = async ({ token }: Doctor) => whyNotCall('member', await callerOf({ cookies: { [cookieName]: token } }))

/** Lets days pass, with an opening in each; once a week the doctors look in. */
const passDays = async (count: number, doctors: readonly Doctor[]) => {
  for (let day = 1; day <= count; day += 1) {
    moveClock(1 * days)
    await openDue(registrar.deps)
    if (day % 7 !== 0 && day !== count) continue
    await publishKeys(registrar.deps)
    for (const doctor of doctors) await visit(doctor)
  }
}

describe('a doctor who is struck off', () => {
  test('at day 0 cannot post at day 18, while another goes on without asking anybody', async () => {
    const honest = await aMember('honest@example.org')
    const struck = await aMember('struck@example.org')
    expect([await whyNoPost(honest), await whyNoPost(struck)]).toEqual([null, null])
    // The worst day: the next epoch has just been signed for everybody.
    moveClock(new Date(epochStart(epochOf(now()) + 1).getTime() - 2 * days))
    await openDue(registrar.deps)
    await registrar.deps.db.updateTable('person').set({ verified: false }).where('id', '=', struck.doctor.personId).execute()

    const both = [honest, struck]
    await visit(struck)
    await passDays(16, both)
    expect(await whyNoPost(struck)).toBeNull()
    await passDays(2, both)
    expect(await whyNoPost(struck)).toBe('session.lapsed')
    await passDays(24, both)
    expect(await whyNoPost(honest)).toBeNull()
    expect(await whyNoPost(struck)).toBe('session.lapsed')
    expect(await showCounts(deps)).toMatchObject({ accounts: 2, issuedRoots: 2, renewed: 1, alarm: false })
  }, 180_000)
})

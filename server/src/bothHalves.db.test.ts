import { beforeAll, describe, expect, test } from 'vitest'
import { epochOf, epochStart } from '#tickets/tickets.rules.ts'
import { whyNotCall } from './access.ts'
import { memberOf } from './community/accounts/memberOf.ts'
import { cookieName, type SessionToken } from './community/accounts/sessions.ts'
import { showCounts } from './community/accounts/show-counts.ts'
import { days } from './platform/time.ts'
import { depositRequests } from './registrar/issuing/deposit-requests.ts'
import { requestTickets } from './registrar/issuing/issue-tickets.ts'
import { openDue } from './registrar/issuing/open-due.ts'
import { publishKeys } from './registrar/issuing/publish-keys.ts'
import { aBrowser } from './testing/aBrowser.ts'
import { twoHalves } from './testing/twoHalves.ts'

const { registrar, community, now, moveClock, joinAs, visit, passDays } = await twoHalves()

beforeAll(() => publishKeys(registrar.deps))

/** Verifies a doctor, has tickets signed at once, joins, and hands requests in to the end of next quarter. */
const aMember = async (email: string) => {
  const doctor = await registrar.aVerifiedDoctor(email)
  await publishKeys(registrar.deps)
  const browser = aBrowser(registrar.deps)
  await requestTickets(registrar.deps, doctor, await browser.everything('doctor.world'))
  await depositRequests(registrar.deps, doctor, await browser.deposit(doctor))
  return { doctor, browser, token: await joinAs(browser) }
}

const callerOf = memberOf(community)
/** Why this doctor may not post, or null. */
const whyNoPost = async ({ token }: { token: SessionToken }) => whyNotCall('member', await callerOf({ cookies: { [cookieName]: token } }))

describe('a doctor who is struck off', () => {
  test('at day 0 cannot post at day 18, while another goes on without asking anybody', async () => {
    const honest = await aMember('honest@example.org')
    const struck = await aMember('struck@example.org')
    expect([await whyNoPost(honest), await whyNoPost(struck)]).toEqual([null, null])
    // The worst day: the next epoch has just been signed for everybody.
    moveClock(new Date(epochStart(epochOf(now()) + 1).getTime() - 2 * days))
    await openDue(registrar.deps)
    await registrar.deps.db.updateTable('person').set({ verified: false }).where('id', '=', struck.doctor.personId).execute()

    const both = [honest.browser, struck.browser]
    await visit(struck.browser)
    await passDays(16, both)
    expect(await whyNoPost(struck)).toBeNull()
    await passDays(2, both)
    expect(await whyNoPost(struck)).toBe('session.lapsed')
    await passDays(24, both)
    expect(await whyNoPost(honest)).toBeNull()
    expect(await whyNoPost(struck)).toBe('session.lapsed')
    expect(await showCounts(community)).toMatchObject({ accounts: 2, issuedRoots: 2, renewed: 1, alarm: false })
  }, 180_000)
})

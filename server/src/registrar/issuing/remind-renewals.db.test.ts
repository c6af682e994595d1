import { expect, test } from 'vitest'
import { days } from '#server/platform/time.ts'
import { aBrowser } from '#server/testing/aBrowser.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { epochOf, epochStart } from '#tickets/tickets.rules.ts'
import { depositRequests } from './deposit-requests.ts'
import { requestTickets } from './issue-tickets.ts'
import { publishKeys } from './publish-keys.ts'
import { remindRenewals } from './remind-renewals.ts'

const registrar = await aRegistrar()
const { deps, aVerifiedDoctor, anApplicant, moveClock, newestLetter } = registrar
const remindersOf = async (): Promise<string[]> =>
  (await deps.db.selectFrom('mail').select('key').where('key', 'like', 'renewal/%').execute()).map(({ key }) => key.split('/')[1] ?? '')

test('who has entered and handed nothing in for the next epoch is told once, four days before; nobody else is', async () => {
  await publishKeys(deps)
  const enters = async (email: string) => {
    const doctor = await aVerifiedDoctor(email)
    const browser = aBrowser(deps)
    await requestTickets(deps, doctor, await browser.everything('doctor.world'))
    return { doctor, browser }
  }
  const { doctor: idle } = await enters('idle@example.org')
  const { doctor: ready, browser } = await enters('ready@example.org')
  await depositRequests(deps, ready, await browser.deposit(ready, { withRoot: false }))
  await aVerifiedDoctor('outside@example.org')
  await anApplicant('applicant@example.org')
  const next = epochStart(epochOf(deps.clock.now()) + 1)

  moveClock(new Date(next.getTime() - 5 * days))
  await remindRenewals(deps)
  expect(await remindersOf()).toEqual([])
  moveClock(new Date(next.getTime() - 3 * days))
  await remindRenewals(deps)
  await remindRenewals(deps)
  expect(await remindersOf()).toEqual([idle.personId])
  const letter = await newestLetter('idle@example.org')
  expect(letter.subject).toBe('Your Consilium membership has to be renewed')
  expect(letter.body).toContain(`${deps.communityOrigin}/renew`)
})

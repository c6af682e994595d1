import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Registrant } from '#server/access.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf, type Seed } from '#tickets/seed.ts'
import { isStillValid } from '#tickets/tickets.rules.ts'
import { startChallenge } from './community/accounts/challenges.ts'
import { eraseAccount } from './community/my-data/erase-account.ts'
import { Refusal } from './platform/refuse.ts'
import { days } from './platform/time.ts'
import { decideApplication, settleSeenProof } from './registrar/decisions/decide-application.ts'
import { depositRequests } from './registrar/issuing/deposit-requests.ts'
import { eraseMe } from './registrar/issuing/erase-me.ts'
import { requestTickets } from './registrar/issuing/issue-tickets.ts'
import { giveUpLostRoots, loseRoot } from './registrar/issuing/lose-root.ts'
import { openDue } from './registrar/issuing/open-due.ts'
import { publishKeys } from './registrar/issuing/publish-keys.ts'
import { giveUpStolenRoot, reportTheft } from './registrar/issuing/report-theft.ts'
import { showEntry } from './registrar/issuing/show-entry.ts'
import { aBrowser, type TestBrowser } from './testing/aBrowser.ts'
import { twoHalves } from './testing/twoHalves.ts'

const halves = await twoHalves()
const { registrar, community, now, moveClock, joinAs, visit, passDays } = halves

const steps = [
  'apply',
  'enter',
  'come back',
  'erase at the registrar',
  'erase in the community',
  'say that all is lost',
  'say that all is stolen',
  'prove it anew',
  'wait half a year',
] as const
type Step = (typeof steps)[number]

/** Does what a refusal does not stop; null when it was refused. */
const unlessRefused = <Done>(work: Promise<Done>): Promise<Done | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })

/** Says with the words that the account is to be erased. */
const eraseWith = async (seed: Seed): Promise<void> => {
  const { challengeId, challenge } = await startChallenge(community)
  const key = rootKeyOf(seed)
  const proof = signStatement({ kind: 'erase', writings: 'stay', origin: community.origin, challenge }, key)
  await eraseAccount(community, { challengeId, rootKey: key.publicKey, proof, writings: 'stay' })
}

/** What two people at the desk see of a doctor who proves the licence from the start; false where nobody has to. */
const proveAnew = async (personId: string): Promise<boolean> => {
  const { deps, give, readRegisters } = registrar
  await readRegisters()
  const found = await deps.db
    .selectFrom('application')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', '=', 'proving')
    .executeTakeFirst()
  if (!found) return false
  const [ann, ben] = [await registrar.aVerifier(), await registrar.aVerifier()]
  for (const one of [ann, ben]) await give(one, found.id)
  for (const kind of ['video_interview', 'regulator_live_credential'] as const)
    await settleSeenProof(deps, ann, found.id, { kind, passed: true, reference: '' })
  await decideApplication(deps, ben, found.id, { decision: 'yes', reason: '' })
  return true
}

/** One doctor with one licence, who tries to have two accounts; each life of theirs has its own licence number. */
const aSchemer = (number: string) => {
  let doctor: Registrant | null = null
  const browsers: TestBrowser[] = []
  const mine = new Set<string>()
  let addresses = 0
  const handIn = async (browser: TestBrowser, withRoot: boolean) => {
    if (!doctor) return
    // As each night does: a quarter that began meanwhile has its keys.
    await publishKeys(registrar.deps)
    await depositRequests(registrar.deps, doctor, await browser.deposit(doctor, { withRoot }))
  }
  const tryToJoin = async () => {
    for (const browser of browsers) {
      await unlessRefused(joinAs(browser))
      await unlessRefused(visit(browser))
    }
  }
  const take: Record<Step, () => Promise<void>> = {
    apply: async () => {
      addresses += 1
      const email = `${number}.${addresses}@example.org`
      await unlessRefused(
        registrar.aVerifiedDoctor(email, { number }).then((verified) => {
          doctor = verified
        }),
      )
      await publishKeys(registrar.deps)
    },
    enter: async () => {
      if (!doctor) return
      // Two who claim one licence are both kept out until they have proved it anew.
      if (!(await unlessRefused(showEntry(registrar.deps, doctor)))) return
      const browser = aBrowser(registrar.deps)
      browsers.push(browser)
      await unlessRefused(requestTickets(registrar.deps, doctor, await browser.everything('doctor.world')))
      await unlessRefused(handIn(browser, true))
      await unlessRefused(handIn(browser, false))
      moveClock(1 * days)
      await openDue(registrar.deps)
      await tryToJoin()
    },
    'come back': async () => {
      // The newest words first: who hands in first has the place.
      for (const browser of browsers.toReversed()) await unlessRefused(handIn(browser, false))
      await passDays(14, [])
      await tryToJoin()
    },
    'erase at the registrar': async () => {
      if (doctor) await eraseMe(registrar.deps, doctor)
      doctor = null
    },
    'erase in the community': async () => {
      for (const { seed } of browsers) await unlessRefused(eraseWith(seed))
    },
    'say that all is lost': async () => {
      if (doctor) await unlessRefused(loseRoot(registrar.deps, doctor))
    },
    'say that all is stolen': async () => {
      if (doctor) await unlessRefused(reportTheft(registrar.deps, doctor))
    },
    'prove it anew': async () => {
      if (doctor && (await proveAnew(doctor.personId))) await giveUpStolenRoot(registrar.deps, doctor.personId)
    },
    'wait half a year': async () => {
      // Keys count only when they were listed an epoch before.
      for (let month = 0; month < 6; month += 1) {
        moveClock(31 * days)
        await publishKeys(registrar.deps)
      }
      await giveUpLostRoots(registrar.deps)
      await openDue(registrar.deps)
      await tryToJoin()
    },
  }
  const live = async () => {
    const roots = await community.db.selectFrom('account').select(['id', 'valid_through']).execute()
    return {
      accounts: roots.filter(({ id, valid_through }) => !mine.has(id) && isStillValid('renewal', valid_through, now())).map(({ id }) => id),
    }
  }
  return {
    take: (step: Step) => take[step](),
    live,
    /** Whoever was here before is no part of this doctor's life. */
    begin: async () => {
      for (const { id } of await community.db.selectFrom('account').select('id').execute()) mine.add(id)
    },
  }
}

const walk = async (number: string, way: readonly Step[]): Promise<void> => {
  const schemer = aSchemer(number)
  await schemer.begin()
  await schemer.take('apply')
  await schemer.take('enter')
  for (const step of way) {
    await schemer.take(step)
    expect((await schemer.live()).accounts.length).toBeLessThanOrEqual(1)
  }
}

const known: readonly (readonly Step[])[] = [
  ['erase at the registrar', 'apply', 'enter', 'come back'],
  ['erase in the community', 'enter', 'erase at the registrar', 'apply', 'enter'],
  ['say that all is lost', 'wait half a year', 'enter', 'come back', 'come back'],
  ['apply', 'enter', 'apply', 'apply', 'enter', 'come back'],
  ['say that all is stolen', 'come back', 'prove it anew', 'come back', 'enter', 'come back', 'come back'],
]

test.each(known.map((way, at) => ({ way, number: `70500${at}1` })))(
  'erasing and applying again gives never two live accounts: $way',
  ({ way, number }) => walk(number, way),
  180_000,
)

test('whoever has lost everything has one account again after half a year, and the old one has lapsed before', async () => {
  const schemer = aSchemer('7060001')
  await schemer.begin()
  for (const step of ['apply', 'enter'] as const) await schemer.take(step)
  const [old] = (await schemer.live()).accounts
  expect(old).toBeDefined()
  for (const step of ['say that all is lost', 'wait half a year', 'enter', 'come back', 'come back', 'come back'] as const)
    await schemer.take(step)
  const { accounts } = await schemer.live()
  expect(accounts).toHaveLength(1)
  expect(accounts[0]).not.toBe(old)
}, 180_000)

test('whoever was robbed is out at once, has a new account within weeks of proving the licence anew, and the thief’s has lapsed before', async () => {
  const schemer = aSchemer('7060002')
  await schemer.begin()
  for (const step of ['apply', 'enter', 'come back'] as const) await schemer.take(step)
  const [old] = (await schemer.live()).accounts
  expect(old).toBeDefined()
  await schemer.take('say that all is stolen')
  // Whoever holds the old words comes back with them, and nothing is signed for them any more.
  for (const step of ['come back', 'come back'] as const) await schemer.take(step)
  expect((await schemer.live()).accounts).toEqual([])
  for (const step of ['prove it anew', 'enter', 'come back', 'come back', 'come back'] as const) await schemer.take(step)
  const { accounts } = await schemer.live()
  expect(accounts).toHaveLength(1)
  expect(accounts[0]).not.toBe(old)
}, 180_000)

test('nor does any other order of erasing, applying, entering, losing, being robbed and waiting', async () => {
  let life = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 6 }), (way) => {
      life += 1
      return walk(`7${String(700_000 + life)}`, way)
    }),
    { numRuns: 3 },
  )
}, 280_000)

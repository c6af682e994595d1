import { expect, test, vi } from 'vitest'
import { demoPeople } from '#demo/people.ts'
import { findDemoMember } from '#server/community/accounts/demo-accounts.ts'
import { listSettings } from '#server/community/accounts/list-settings.ts'
import { publishedManifest } from '#server/registrar/issuing/published-manifest.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { epochOf, epochStart, quarterOf, quarterStart } from '#tickets/tickets.rules.ts'
import { demoCrowds, demoRootKey } from './demoDoctors.ts'
import type { Halves } from './enterWithTickets.ts'
import { keepDemoPeople } from './keepDemoPeople.ts'

// Thirty keys of RSA are made on the way.
vi.setConfig({ testTimeout: 120_000 })

const registrar = await aRegistrar()
const community = await aCommunity()
const halves: Halves = {
  registrar: { ...registrar.deps, props: demoCrowds() },
  community: { ...community.deps, demo: true, manifest: { read: () => publishedManifest({ ...registrar.deps, props: demoCrowds() }) } },
}
const now = registrar.deps.clock.now()
const signed = () => registrar.deps.db.selectFrom('ticket_request').select(['kind', 'period', 'person_id', 'signature']).execute()
const found = (slug: string) => findDemoMember(halves.community, demoRootKey(slug))
const moveTo = (instant: Date): void => {
  registrar.moveClock(instant)
  community.moveClock(instant)
}

test('the people one can enter as join with a root ticket, a renewal and a label, signed unseen; told again, nothing more happens', async () => {
  const members = await keepDemoPeople(halves)
  for (const { slug, specialty, country, interests } of demoPeople) {
    expect(members.get(slug)?.label).toBe(`${specialty}.${country}`)
    expect(await found(slug)).toMatchObject({ validThrough: epochOf(now), labelPeriod: quarterOf(now) })
    expect(await listSettings(community.deps.db, (await found(slug))?.member.accountId ?? '')).toMatchObject({ interests })
  }
  expect((await signed()).map(({ kind }) => kind).sort()).toEqual(demoPeople.flatMap(() => ['label', 'renewal', 'root']).sort())
  expect(await community.deps.db.selectFrom('spent_root').select('root_hash').execute()).toHaveLength(demoPeople.length)

  expect(await keepDemoPeople(halves)).toEqual(members)
  expect(await signed()).toHaveLength(demoPeople.length * 3)
})

test('their accounts last as long as a renewal, and the next one is fetched like anybody’s; a new quarter brings a new label', async () => {
  const next = epochStart(epochOf(now) + 1)
  moveTo(next)
  await keepDemoPeople(halves)
  for (const { slug } of demoPeople) expect(await found(slug)).toMatchObject({ validThrough: epochOf(next), labelPeriod: quarterOf(now) })

  moveTo(quarterStart(quarterOf(now) + 1))
  await keepDemoPeople(halves)
  for (const { slug } of demoPeople) expect((await found(slug))?.labelPeriod).toBe(quarterOf(now) + 1)
})

test('there are none outside the demo', async () => {
  await expect(keepDemoPeople({ ...halves, registrar: { ...halves.registrar, demo: false } })).rejects.toThrow('demo')
})

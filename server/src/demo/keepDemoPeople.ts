import type { SpecialtyCode } from '#atlas/specialties.ts'
import { demoPeople } from '#demo/people.ts'
import { epochOf, quarterOf } from '#tickets/tickets.rules.ts'
import type { Member } from '../access.ts'
import { changeSettings } from '../community/accounts/change-settings.ts'
import { findDemoMember } from '../community/accounts/demo-accounts.ts'
import { nameModerator } from '../community/accounts/name-moderator.ts'
import type { Deps } from '../community/deps.ts'
import { publishKeys } from '../registrar/issuing/publish-keys.ts'
import { ensureDemoPersona } from '../registrar/persons/demo-persons.ts'
import { demoRootKey, demoSeed } from './demoDoctors.ts'
import { enterWithTickets, type Halves, renewWithTickets } from './enterWithTickets.ts'

/**
 * The people a visitor can enter as, joined and kept valid by tickets the registrar signs unseen, like anybody: only the seed is public.
 * Answers each as a member, by slug.
 */
export const keepDemoPeople = async ({ registrar, community }: Halves): Promise<ReadonlyMap<string, Member>> => {
  // They come one by one also where everybody else waits for a group: nobody is to be hidden.
  const halves: Halves = { community, registrar: { ...registrar, enterNow: true } }
  const now = community.clock.now()
  const verified = []
  for (const { slug, language, specialty, country, label, interests, moderator } of demoPeople) {
    const registrant = await ensureDemoPersona(registrar, { slug, language, specialty, country, name: label[language] })
    verified.push({ slug, interests, moderator, doctor: { ...registrant, seed: demoSeed(slug) } })
  }
  await publishKeys(registrar)
  const members = new Map<string, Member>()
  for (const { slug, interests, moderator, doctor } of verified) {
    const found = await findDemoMember(community, demoRootKey(slug))
    if (!found) {
      await enterWithTickets(halves, doctor)
      await sayInterests(community, slug, interests)
    } else if (found.validThrough < epochOf(now)) await renewWithTickets(halves, doctor, { withLabel: found.labelPeriod < quarterOf(now) })
    const member = (found ?? (await findDemoMember(community, demoRootKey(slug))))?.member
    if (!member) continue
    await nameModerator(community, member.accountId, moderator)
    members.set(slug, member)
  }
  return members
}

const sayInterests = async (community: Deps, slug: string, interests: readonly SpecialtyCode[]): Promise<void> => {
  const joined = await findDemoMember(community, demoRootKey(slug))
  if (!joined) return
  const { language } = joined.member
  await changeSettings(community, joined.member, {
    revision: 0,
    language,
    reads: [language],
    interests: [...interests],
    byline: 'anonymous',
    showAtMost: null,
  })
}

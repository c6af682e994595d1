import { findSpecialty } from '#atlas/specialties.ts'
import { defaultSettings } from '../notifications/gate.rules.ts'
import { awakeMask, zonesFor } from '../notifications/hours.rules.ts'
import type { KeptMember, MemberFacts } from './members.sql.ts'
import { specialtyOf } from './rings.rules.ts'
import { tierOf } from './score.rules.ts'

/** A member as the router lays them out on a day. Who may not take part, or never wants to be asked, is asked about nothing. */
export const layOut = (facts: MemberFacts, now: Date, chance: number): KeptMember => {
  const { accountId, label, lapsed, reads, interests, muted, freeAt } = facts
  const hours = { wakesAt: facts.wakesAt ?? defaultSettings.wakesAt, restsAt: facts.restsAt ?? defaultSettings.restsAt }
  const known = { asked: facts.asked ?? 0, answered: facts.answered ?? 0 }
  const own = specialtyOf(label)?.specialty
  const topics = [...(own === undefined ? [] : [{ topic: own, attested: true }]), ...interests.map((topic) => ({ topic, attested: false }))]
  const asked = lapsed || facts.perWeek === 0 ? [] : topics
  const seen = new Set<string>(muted)
  return {
    accountId,
    awake: awakeMask(zonesFor(facts.zone, label), hours, now),
    reads,
    ready: freeAt === null || freeAt <= now,
    topics: asked
      .filter(({ topic }) => findSpecialty(topic) && !seen.has(topic) && seen.add(topic))
      .map((topic) => ({ ...topic, tier: tierOf(known, topic.attested), rota: topic.attested && facts.rota && facts.zone !== null })),
    chance,
  }
}

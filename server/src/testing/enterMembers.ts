import { startSession } from '#server/community/accounts/sessions.ts'
import { enterWithTickets, type Halves } from '#server/demo/enterWithTickets.ts'
import { publishKeys } from '#server/registrar/issuing/publish-keys.ts'
import { ensureDemoPersona } from '#server/registrar/persons/demo-persons.ts'

/** Some doctors of one label, verified and joined alone, one after the other; by person the account, which only a test may know. */
export const enterMembers = async (halves: Halves, { from, to }: { from: number; to: number }): Promise<ReadonlyMap<string, string>> => {
  const { registrar, community } = halves
  const truth = new Map<string, string>()
  for (let number = from; number < to; number += 1) {
    const persona = { slug: `member-${number}`, language: 'en', specialty: 'cardiology', country: 'GB', name: `Member ${number}` } as const
    const registrant = await ensureDemoPersona(registrar, persona)
    if (number === 0) await publishKeys(registrar)
    const { accountId } = await enterWithTickets(halves, { ...registrant, seed: registrar.ids.bytes(16) })
    await startSession(community, accountId, null)
    truth.set(registrant.personId, accountId)
  }
  return truth
}

import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { checkStatement } from '#tickets/join.ts'
import { signNameAttestation } from '#tickets/nameAttestation.ts'
import { quarterOf } from '#tickets/tickets.rules.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { later, minutes } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { holdPerson, type Person, readPerson, takeOutOfCrowds } from '../persons/know-person.ts'
import { addNameChallenge, keepAttestation, takeNameChallenge } from './issuing.sql.ts'
import { nameKey } from './keys.ts'

/** Two walks over to the community and back, with the words to be looked up in between. */
const challengeLife = 15 * minutes

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'secrets' | 'origin'>

interface NameOffer {
  readonly name: string
  readonly specialty: SpecialtyCode
  readonly country: CountryCode
  /** To the end of the quarter after this one. */
  readonly through: number
}

const offerFor = (person: Person | null, now: Date): NameOffer => {
  const { name, specialty, country } = person?.doctor ?? refuse('issuing.not-verified')
  return { name, specialty: specialty as SpecialtyCode, country: country as CountryCode, through: quarterOf(now) + 1 }
}

/** What would be signed for a doctor who wants to show their name, and the challenge their account has to answer. */
export const startShowName = async (deps: Needs, { personId }: Registrant): Promise<NameOffer & { challenge: string }> => {
  const { db, clock, ids } = deps
  const offer = offerFor(await readPerson(db, deps, personId), clock.now())
  const challenge = ids.bytes(32)
  await addNameChallenge(db, { challenge, person_id: personId, expires_at: later(clock.now(), challengeLife) })
  return { ...offer, challenge: toBase64url(challenge) }
}

/** Signs that the account that answered the challenge is this doctor, and takes them out of every crowd. One name, one account. */
export const attestName = async (
  deps: Needs,
  { personId }: Registrant,
  { rootKey, challenge, proof }: { rootKey: string; challenge: string; proof: string },
): Promise<NameOffer & { signature: string }> => {
  const { db, clock, ids, origin } = deps
  const now = clock.now()
  offerFor(await readPerson(db, deps, personId), now)
  const root = fromBase64url(rootKey)
  const asked = fromBase64url(challenge)
  if (root?.length !== 32 || !asked || !(await takeNameChallenge(db, Buffer.from(asked), personId, now)))
    return refuse('issuing.proof-refused')
  return db.transaction().execute(async (trx) => {
    const offer = offerFor(await holdPerson(trx, deps, personId), now)
    const { name, specialty, country, through } = offer
    const said = checkStatement({ kind: 'show-name', origin, challenge, throughQuarter: through }, proof, rootKey)
    if (!said) return refuse('issuing.proof-refused')
    const kept = await keepAttestation(trx, {
      person_id: personId,
      root_key: Buffer.from(root),
      through_quarter: through,
      shuffle: anyPlace(ids),
    })
    if (!kept) return refuse('issuing.name-already-shown')
    await takeOutOfCrowds(trx, personId)
    const attestation = { rootPublicKey: rootKey, name, specialty, country, throughQuarter: through }
    return { ...offer, signature: signNameAttestation(attestation, nameKey(deps)) }
  })
}

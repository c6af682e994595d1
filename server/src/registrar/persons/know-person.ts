import { findCountry } from '#atlas/countries.ts'
import type { Language } from '#contract/shapes.ts'
import type { LabelCode } from '#tickets/labels.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { licenceHash, openText, sealText } from '../sealing/fields.ts'
import { anyPlace } from './anyPlace.ts'
import { labelsOf, leftAfterMove } from './persons.rules.ts'
import {
  bindLicence,
  ensurePerson,
  erase,
  findPerson,
  holderOf,
  isErased,
  knownHolderOf,
  lockPerson,
  markIn,
  markNamed,
  markVerified,
  takeOver,
  unbindLicence,
} from './persons.sql.ts'

/** Somebody the registrar knows, opened for those who have to know. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly language: Language
  /** Null until somebody has verified them. */
  readonly doctor: {
    readonly specialty: string
    readonly country: string
    readonly name: string
    /** The labels they may carry, finest first. */
    readonly labels: readonly LabelCode[]
  } | null
  /** Has shown their name, and so is no part of a crowd. */
  readonly named: boolean
  /** Whether their root was ever signed and not given up, perhaps in an earlier life here that was erased. */
  readonly rootIssued: boolean
  /** The day (RFC 3339, UTC) they said that words and devices are lost, and the day a root was given up last. */
  readonly rootLostOn: string | null
  readonly rootGivenUpOn: string | null
}

type Row = NonNullable<Awaited<ReturnType<typeof findPerson>>>

const opened = (deps: Pick<Deps, 'secrets'>, row: Row): Person => {
  const { id, email, language, verified, named, specialty, country, may_carry: mayCarry, name } = row
  return {
    id,
    email: email === null ? '' : openText(deps, 'email', email),
    language: language as Language,
    doctor:
      verified && specialty && country && name
        ? { specialty, country, name: openText(deps, 'name', name), labels: labelsOf({ specialty, country, mayCarry }) }
        : null,
    named,
    rootIssued: row.root_issued,
    rootLostOn: row.root_lost_on,
    rootGivenUpOn: row.root_given_up_on,
  }
}

/** The person a proved address belongs to, made when it is new. */
export const knowPerson = async (
  trx: Trx,
  deps: Pick<Deps, 'secrets' | 'ids'>,
  { address, addressHash, language }: { address: string; addressHash: Buffer; language: Language },
): Promise<{ id: string; verified: boolean }> =>
  ensurePerson(trx, {
    id: deps.ids.random(),
    email_hash: addressHash,
    email: sealText(deps, 'email', address),
    language,
    shuffle: anyPlace(deps.ids),
  })

export const readPerson = async (db: Db, deps: Pick<Deps, 'secrets'>, id: string): Promise<Person | null> => {
  const row = await findPerson(db, id)
  return row ? opened(deps, row) : null
}

/** A person, held until this transaction ends, so that two requests at once are one after the other. */
export const holdPerson = async (trx: Trx, deps: Pick<Deps, 'secrets'>, id: string): Promise<Person | null> => {
  const row = await lockPerson(trx, id)
  return row ? opened(deps, row) : null
}

/** Makes a person a verified doctor and binds the licence to them; refused when it is somebody else's. */
export const verifyPerson = async (
  trx: Trx,
  deps: Pick<Deps, 'secrets' | 'ids'>,
  personId: string,
  { country, specialty, name, number }: { country: string; specialty: string; name: string; number: string },
): Promise<void> => {
  await addLicence(trx, deps, personId, { country, number })
  const before = await findPerson(trx, personId)
  await markVerified(trx, personId, {
    specialty,
    country,
    may_carry:
      before?.specialty && before.country
        ? leftAfterMove(labelsOf({ ...before, mayCarry: before.may_carry }), { specialty, country })
        : null,
    name: sealText(deps, 'name', name),
  })
}

/** Binds a licence to a person; one that somebody erased had held comes back to its doctor with what stayed of them, anybody else's is refused. */
export const addLicence = async (
  trx: Trx,
  deps: Pick<Deps, 'secrets' | 'ids'>,
  personId: string,
  { country, number }: { country: string; number: string },
): Promise<void> => {
  const scheme = findCountry(country)?.scheme
  if (!scheme) throw new RangeError(`There is no register for ${country}`)
  const bound = await bindLicence(trx, {
    id: deps.ids.random(),
    person_id: personId,
    scheme: scheme.code,
    number: sealText(deps, 'number', number),
    number_hash: licenceHash(deps, scheme, number),
    shuffle: anyPlace(deps.ids),
  })
  if (!bound && !(await takeOverErased(trx, licenceHash(deps, scheme, number), personId))) refuse('application.number-taken')
}

/** Lets a licence go that was taken from this person. */
export const releaseLicence = (trx: Trx, personId: string, numberHash: Buffer) => unbindLicence(trx, personId, numberHash)

/** Lets a doctor in or keeps them out; who they are and what they may be called stays. */
export const setVerified = (trx: Trx, personId: string, verified: boolean) => markIn(trx, personId, verified)

/** The person a licence is bound to, or null. */
export const findHolder = (db: Db, numberHash: Buffer): Promise<string | null> => knownHolderOf(db, numberHash)

/** From now on this person is known by name to whoever runs the community, and stands in no crowd. */
export const takeOutOfCrowds = async (trx: Trx, personId: string): Promise<void> => {
  await markNamed(trx, personId)
}

/** Takes over what is left of somebody erased who held this licence; false when its holder is somebody known. */
const takeOverErased = async (trx: Trx, numberHash: Buffer, personId: string): Promise<boolean> => {
  const holder = await holderOf(trx, numberHash)
  if (holder === null || !(await isErased(trx, holder))) return false
  await takeOver(trx, holder, personId)
  return true
}

/** Leaves of a person keyed hashes and "root issued"; what other rooms hold of them goes before. */
export const erasePerson = (trx: Trx, personId: string): Promise<void> => erase(trx, personId)

import { expect, test } from 'vitest'
import { findCountry } from '#atlas/countries.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { licenceHash } from '../sealing/fields.ts'
import { addLicence, erasePerson, findHolder } from './know-person.ts'

const { deps, anApplicant } = await aRegistrar()
const number = '7012345'
const scheme = findCountry('GB')?.scheme
const holder = () => findHolder(deps.db, licenceHash(deps, scheme as NonNullable<typeof scheme>, number))
const add = (personId: string) => deps.db.transaction().execute((trx) => addLicence(trx, deps, personId, { country: 'GB', number }))

test('a licence belongs to one person, and comes back to its doctor after they were erased', async () => {
  const [first, other] = [await anApplicant('first@example.org'), await anApplicant('other@example.org')]
  await add(first.personId)
  await add(first.personId)
  await expect(add(other.personId)).rejects.toMatchObject({ code: 'application.number-taken' })
  expect(await holder()).toBe(first.personId)

  await deps.db.transaction().execute((trx) => erasePerson(trx, first.personId))
  await add(other.personId)
  expect(await holder()).toBe(other.personId)
})

import type { Language } from '#contract/shapes.ts'
import type { Registrant } from '../../access.ts'
import type { Deps } from '../deps.ts'
import { addressHash } from '../sealing/fields.ts'
import { knowPerson, verifyPerson } from './know-person.ts'

/** A doctor of the demo as the registrar knows them: verified from the start, with a number that no register gives. */
export interface DemoPersona {
  readonly slug: string
  readonly language: Language
  readonly specialty: string
  readonly country: string
  readonly name: string
}

/** Makes a persona of the demo a verified doctor, once. */
export const ensureDemoPersona = async (
  deps: Pick<Deps, 'db' | 'ids' | 'secrets' | 'demo'>,
  { slug, language, ...doctor }: DemoPersona,
): Promise<Registrant> => {
  if (!deps.demo) throw new Error('Personas exist in demo mode only')
  const address = `${slug}@demo.example`
  const personId = await deps.db.transaction().execute(async (trx) => {
    const { id, verified } = await knowPerson(trx, deps, { address, addressHash: addressHash(deps, address), language })
    if (!verified) await verifyPerson(trx, deps, id, { ...doctor, number: `demo ${slug}` })
    return id
  })
  return { kind: 'registrant', personId, language }
}

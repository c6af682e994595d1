import type { LicenceScheme } from '#atlas/countries.ts'
import { keyedHash, open, type Purpose, seal } from '../../platform/sealed.ts'
import type { Deps } from '../deps.ts'

type Keys = Pick<Deps, 'secrets' | 'ids'>

/** Seals a text for a column of this purpose. */
export const sealText = ({ secrets, ids }: Keys, purpose: Purpose, text: string): Buffer =>
  seal(secrets.bytes('field-key'), purpose, Buffer.from(text), ids.bytes(12))

/** Opens a sealed column; null stays null. */
export const openText = <T extends Buffer | null>(
  { secrets }: Pick<Deps, 'secrets'>,
  purpose: Purpose,
  sealed: T,
): T extends null ? null : string =>
  (sealed === null ? null : open(secrets.bytes('field-key'), purpose, sealed).toString()) as T extends null ? null : string

/** Finds an address without keeping it readable. */
export const addressHash = ({ secrets }: Pick<Deps, 'secrets'>, address: string): Buffer =>
  keyedHash(secrets.bytes('pepper'), 'email', address)

/** Finds a licence without keeping its number readable; the same digits under another scheme are another licence. */
export const licenceHash = ({ secrets }: Pick<Deps, 'secrets'>, scheme: LicenceScheme, number: string): Buffer =>
  keyedHash(secrets.bytes('pepper'), 'licence', `${scheme.code}|${number}`)

import { keyedHash, open, seal } from '../../platform/sealed.ts'
import type { Deps } from '../deps.ts'

const purpose = 'stop-mail'
const hashLength = 8

const hashOf = (secrets: Deps['secrets'], address: string): Buffer =>
  keyedHash(secrets.bytes('field-key'), purpose, address).subarray(0, hashLength)

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What stops the letters to this address of this account: sealed, so that it tells nobody whose it is, and another one in every letter. */
export const stopTokenFor = ({ secrets, ids }: Pick<Deps, 'secrets' | 'ids'>, accountId: string, address: string): string =>
  seal(secrets.bytes('field-key'), purpose, Buffer.concat([uuidBytes(accountId), hashOf(secrets, address)]), ids.bytes(12)).toString(
    'base64url',
  )

/** Whose letters a token stops, and a test of the address it was written to; null when we never made it. */
export const readStopToken = (
  { secrets }: Pick<Deps, 'secrets'>,
  token: string,
): { readonly accountId: string; readonly isFor: (address: string) => boolean } | null => {
  try {
    const bytes = open(secrets.bytes('field-key'), purpose, Buffer.from(token, 'base64url'))
    return { accountId: uuidOf(bytes.subarray(0, 16)), isFor: (address) => hashOf(secrets, address).equals(bytes.subarray(16)) }
  } catch {
    return null
  }
}

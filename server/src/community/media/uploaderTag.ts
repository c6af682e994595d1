import { createHmac } from 'node:crypto'
import type { Member } from '../../access.ts'
import type { Deps } from '../deps.ts'

const hmac = ({ secrets }: Pick<Deps, 'secrets'>, text: string): Buffer =>
  createHmac('sha256', secrets.bytes('view-key')).update(text).digest()

/** Tells whether an image is a member's own, without a row that says whose it is. */
export const uploaderTag = (deps: Pick<Deps, 'secrets'>, member: Member, imageId: string): Buffer =>
  hmac(deps, `image:${member.accountId}:${imageId}`)

/** The id of what a member uploads under a key: the same upload sent again is the same image. Nobody without the key can guess it. */
export const imageIdFor = (deps: Pick<Deps, 'secrets'>, member: Member, key: string): string => {
  const bytes = hmac(deps, `upload:${member.accountId}:${key}`)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

import { keyedHash, open } from '../../platform/sealed.ts'
import type { Deps } from '../deps.ts'
import { pieceFileOf } from './uploads.rules.ts'

/** The key the pieces of one upload are sealed with: neither the database nor the secrets alone open them, and without the row nobody does. */
export const sealingKey = ({ secrets }: Pick<Deps, 'secrets'>, halfKey: Buffer): Buffer =>
  keyedHash(secrets.bytes('field-key'), 'upload', halfKey.toString('base64url'))

/** A piece as it was sent; null where it is not there or cannot be opened, so that it has to be sent again. */
export const openPiece = async (
  deps: Pick<Deps, 'files' | 'secrets'>,
  { id, halfKey, after }: { id: string; halfKey: Buffer; after: number },
): Promise<Buffer | null> => {
  const name = pieceFileOf(id, after)
  const sealed = await deps.files.get(name)
  if (!sealed) return null
  try {
    return open(sealingKey(deps, halfKey), name, sealed)
  } catch {
    return null
  }
}

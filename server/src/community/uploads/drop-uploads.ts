import type { Transaction } from 'kysely'
import type { Member } from '../../access.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { removePieces } from './uploads.jobs.ts'
import { waitsFor } from './uploads.rules.ts'
import { dropUploads, dropUploadsBegunBefore, markTaken } from './uploads.sql.ts'
import { placeTags, uploadTag } from './uploadTags.ts'

type Needs = Pick<Deps, 'db' | 'jobs'>

/** Whatever a statement says is over has its pieces removed. */
const andTheirPieces = ({ db, jobs }: Needs, over: (trx: Transaction<DB>) => Promise<readonly string[]>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (const uploadId of await over(trx)) await jobs.ask(trx, removePieces, { uploadId })
  })

/** Throws away what has arrived of a member's file. */
export const dropUpload = (deps: Needs & Pick<Deps, 'secrets'>, member: Member, key: string): Promise<void> =>
  andTheirPieces(deps, (trx) => dropUploads(trx, { tag: uploadTag(deps, member, key) }))

/** Throws away all that waits for the rest of it, of one account. */
export const dropUploadsOf = (deps: Needs & Pick<Deps, 'secrets'>, accountId: string): Promise<void> =>
  andTheirPieces(deps, (trx) => dropUploads(trx, { places: placeTags(deps, { accountId }) }))

/** The whole was taken: its pieces are not needed any more. */
export const endUpload = (deps: Needs, tag: Buffer): Promise<void> =>
  andTheirPieces(deps, async (trx) => {
    const id = await markTaken(trx, tag)
    return id === null ? [] : [id]
  })

/** Throws away what did not become whole in time, and forgets what did. */
export const dropStoppedUploads = (deps: Needs, now: Date): Promise<void> =>
  andTheirPieces(deps, (trx) => dropUploadsBegunBefore(trx, later(now, -waitsFor)))

/** The pieces of an upload that is over. Told again, there is nothing left to remove. */
export const removePieceFiles = ({ files }: Pick<Deps, 'files'>, uploadId: string): Promise<void> => files.remove(`uploads/${uploadId}`)

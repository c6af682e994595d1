import { uploadLimits } from '#contract/community/uploads.ts'
import type { Member } from '../../access.ts'
import { keyedHash } from '../../platform/sealed.ts'
import type { Deps } from '../deps.ts'

type Sender = Pick<Member, 'accountId'>

/** What a member's upload is found by, without a row that says whose it is. */
export const uploadTag = ({ secrets }: Pick<Deps, 'secrets'>, { accountId }: Sender, key: string): Buffer =>
  keyedHash(secrets.bytes('view-key'), 'upload', `${accountId}:${key}`)

/** The places in which files of a member wait until they are whole: as many as may. */
export const placeTags = ({ secrets }: Pick<Deps, 'secrets'>, { accountId }: Sender): readonly Buffer[] =>
  Array.from({ length: uploadLimits.waitingFiles }, (_, place) =>
    keyedHash(secrets.bytes('view-key'), 'upload place', `${accountId}:${place}`),
  )

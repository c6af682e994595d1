import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { challengeId, proof, rootKey } from './accounts.ts'

export const eraseAccount = endpoint({
  method: 'POST',
  path: '/api/community/erasure',
  who: 'anyone',
  summary:
    "Erases the account of this R, by R's statement `erase`. Cases still open are withdrawn; what else it wrote stays with nobody behind it, or is taken back.",
  body: Type.Object({ challengeId, rootKey, proof, writings: Type.Enum(['stay', 'taken-back']) }, { additionalProperties: false }),
  status: 204,
  limit: 5,
  errors: ['account.challenge-unknown', 'account.proof-refused', 'account.unknown'],
})

import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { challengeId, proof, rootKey } from './accounts.ts'

export const downloadMyData = endpoint({
  method: 'GET',
  path: '/api/community/my-data',
  who: 'member-or-lapsed',
  summary:
    'Everything I wrote here and what I chose, as one JSON file; of others only the question of a case, and the sentence I put right.',
  produces: 'application/json',
  status: 200,
  limit: 3,
  errors: [],
})

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

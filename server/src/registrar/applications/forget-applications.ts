import type { Deps, Trx } from '../deps.ts'
import { applicationsOf, dropApplicationRows } from './applications.sql.ts'
import { dropDocuments } from './drop-documents.ts'

/** Forgets every application of a person, with its documents. */
export const forgetApplications = async (trx: Trx, deps: Pick<Deps, 'jobs'>, personId: string): Promise<void> => {
  for (const { id } of await applicationsOf(trx, personId)) await dropDocuments(trx, deps, id)
  await dropApplicationRows(trx, personId)
}

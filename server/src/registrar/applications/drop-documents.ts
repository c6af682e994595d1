import { days, later } from '../../platform/time.ts'
import type { Deps, Trx } from '../deps.ts'
import { removeDocument } from './applications.jobs.ts'
import { agedAsked, agedEvidence, dropEvidenceRow, dropProofs, evidenceOf } from './applications.sql.ts'

/** How long a document stays after somebody looked at it, and how long at most. */
const afterALook = 7 * days
const atMost = 30 * days
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Where the file of a document lies. */
export const fileOfDocument = (evidenceId: string): string => `evidence/${evidenceId}`

/** Throws one document away, and its file after the transaction. */
export const dropDocument = async (trx: Trx, { jobs }: Pick<Deps, 'jobs'>, evidenceId: string): Promise<void> => {
  await dropEvidenceRow(trx, evidenceId)
  await jobs.ask(trx, removeDocument, { evidenceId })
}

/** Throws away every document of an application: it is decided. */
export const dropDocuments = async (trx: Trx, deps: Pick<Deps, 'jobs'>, applicationId: string): Promise<void> => {
  for (const { id } of await evidenceOf(trx, applicationId)) await dropDocument(trx, deps, id)
}

/** Throws away documents seven days after somebody looked at them and thirty after they came, and what was asked for and never answered. */
export const dropAgedDocuments = async (deps: Pick<Deps, 'db' | 'jobs' | 'clock'>): Promise<void> => {
  const now = deps.clock.now()
  const aged = { lookedBy: dayOf(later(now, -afterALook)), sentBy: dayOf(later(now, -atMost)) }
  for (const { id } of await agedEvidence(deps.db, aged)) await deps.db.transaction().execute((trx) => dropDocument(trx, deps, id))
  const unanswered = await agedAsked(deps.db, aged.sentBy)
  if (unanswered.length > 0)
    await deps.db.transaction().execute((trx) =>
      dropProofs(
        trx,
        unanswered.map(({ id }) => id),
      ),
    )
}

/** Deletes the file of a document that is gone. Told again, there is nothing left to delete. */
export const removeFile = ({ files }: Pick<Deps, 'files'>, evidenceId: string): Promise<void> => files.remove(fileOfDocument(evidenceId))

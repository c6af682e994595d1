import type { Evidence } from '#contract/registrar/applications.ts'
import type { DeskApplication } from '#contract/registrar/decisions.ts'
import type { Staff } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { readDocument } from '../applications/evidence.ts'
import { openApplication } from '../applications/settle-application.ts'
import { note } from '../audit/note.ts'
import type { Deps } from '../deps.ts'

/** Shows an application to the person who decides it. The look is in the log before anything is shown. */
export const lookAtApplication = (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets'>,
  verifier: Staff,
  applicationId: string,
): Promise<DeskApplication> =>
  deps.db.transaction().execute(async (trx) => {
    const found = await openApplication(trx, deps, applicationId)
    // What is still being typed is its applicant's own.
    if (!found || found.state === 'draft') return refuse('application.not-found')
    await note(trx, deps, { actor: verifier.staffId, action: 'looked-at-application', subject: applicationId })
    const { id, personId: _, revision: __, since, evidence, ...shown } = found
    return { ...shown, applicationId: id, since: since?.toISOString() ?? null, evidence: [...evidence] }
  })

/** Shows one document of an application. The look is in the log before anything is shown. */
export const lookAtEvidence = async (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets' | 'files'>,
  verifier: Staff,
  applicationId: string,
  evidenceId: string,
): Promise<{ mediaType: Evidence['mediaType']; bytes: Buffer }> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await openApplication(trx, deps, applicationId)
    if (!found || found.state === 'draft') return refuse('application.not-found')
    if (!found.evidence.some(({ id }) => id === evidenceId)) return refuse('application.evidence-not-found')
    await note(trx, deps, {
      actor: verifier.staffId,
      action: 'looked-at-evidence',
      subject: applicationId,
      detail: { evidence: evidenceId },
    })
  })
  return (await readDocument(deps.db, deps, applicationId, evidenceId)) ?? refuse('application.evidence-not-found')
}

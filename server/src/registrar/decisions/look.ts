import type { Evidence } from '#contract/registrar/applications.ts'
import type { DeskApplication, DeskProof } from '#contract/registrar/decisions.ts'
import type { Staff } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { type CaseForDesk, openForDesk } from '../applications/desk-cases.ts'
import { markSeen, readDocument } from '../applications/evidence.ts'
import type { ProofRow } from '../applications/proofs.ts'
import { isReadByHand, weighCase } from '../applications/verification.rules.ts'
import { note } from '../audit/note.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { manualDeskOf } from '../registers/manualDesks.ts'
import { openText } from '../sealing/fields.ts'
import { errandOf, mayDecide, mayRevoke, taskOf } from './decisions.rules.ts'
import { assignedSince } from './decisions.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'secrets'>

/** The case, for whom it was given to. */
export const holdAssigned = async (trx: Trx, deps: Needs, staff: Staff, applicationId: string): Promise<CaseForDesk> => {
  if (!(await assignedSince(trx, applicationId, staff.staffId))) return refuse('application.not-found')
  return (await openForDesk(trx, deps, applicationId)) ?? refuse('application.not-found')
}

/** Refuses whoever was not given this case. */
export const refuseUnassigned = async ({ db }: Pick<Deps, 'db'>, staffId: string, applicationId: string): Promise<void> => {
  if (!(await assignedSince(db, applicationId, staffId))) refuse('application.not-found')
}

/** Shows a case to the person it was given to. The look is in the log before anything is shown. */
export const lookAtApplication = (deps: Needs, staff: Staff, applicationId: string): Promise<DeskApplication> =>
  deps.db.transaction().execute(async (trx) => {
    const found = await holdAssigned(trx, deps, staff, applicationId)
    await note(trx, deps, { actor: staff.staffId, action: 'looked-at-application', subject: applicationId })
    return shown(deps, staff, found)
  })

/** The case as it stands, for whoever has just done something to it. */
export const lookAgain = async (db: Db, deps: Needs, staff: Staff, applicationId: string): Promise<DeskApplication> =>
  shown(deps, staff, (await openForDesk(db, deps, applicationId)) ?? refuse('application.not-found'))

/** What one person may see of a case: nothing of what a colleague said or read where theirs is to be a second pair of eyes. */
const shown = (deps: Needs, { staffId, role }: Staff, found: CaseForDesk): DeskApplication => {
  const { id, form, language, since, file, proofs, line, evidence, pose, reason, appeal, numberSeen, readers } = found
  const on = deps.clock.now().toISOString().slice(0, 10)
  const lead = role === 'lead'
  const { points, person, record, passes, second } = weighCase(file)
  const task = taskOf({
    file,
    errands: proofs.filter(errandOf).length,
    documents: new Set(evidence.map(({ kind }) => kind)),
    on,
  })
  const desk = form.country && isReadByHand(file, on) ? manualDeskOf(form.country) : null
  const { match } = file
  return {
    applicationId: id,
    task,
    form,
    language,
    since: since?.toISOString() ?? null,
    evidence: [...evidence],
    pose,
    line:
      line && match
        ? {
            names: line.names,
            standing: line.standing,
            rawStatus: line.rawStatus,
            specialties: line.specialties,
            remarks: line.remarks,
            asOf: line.asOf,
            by: match.by,
            name: match.name,
            score: line.score,
            freshUntil: match.freshUntil,
          }
        : null,
    reasons: [...file.reasons],
    stolen: file.stolen,
    proofs: proofs.map((proof) => shownProof(deps, staffId, proof)),
    weighed: { points, person, record, passes, second },
    numberSeen,
    byHand: desk && {
      fields: [...desk.fields],
      wordings: desk.wordings.map(({ raw }) => raw),
      mine: readers.includes(staffId),
      others: readers.filter((reader) => reader !== staffId).length,
    },
    reason: task === 'second-look' ? null : reason,
    appeal,
    may: mayDecide(file, { staffId, lead, on }),
    mayRevoke: lead && mayRevoke(file),
  }
}

const shownProof = (deps: Pick<Deps, 'secrets'>, staffId: string, proof: ProofRow): DeskProof => {
  const { id, kind, method, state, reference, askedOn, settledOn, seenBy, detail } = proof
  const what = errandOf(proof)
  return {
    proofId: id,
    kind,
    method,
    state,
    reference,
    on: settledOn ?? askedOn,
    by: seenBy === null ? 'program' : seenBy === staffId ? 'me' : 'colleague',
    errand: what && detail ? { kind: what, to: openText(deps, 'proof', detail) } : null,
  }
}

/** Shows one document of a case. The look is in the log before anything is shown, and starts the seven days it still stays. */
export const lookAtEvidence = async (
  deps: Needs & Pick<Deps, 'files'>,
  staff: Staff,
  applicationId: string,
  evidenceId: string,
): Promise<{ mediaType: Evidence['mediaType']; bytes: Buffer }> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdAssigned(trx, deps, staff, applicationId)
    if (!found.evidence.some(({ id }) => id === evidenceId)) return refuse('application.evidence-not-found')
    await markSeen(trx, evidenceId, deps.clock.now().toISOString().slice(0, 10))
    await note(trx, deps, {
      actor: staff.staffId,
      action: 'looked-at-evidence',
      subject: applicationId,
      detail: { evidence: evidenceId },
    })
  })
  return (await readDocument(deps.db, deps, applicationId, evidenceId)) ?? refuse('application.evidence-not-found')
}

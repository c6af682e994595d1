import type { ProofKind, ProofMethod } from '#contract/registrar/proofs.ts'
import { note } from '../audit/note.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { sealText } from '../sealing/fields.ts'
import {
  addProof,
  dropProofs,
  type ProofRow,
  proofById,
  proofBySubject,
  proofsOf,
  settleProofRow,
  subjectServedAnother,
} from './applications.sql.ts'
import { type Actor, type MoveDeps, moveCase } from './move-case.ts'
import type { CaseFile } from './verification.rules.ts'

export type { ProofRow }

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Begins a proof that somebody or something has yet to answer; what was asked of the same kind before is forgotten. */
export const askProof = async (
  trx: Trx,
  deps: Pick<Deps, 'ids' | 'clock' | 'secrets'>,
  applicationId: string,
  asked: { kind: ProofKind; method: ProofMethod; detail?: string; reference?: string; subjectHash?: Buffer; keepOthers?: boolean },
): Promise<string> => {
  const { kind, method, detail, reference, subjectHash, keepOthers = false } = asked
  const open = (await proofsOf(trx, applicationId)).filter((proof) => proof.state === 'asked' && proof.kind === kind)
  if (!keepOthers && open.length > 0)
    await dropProofs(
      trx,
      open.map(({ id }) => id),
    )
  const id = deps.ids.random()
  await addProof(trx, {
    id,
    application_id: applicationId,
    kind,
    method,
    state: 'asked',
    reference: reference ?? null,
    detail: detail === undefined ? null : sealText(deps, 'proof', detail),
    subject_hash: subjectHash ?? null,
    seen_by: null,
    asked_on: dayOf(deps.clock.now()),
    settled_on: null,
    shuffle: anyPlace(deps.ids),
  })
  return id
}

interface Result {
  readonly kind: ProofKind
  readonly method: ProofMethod
  readonly outcome: 'passed' | 'failed' | 'suspected'
  readonly reference?: string
  readonly subjectHash?: Buffer
}

/** Writes down what came of a proof and moves the case by it; the detail goes, the result stays. */
export const settleProof = async (
  trx: Trx,
  deps: MoveDeps,
  applicationId: string,
  proofId: string | null,
  result: Result,
  actor: Actor,
): Promise<CaseFile> => {
  const { kind, method, outcome, reference, subjectHash } = result
  const on = dayOf(deps.clock.now())
  const by = typeof actor === 'string' ? null : actor.staffId
  const id = proofId ?? deps.ids.random()
  if (proofId)
    await settleProofRow(trx, id, {
      state: outcome,
      kind,
      detail: null,
      seen_by: by,
      settled_on: on,
      ...(reference === undefined ? {} : { reference }),
      ...(subjectHash === undefined ? {} : { subject_hash: subjectHash }),
    })
  else
    await addProof(trx, {
      id,
      application_id: applicationId,
      kind,
      method,
      state: outcome,
      reference: reference ?? null,
      detail: null,
      subject_hash: subjectHash ?? null,
      seen_by: by,
      asked_on: on,
      settled_on: on,
      shuffle: anyPlace(deps.ids),
    })
  await note(trx, deps, { actor: by ?? String(actor), action: 'proof-settled', subject: applicationId, detail: { kind, outcome, method } })
  return moveCase(trx, deps, applicationId, { event: { type: 'prove', proof: { id, kind, outcome, by } }, actor })
}

export const findProof = (db: Db, id: string) => proofById(db, id)
export const findProofBySubject = (db: Db, subjectHash: Buffer) => proofBySubject(db, subjectHash)
/** Whether what this hash stands for, such as one document, proved somebody else already. */
export const servedAnother = (db: Db, subjectHash: Buffer, personId: string) => subjectServedAnother(db, subjectHash, personId)
export const readProofs = (db: Db, applicationId: string) => proofsOf(db, applicationId)
export const forgetProofs = (trx: Trx, ids: readonly string[]) => dropProofs(trx, ids)

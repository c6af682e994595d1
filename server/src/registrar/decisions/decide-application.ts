import { createHash } from 'node:crypto'
import { type CountryCode, findCountry } from '#atlas/countries.ts'
import { readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import type { Decision, DeskApplication, seenKinds } from '#contract/registrar/decisions.ts'
import type { ProofMethod, Transcription } from '#contract/registrar/proofs.ts'
import type { Staff } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { findCaseOfHolder, keepReviewTime } from '../applications/desk-cases.ts'
import { type MoveDeps, moveCase } from '../applications/move-case.ts'
import { settleProof } from '../applications/proofs.ts'
import { transcribeLine } from '../applications/transcribe-line.ts'
import { note } from '../audit/note.ts'
import type { Deps, Trx } from '../deps.ts'
import { licenceHash } from '../sealing/fields.ts'
import { canBeSeen, needsReason } from './decisions.rules.ts'
import { assign, assignedSince, endAssignment } from './decisions.sql.ts'
import { holdAssigned, lookAgain } from './look.ts'

type SeenKind = (typeof seenKinds)[number]

/** The words themselves may name somebody; their hash shows later that they are the same. */
const hashOfWords = (words: string): string => createHash('sha256').update(words).digest('base64url')

/** Says yes, no, or asks for more, in one transaction with the log, the person and the letter. */
export const decideApplication = (
  deps: MoveDeps,
  staff: Staff,
  applicationId: string,
  { decision, reason }: { decision: Decision; reason: string },
): Promise<{ moved: boolean }> =>
  deps.db.transaction().execute(async (trx) => {
    const said = reason.trim()
    const before = await holdAssigned(trx, deps, staff, applicationId)
    if (needsReason(decision) && said === '') return refuse('decision.reason-missing')
    const file = await moveCase(trx, deps, applicationId, {
      event: { type: 'decide', verdict: decision, by: staff.staffId, lead: staff.role === 'lead' },
      actor: { staffId: staff.staffId },
      ...(said === '' ? {} : { reason: said, detail: { reasonHash: hashOfWords(said) } }),
    })
    await endReview(trx, deps, staff, applicationId)
    return { moved: file.state !== before.file.state }
  })

/** The case leaves this desk; how long it lay there counts for the median. */
const endReview = async (trx: Trx, deps: Pick<Deps, 'ids' | 'clock'>, { staffId }: Staff, applicationId: string): Promise<void> => {
  const given = await assignedSince(trx, applicationId, staffId)
  if (given) await keepReviewTime(trx, deps, Math.round((deps.clock.now().getTime() - given.getTime()) / 1_000))
  await endAssignment(trx, applicationId, staffId)
}

const methodOf: Readonly<Record<SeenKind, ProofMethod>> = {
  id_document_face: 'documents',
  licence_scan: 'documents',
  video_interview: 'interview',
  regulator_live_credential: 'live-credential',
  employer_callback: 'callback',
  institutional_email_named: 'mailbox',
  national_eid_keyed_to_register: 'certificate',
}

/** Writes down what came of a proof somebody saw. */
export const settleSeenProof = (
  deps: MoveDeps,
  staff: Staff,
  applicationId: string,
  { kind, passed, reference }: { kind: SeenKind; passed: boolean; reference: string },
): Promise<DeskApplication> =>
  deps.db.transaction().execute(async (trx) => {
    const { evidence, proofs } = await holdAssigned(trx, deps, staff, applicationId)
    if (!canBeSeen(kind, new Set(evidence.map((document) => document.kind)))) return refuse('case.nothing-to-see')
    const method = methodOf[kind]
    // A name found on the hospital's page lifts a mailbox that answered already.
    if (kind === 'institutional_email_named' && !proofs.some((proof) => proof.method === 'mailbox' && proof.state === 'passed'))
      return refuse('case.nothing-to-see')
    const asked = proofs.find((proof) => proof.method === method && proof.kind === kind && proof.state === 'asked')
    // The register is searched by a number that a certificate showed, or by none.
    if (kind === 'national_eid_keyed_to_register' && !asked) return refuse('case.nothing-to-see')
    await settleProof(
      trx,
      deps,
      applicationId,
      asked?.id ?? null,
      { kind, method, outcome: passed ? 'passed' : 'failed', ...(reference.trim() === '' ? {} : { reference: reference.trim() }) },
      { staffId: staff.staffId },
    )
    return lookAgain(trx, deps, staff, applicationId)
  })

/** Keeps what somebody read off a register. */
export const readByHand = (
  deps: MoveDeps & Pick<Deps, 'trainees' | 'retired'>,
  staff: Staff,
  applicationId: string,
  line: Transcription,
): Promise<DeskApplication> =>
  deps.db.transaction().execute(async (trx) => {
    await holdAssigned(trx, deps, staff, applicationId)
    await transcribeLine(trx, deps, staff.staffId, applicationId, line)
    return lookAgain(trx, deps, staff, applicationId)
  })

/** Opens the case a licence number belongs to for a lead. */
export const findVerified = (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets'>,
  staff: Staff,
  { country, number }: { country: CountryCode; number: string },
): Promise<{ applicationId: string }> =>
  deps.db
    .transaction()
    .execute(async (trx) => {
      const scheme = findCountry(country)?.scheme
      const reading = scheme && readLicenceNumber(scheme, number)
      await note(trx, deps, { actor: staff.staffId, action: 'case-searched', subject: null, detail: { country } })
      if (!scheme || !reading || !('number' in reading)) return { applicationId: '' }
      const applicationId = (await findCaseOfHolder(trx, licenceHash(deps, scheme, reading.number))) ?? ''
      if (applicationId) await assign(trx, { application_id: applicationId, staff_id: staff.staffId, given_at: deps.clock.now() })
      return { applicationId }
    })
    .then((found) => (found.applicationId === '' ? refuse('case.nobody-verified') : found))

/** Suspends a doctor at once and asks for a second person to make it final. */
export const revokeLicence = (deps: MoveDeps, staff: Staff, applicationId: string, reason: string): Promise<{ moved: boolean }> =>
  deps.db.transaction().execute(async (trx) => {
    await holdAssigned(trx, deps, staff, applicationId)
    await moveCase(trx, deps, applicationId, {
      event: { type: 'revoke', by: staff.staffId, lead: staff.role === 'lead' },
      actor: { staffId: staff.staffId },
      reason: reason.trim(),
      detail: { reasonHash: hashOfWords(reason.trim()) },
    })
    await endReview(trx, deps, staff, applicationId)
    return { moved: true }
  })

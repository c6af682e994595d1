import { type CountryCode, findCountry } from '#atlas/countries.ts'
import { canWrite } from '../../platform/letters.ts'
import { readAddress } from '../../platform/mailedCode.rules.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { days, later } from '../../platform/time.ts'
import { note } from '../audit/note.ts'
import type { Deps, Trx } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { addLicence, findHolder, readPerson, releaseLicence, setVerified, verifyPerson } from '../persons/know-person.ts'
import { sealText } from '../sealing/fields.ts'
import { doctorVerified, licenceRevoked, readRegister, rootStolen } from './applications.jobs.ts'
import {
  addDeskTime,
  buryNumber,
  casesOf,
  dropProofs,
  dropTranscriptions,
  endWaiting,
  findCaseByNumber,
  findRival,
  lockCase,
  rivalsUnderWay,
  saveCase,
  settleProofRow,
  startWaiting,
} from './applications.sql.ts'
import { courseOf, formOf, type KeptLine, lineOf, openCase } from './case-file.ts'
import { dropDocuments } from './drop-documents.ts'
import {
  type CaseEvent,
  type CaseFile,
  type CaseState,
  isInside,
  isLetInByProgram,
  isOpen,
  type Passage,
  stepCase,
  weighCase,
} from './verification.rules.ts'

export type MoveDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo' | 'origin' | 'lookedAtAgain'>

/** Who makes a case move: a member of staff by id, else the applicant, or the program itself. */
export type Actor = { readonly staffId: string } | 'applicant' | 'program'

interface Moving {
  readonly event: CaseEvent
  readonly actor: Actor
  /** The line of the register this event tells of. */
  readonly line?: KeptLine | null
  /** Words the applicant reads; an empty text takes the last ones away. */
  readonly reason?: string
  readonly appeal?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** Five years. */
const buriedFor = 5 * 365 * days
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/**
 * Moves a case by one event, with all that follows: the log, the person, the licence, documents, the queue, letters.
 * The only way a case changes state. Refuses what the machine refuses.
 */
export const moveCase = async (trx: Trx, deps: MoveDeps, id: string, moving: Moving): Promise<CaseFile> => {
  const { event, actor, line, reason, appeal } = moving
  const row = (await lockCase(trx, id)) ?? refuse('application.not-found')
  const opened = await openCase(trx, row)
  const on = dayOf(deps.clock.now())
  // A proof that was just settled is what the event tells of, so the file before it does not have it.
  const settledNow = event.type === 'prove' ? event.proof.id : null
  const before = { ...opened.file, proofs: opened.file.proofs.filter((proof) => proof.id !== settledNow) }
  const step = stepCase(before, event, on)
  if ('refused' in step) return refuseMove(step.refused)
  const { file, passages } = step
  const told = file.state === 'rejected' && before.state !== 'rejected' ? typeof actor !== 'string' : row.told
  const readLine = line === undefined ? row.line : line && sealText(deps, 'register-line', JSON.stringify(line))
  const first = isInside(file.state) && row.verifiedOn === null
  await saveCase(trx, id, {
    state: file.state,
    since: file.since,
    fresh_until: file.match?.freshUntil ?? null,
    course: courseOf(file),
    line: readLine,
    ...(reason === undefined ? {} : { reason: reason === '' ? null : sealText(deps, 'reason', reason) }),
    ...(appeal === undefined ? {} : { appeal: sealText(deps, 'appeal', appeal) }),
    ...(first ? { verified_on: on } : {}),
    told,
  })
  await keepProofsInStep(trx, opened.file, file, on)
  await log(trx, deps, id, moving, before, passages)
  await follow(trx, deps, { ...row, told, line: readLine }, before, file, passages)
  return file
}

const refuseMove = (code: Parameters<typeof refuseIf>[0]): never => {
  refuseIf(code)
  throw new Error('A refusal has a code')
}

/** What the machine let go of, or judged anew, is so in the rows as well. */
const keepProofsInStep = async (trx: Trx, before: CaseFile, after: CaseFile, on: string): Promise<void> => {
  const left = new Map(after.proofs.map((proof) => [proof.id, proof]))
  const gone = before.proofs.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  if (gone.length > 0) await dropProofs(trx, gone)
  for (const { id, outcome } of before.proofs) {
    const now = left.get(id)
    if (now && now.outcome !== outcome) await settleProofRow(trx, id, { state: now.outcome, seen_by: now.by, settled_on: on, detail: null })
  }
}

const log = async (
  trx: Trx,
  deps: MoveDeps,
  id: string,
  { event, actor, line, detail = {} }: Moving,
  before: CaseFile,
  passages: readonly Passage[],
): Promise<void> => {
  const by = typeof actor === 'string' ? actor : actor.staffId
  const snapshot = line
    ? { line: keyedHash(deps.secrets.bytes('pepper'), 'register-line', JSON.stringify(line)).toString('base64url') }
    : {}
  if (event.type === 'decide')
    await note(trx, deps, {
      actor: by,
      action: 'decided',
      subject: id,
      detail: { verdict: event.verdict, in: before.state, ...detail },
    })
  for (const { from, to, why } of passages)
    await note(trx, deps, { actor: by, action: 'case-moved', subject: id, detail: { from, to, why, ...snapshot } })
}

type Row = NonNullable<Awaited<ReturnType<typeof lockCase>>>

const follow = async (
  trx: Trx,
  deps: MoveDeps,
  row: Row,
  before: CaseFile,
  after: CaseFile,
  passages: readonly Passage[],
): Promise<void> => {
  const { id, personId, numberHash, told } = row
  const now = deps.clock.now()
  const whys = new Set(passages.map(({ why }) => why))

  if (whys.has('dispute-won') && numberHash) {
    const rival = await findRival(trx, numberHash, id)
    if (rival) await moveCase(trx, deps, rival.id, { event: { type: 'lose' }, actor: 'program' })
  }
  if (after.state === 'matching' && before.state !== 'matching') await deps.jobs.ask(trx, readRegister, { applicationId: id })
  // A refusal the program made looks like waiting until the applicant is told of it, some hours later.
  const untold = after.state === 'rejected' && !told
  if (isOpen(after.state)) await startWaiting(trx, id, now)
  else if (passages.length > 0 && !untold) {
    const since = await endWaiting(trx, id)
    const seconds = since ? Math.round((now.getTime() - since.getTime()) / 1_000) : 0
    if (since && (isInside(after.state) || after.state === 'rejected'))
      await addDeskTime(trx, { id: deps.ids.random(), kind: 'wait', on_day: dayOf(now), seconds })
  }
  if (passages.length > 0 && !untold && !isOpen(after.state) && after.state !== 'draft' && after.state !== 'number-invalid') {
    await dropDocuments(trx, deps, id)
    await dropTranscriptions(trx, id)
  }
  if (after.state === 'revoked' && before.state !== 'revoked') await deps.jobs.ask(trx, licenceRevoked, { personId })
  if (after.state === 'revoked' || after.state === 'withdrawn') {
    if (numberHash) await releaseLicence(trx, personId, numberHash)
    if (numberHash && (whys.has('fraud') || whys.has('removed'))) await buryNumber(trx, numberHash, dayOf(later(now, buriedFor)))
  }
  if (isInside(after.state) && !isInside(before.state)) {
    await letIn(trx, deps, row)
    if (row.verifiedOn === null && isLetInByProgram(after) && deps.ids.bytes(4).readUInt32BE() / 2 ** 32 < deps.lookedAtAgain)
      await moveCase(trx, deps, id, { event: { type: 'look-again' }, actor: 'program' })
    if (before.stolen) await deps.jobs.ask(trx, rootStolen, { personId })
  } else if (isInside(before.state) && !isInside(after.state)) await setVerified(trx, personId, false)
  if (after.state === 'disputed' && numberHash && weighCase(after).passes) await contestHolder(trx, deps, numberHash, personId)
  await tell(trx, deps, row, before, after, whys)
}

/** Binds the licence; whoever claims the same number meanwhile is now in dispute with this doctor. */
const letIn = async (trx: Trx, deps: MoveDeps, row: Row): Promise<void> => {
  const { id, personId, numberHash } = row
  const { country, specialty, legalName, number } = formOf(deps, row)
  if (!country || !specialty || !legalName || !number || !numberHash) return refuse('application.incomplete')
  const others = (await casesOf(trx, personId)).filter((other) => other.id !== id)
  const licence = { country, specialty, name: legalName, number }
  if (others.some(({ state }) => isInside(state as CaseState))) await addLicence(trx, deps, personId, licence)
  else await verifyPerson(trx, deps, personId, licence)
  // A licence that was taken away anywhere keeps its doctor out everywhere, until people have looked; so does a theft that is not settled.
  await setVerified(
    trx,
    personId,
    !others.some(({ state, course }) => state === 'suspended' || state === 'revoked' || isTheftOpen(state as CaseState, course)),
  )
  await deps.jobs.ask(trx, doctorVerified, { applicationId: id })
  await tellAddressOfLine(trx, deps, row, country)
  for (const rival of await rivalsUnderWay(trx, numberHash, personId))
    await moveCase(trx, deps, rival.id, { event: { type: 'overtaken' }, actor: 'program' })
}

const isTheftOpen = (state: CaseState, course: unknown): boolean => isOpen(state) && (course as Partial<CaseFile>).stolen === true

/** Whoever reads the mailbox the register prints beside this licence learns that it was used; a stranger's use of it does not stay unseen. */
const tellAddressOfLine = async (trx: Trx, deps: MoveDeps, row: Row, country: CountryCode): Promise<void> => {
  const to = readAddress(lineOf(deps, row)?.contact?.direct ?? '')
  if (to === null || !canWrite(deps) || (await readPerson(trx, deps, row.personId))?.email === to) return
  await writeMail(trx, deps, `licence-used/${row.id}`, {
    to,
    language: findCountry(country)?.languages[0] ?? 'en',
    kind: 'licenceUsed',
    given: { link: `${deps.origin}/` },
  })
}

/** Somebody has proved a number that is another's: that other proves it anew, too. */
const contestHolder = async (trx: Trx, deps: MoveDeps, numberHash: Buffer, claimantId: string): Promise<void> => {
  const holder = await findHolder(trx, numberHash)
  if (holder === null || holder === claimantId) return
  const theirs = await findCaseByNumber(trx, numberHash, holder)
  if (theirs && theirs.state !== 'disputed') await moveCase(trx, deps, theirs.id, { event: { type: 'contest' }, actor: 'program' })
}

const tell = async (
  trx: Trx,
  deps: MoveDeps,
  { id, personId, revision }: Row,
  before: CaseFile,
  after: CaseFile,
  whys: ReadonlySet<string>,
): Promise<void> => {
  const kind = letterFor(before.state, after.state, whys)
  if (kind === null || !canWrite(deps)) return
  const person = await readPerson(trx, deps, personId)
  if (!person) return
  await writeMail(trx, deps, `case/${id}/${revision}`, {
    to: person.email,
    language: person.language,
    kind,
    given: { link: `${deps.origin}/` },
  })
}

/** The letter a passage is told by; null for what a doctor needs not hear of, or is told of later. */
const letterFor = (before: CaseState, after: CaseState, whys: ReadonlySet<string>) => {
  if (whys.has('asked')) return 'moreWanted'
  if (whys.has('recovery')) return 'theftSaid'
  if (before === after || after === 'rejected') return whys.has('reviewer') || whys.has('proof') ? 'declined' : null
  if (isInside(after)) return isInside(before) ? (after === 'recheck-due' && !whys.has('doubted-again') ? 'recheckDue' : null) : 'approved'
  if (after === 'lapsed' || after === 'suspended' || after === 'revoked') return after
  if (after === 'disputed') return whys.has('number-claimed') ? 'disputed' : null
  return after === 'withdrawn' && !whys.has('erased') ? 'withdrawn' : null
}

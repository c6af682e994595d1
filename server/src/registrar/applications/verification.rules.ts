import type { ErrorCode } from '#contract/errors.ts'
import type { caseReasons } from '#contract/registrar/decisions.ts'
import type { ProofKind, standings } from '#contract/registrar/proofs.ts'
import { evidencePoints, weighEvidence } from './evidencePolicy.rules.ts'

// The one place that says how an applicant becomes verified and stops being it. Everything here is a pure step from one file to the next;
// commands bring the facts, and what they may change is only what a step gave.

/** Where a case can stand. */
export const caseStates = [
  'draft',
  'applied',
  'number-invalid',
  'matching',
  'match-review',
  'proving',
  'proof-review',
  'second-review',
  'verified',
  'verified-restricted',
  'recheck-due',
  'lapsed',
  'suspended',
  'revoked',
  'rejected',
  'disputed',
  'withdrawn',
] as const
export type CaseState = (typeof caseStates)[number]

/** A calendar day, `2026-11-24`. */
type Day = string

/** What a register's wording means: see the status map. */
export type Standing = (typeof standings)[number]

/** The line of a register that this application names, as it was read. */
export interface Match {
  /** Read by the program, or by two people who did not see each other's reading. */
  readonly by: 'register' | 'two-people'
  readonly standing: Standing
  readonly name: 'accept' | 'review' | 'mismatch'
  /** Several registrants have this name, the line may be no physician's, or its wording is one a person has to judge. */
  readonly flags: readonly ('shared-name' | 'not-surely-physician' | 'standing')[]
  readonly freshUntil: Day
}

/** Why a person has to look before a case goes on. */
export type ReviewReason = (typeof caseReasons)[number]

/** One proof that was settled, and the member of staff who saw it, if one did. */
export interface SettledProof {
  readonly id: string
  readonly kind: ProofKind
  readonly outcome: 'passed' | 'failed' | 'suspected'
  readonly by: string | null
}

interface Yes {
  readonly by: string
  readonly lead: boolean
  readonly in: CaseState
}

/** Everything a step depends on. */
export interface CaseFile {
  readonly state: CaseState
  /** The day the present state began. */
  readonly since: Day
  /** How often a number was handed in that its country does not write so. */
  readonly tries: number
  readonly match: Match | null
  /** Whether a person said yes to a match that is not plain. */
  readonly matchAccepted: boolean
  readonly proofs: readonly SettledProof[]
  readonly reasons: readonly ReviewReason[]
  /** Who said yes since the last "no", and in which review. */
  readonly yes: readonly Yes[]
  /** Two people are due whatever the proofs are. */
  readonly mustSecond: boolean
  /** Only a lead may go on. */
  readonly forLead: boolean
  readonly tombstoned: boolean
  /** Who said no where two have to. */
  readonly no: readonly string[]
  /** A person has seen a suspension that came by itself. */
  readonly confirmed: boolean
  /** Words or devices were stolen: whoever proves the licence anew, before two people, gets a new root. */
  readonly stolen: boolean
  /** Let in by the program alone, and drawn to be looked at by a person who does not know that it was. */
  readonly again: boolean
}

export const newFile = (on: Day): CaseFile => ({
  state: 'draft',
  since: on,
  tries: 0,
  match: null,
  matchAccepted: false,
  proofs: [],
  reasons: [],
  yes: [],
  mustSecond: false,
  forLead: false,
  tombstoned: false,
  no: [],
  confirmed: false,
  stolen: false,
  again: false,
})

/** What a register, or two people for it, said about a number. */
export type Finding =
  | { readonly outcome: 'hit'; readonly match: Match }
  /** Not there. `authoritative`: this register lists everybody who may practise. */
  | { readonly outcome: 'miss'; readonly authoritative: boolean }
  /** The register did not answer; `by-hand`: it has to be read by people. */
  | { readonly outcome: 'unavailable' }
  | { readonly outcome: 'by-hand' }

export type CaseEvent =
  | { readonly type: 'submit'; readonly readable: boolean }
  | { readonly type: 'look-up'; readonly finding: Finding; readonly boundToAnother: boolean; readonly tombstoned: boolean }
  | { readonly type: 'prove'; readonly proof: SettledProof }
  | { readonly type: 'decide'; readonly verdict: 'yes' | 'no' | 'ask'; readonly by: string; readonly lead: boolean }
  /** A verified doctor's number is claimed by somebody who has proved it: both prove anew. */
  | { readonly type: 'contest' }
  /** Somebody else was verified with this number meanwhile. */
  | { readonly type: 'overtaken' }
  /** Two people found that a disputed number is the other one's. */
  | { readonly type: 'lose' }
  /** Somebody found that this was never the doctor, or the register has removed them: two have to say so. */
  | { readonly type: 'revoke'; readonly by: string; readonly lead: boolean }
  /** What these proofs rested on has fallen. */
  | { readonly type: 'doubt'; readonly proofs: readonly string[] }
  | { readonly type: 'appeal' }
  /** A lapsed or suspended doctor comes back. */
  | { readonly type: 'return' }
  /** Words or devices were stolen: proved again from the start, before two people. */
  | { readonly type: 'recover' }
  | { readonly type: 'erase' }
  /** Chance has drawn a doctor the program let in: a person looks as if nothing had been decided. */
  | { readonly type: 'look-again' }
  /** `possessionAnew`: this register shows no standing, so the doctor proves again that the line is theirs. */
  | { readonly type: 'day-passed'; readonly possessionAnew: boolean }

/** A step from one state to another, as the log keeps it. */
export interface Passage {
  readonly from: CaseState
  readonly to: CaseState
  readonly why: string
}

export type Step = { readonly file: CaseFile; readonly passages: readonly Passage[] } | { readonly refused: ErrorCode }

/** How long somebody may go on proving before the case is put away. */
export const provingDays = 30
/** How long a doctor who has to act stays in after a check became due. */
export const recheckDays = 14
const mostTries = 3

const inside: ReadonlySet<CaseState> = new Set(['verified', 'verified-restricted', 'recheck-due'])
/** Whether the doctor of a case in this state gets tickets. */
export const isInside = (state: CaseState): boolean => inside.has(state)

const open: ReadonlySet<CaseState> = new Set(['matching', 'match-review', 'proving', 'proof-review', 'second-review', 'disputed'])
/** Whether a case is neither being typed nor decided. */
export const isOpen = (state: CaseState): boolean => open.has(state)

/** Whether a case is being typed, checked or proved; a person has one such at a time. */
export const isUnderWay = (state: CaseState): boolean =>
  state === 'draft' || state === 'applied' || state === 'number-invalid' || (isOpen(state) && state !== 'disputed')

/** Whether proofs count in this state. */
export const isProvable = (state: CaseState): boolean => isOpen(state) || inside.has(state)

const eligible: ReadonlySet<Standing> = new Set(['good', 'training', 'restricted'])
/** What a register says plainly enough to refuse by itself; a mere listing, or words nobody knows, go to a person. */
const barred: ReadonlySet<Standing> = new Set(['not-practising', 'suspended', 'removed', 'none'])

/** Whether people are to read the register for this case: no program could, or what it could read says nothing of a licence. */
export const isReadByHand = ({ state, reasons, match, tombstoned }: CaseFile, on: Day): boolean => {
  const hasLine = match !== null && match.freshUntil >= on && eligible.has(match.standing)
  if (hasLine) return false
  if (state === 'match-review')
    return match === null || match.standing === 'listed' || match.standing === 'unknown' || tombstoned || reasons.includes('by-hand')
  return state === 'recheck-due' || state === 'disputed'
}

/** What the proofs of a case come to, with the rule for a name that several registrants share. */
export const weighCase = ({ proofs, match, mustSecond }: Pick<CaseFile, 'proofs' | 'match' | 'mustSecond'>) => {
  const passed = proofs.filter(({ outcome }) => outcome === 'passed').map(({ kind }) => kind)
  // A name found on the hospital's page is the same mailbox, seen better.
  const kinds = passed.includes('institutional_email_named') ? passed.filter((kind) => kind !== 'institutional_email_domain') : passed
  const { points, result, needsSecondReviewer, lacks } = weighEvidence(kinds)
  const tellsNamesakesApart = kinds.some((kind) => evidencePoints[kind] >= 100) || kinds.includes('dob_register_match')
  const passes = result === 'pass' && (tellsNamesakesApart || !match?.flags.includes('shared-name'))
  return {
    points,
    person: !lacks.includes('person'),
    record: !lacks.includes('record'),
    passes,
    second: passes && (needsSecondReviewer || mustSecond),
  }
}

/** Different people who saw a proof of this case or agreed to it. */
export const eyesOn = ({ proofs, yes }: Pick<CaseFile, 'proofs' | 'yes'>): ReadonlySet<string> =>
  new Set([
    ...proofs.flatMap(({ by, outcome }) => (by !== null && outcome === 'passed' ? [by] : [])),
    ...yes.filter((one) => one.in === 'second-review').map(({ by }) => by),
  ])

/** Whether a doctor is in and no person has seen anything of the case. */
export const isLetInByProgram = (file: CaseFile): boolean =>
  (file.state === 'verified' || file.state === 'verified-restricted') &&
  file.match?.by === 'register' &&
  file.yes.length === 0 &&
  file.proofs.every(({ by }) => by === null)

/** What happens to a case by an event on a day, or why it cannot happen. */
export const stepCase = (file: CaseFile, event: CaseEvent, on: Day): Step => {
  const step = take(file, event, on)
  return 'refused' in step ? step : settle(step, on)
}

interface Going {
  readonly file: CaseFile
  readonly passages: readonly Passage[]
}

const start = (file: CaseFile): Going => ({ file, passages: [] })

const go = ({ file, passages }: Going, to: CaseState, why: string, on: Day, change: Partial<CaseFile> = {}): Going => ({
  file: { ...file, ...change, state: to, since: on },
  passages: [...passages, { from: file.state, to, why }],
})

const refused = (code: ErrorCode): Step => ({ refused: code })

const take = (file: CaseFile, event: CaseEvent, on: Day): Step => {
  switch (event.type) {
    case 'submit':
      return submit(file, event.readable, on)
    case 'look-up':
      return lookUp(file, event, on)
    case 'prove':
      return prove(file, event.proof, on)
    case 'decide':
      return decide(file, event, on)
    case 'contest':
      return isInside(file.state) || file.state === 'lapsed' || file.state === 'suspended'
        ? go(start(file), 'disputed', 'number-claimed', on, { proofs: [], yes: [], no: [] })
        : refused('case.not-now')
    case 'overtaken':
      return isOpen(file.state) && file.state !== 'disputed'
        ? go(start(file), 'disputed', 'number-bound', on, { reasons: ['number-bound'], yes: [], no: [] })
        : refused('case.not-now')
    case 'lose':
      return file.state === 'disputed' ? go(start(file), 'revoked', 'dispute-lost', on, { forLead: false }) : refused('case.not-now')
    case 'revoke':
      return revoke(file, event, on)
    case 'doubt': {
      const shaken = start({ ...file, proofs: file.proofs.filter(({ id }) => !event.proofs.includes(id)) })
      return isInside(file.state) && file.state !== 'recheck-due' ? go(shaken, 'recheck-due', 'voucher-revoked', on) : shaken
    }
    case 'appeal':
      return file.state === 'rejected' || file.state === 'revoked'
        ? go(start(file), 'match-review', 'appeal', on, { reasons: ['appeal'], forLead: true, mustSecond: true, yes: [], no: [] })
        : refused('case.not-now')
    case 'return':
      return file.state === 'lapsed' || file.state === 'suspended'
        ? go(start(file), 'matching', 'return', on, {
            match: null,
            matchAccepted: false,
            // Who somebody is does not lapse; that the line in the register is still theirs is shown anew.
            proofs: ofThePerson(file),
            yes: [],
            no: [],
            confirmed: false,
            mustSecond: file.mustSecond || file.state === 'suspended',
          })
        : refused('case.not-now')
    case 'recover':
      return isInside(file.state) || file.state === 'lapsed'
        ? go(start(file), 'matching', 'recovery', on, {
            match: null,
            matchAccepted: false,
            proofs: [],
            yes: [],
            no: [],
            mustSecond: true,
            stolen: true,
          })
        : refused('case.not-now')
    case 'erase':
      return file.state === 'withdrawn' ? start(file) : go(start(file), 'withdrawn', 'erased', on)
    case 'look-again':
      return isLetInByProgram(file) ? start({ ...file, again: true }) : refused('case.not-now')
    case 'day-passed':
      return passDay(file, event.possessionAnew, on)
  }
}

const ofThePerson = ({ proofs }: CaseFile): SettledProof[] =>
  proofs.filter(({ kind }) => {
    const { lacks } = weighEvidence([kind])
    return !lacks.includes('person') && lacks.includes('record')
  })

const submit = (file: CaseFile, readable: boolean, on: Day): Step => {
  if (file.state !== 'draft' && file.state !== 'number-invalid') return refused('application.handed-in')
  const applied = go(start(file), 'applied', 'submitted', on, { match: null, matchAccepted: false, yes: [], no: [], reasons: [] })
  if (readable) return go(applied, 'matching', 'number-readable', on)
  const tries = file.tries + 1
  // A pattern catches a slip; it never turns a real doctor away.
  return tries < mostTries
    ? go(applied, 'number-invalid', 'number-unreadable', on, { tries })
    : go(applied, 'match-review', 'number-unreadable', on, { tries, reasons: ['number-unreadable'] })
}

/** Why a person has to look at this line; nothing when it is plain. */
const doubts = ({ name, standing, flags }: Match): ReviewReason[] => [
  ...(name === 'accept' ? [] : (['name'] as const)),
  ...(standing === 'good' || flags.includes('standing') ? [] : (['standing'] as const)),
  ...flags,
]

const lookUp = (file: CaseFile, event: Extract<CaseEvent, { type: 'look-up' }>, on: Day): Step => {
  const { finding, boundToAnother, tombstoned } = event
  const hit = finding.outcome === 'hit' ? finding.match : file.match
  if (file.state === 'disputed') return start({ ...file, match: hit })
  if (isInside(file.state) || file.state === 'suspended' || file.state === 'lapsed') return recheck(file, finding, on)
  if (file.state !== 'matching' && file.state !== 'match-review') return refused('case.not-now')
  const now = start({ ...file, tombstoned })
  const review = (reasons: readonly ReviewReason[], change: Partial<CaseFile> = {}): Going => {
    const next = { reasons: [...new Set([...(file.state === 'match-review' ? file.reasons : []), ...reasons])], yes: [], ...change }
    return file.state === 'match-review'
      ? { file: { ...now.file, ...next }, passages: [] }
      : go(now, 'match-review', reasons[0] ?? 'name', on, next)
  }
  if (boundToAnother) return go(now, 'disputed', 'number-bound', on, { match: hit, reasons: ['number-bound'], yes: [], no: [] })
  const buried = tombstoned ? { forLead: true, mustSecond: true } : {}
  const reasons: ReviewReason[] = tombstoned ? ['tombstone'] : []
  switch (finding.outcome) {
    case 'by-hand':
      return review([...reasons, 'by-hand'], buried)
    case 'unavailable':
      return review([...reasons, 'register-silent'], buried)
    case 'miss':
      return review([...reasons, finding.authoritative ? 'not-found' : 'by-hand'], buried)
    case 'hit': {
      const { match } = finding
      const read = { match, ...buried }
      const asked = file.reasons.includes('appeal') || file.forLead
      if (barred.has(match.standing) && match.by === 'register' && !asked) return go(now, 'rejected', 'standing', on, read)
      const found = [...reasons, ...doubts(match)]
      // Who has looked at a plain line twice by hand has nothing left to ask; an appeal and a buried number wait for the lead.
      if (found.length === 0 && !asked) return go(now, 'proving', 'register-match', on, { ...read, reasons: [], matchAccepted: true })
      return review(found.length > 0 ? found : file.reasons, read)
    }
  }
}

/** A register is read again for a doctor who is, or was, inside. */
const recheck = (file: CaseFile, finding: Finding, on: Day): Step => {
  const now = start(file)
  const within = isInside(file.state)
  if (finding.outcome === 'unavailable' || finding.outcome === 'by-hand') return now
  if (finding.outcome === 'miss') return within && finding.authoritative ? go(now, 'lapsed', 'no-longer-listed', on) : now
  const { match } = finding
  const read = { match: { ...match, name: match.name === 'mismatch' ? match.name : ('accept' as const) } }
  switch (match.standing) {
    case 'suspended':
    case 'removed':
      return file.state === 'suspended'
        ? { file: { ...file, match }, passages: [] }
        : go(now, 'suspended', match.standing, on, { match, confirmed: false, yes: [], no: [] })
    case 'not-practising':
    case 'none':
      return within ? go(now, 'lapsed', 'not-practising', on, { match }) : { file: { ...file, match }, passages: [] }
    case 'unknown':
    case 'listed':
      return within && file.state !== 'recheck-due' ? go(now, 'recheck-due', 'standing-unknown', on, { match }) : now
    default: {
      if (!within) return now
      // The same number under quite another name is not the same finding: a person reads it.
      if (match.name === 'mismatch') return file.state === 'recheck-due' ? now : go(now, 'recheck-due', 'name', on)
      const next = stateInside(match)
      // Whoever came in before proofs were weighed proves now, while they stay in.
      if (file.state === 'recheck-due' && !isProved({ ...file, ...read })) return { file: { ...file, ...read }, passages: [] }
      return file.state === next ? { file: { ...file, ...read }, passages: [] } : go(now, next, 'recheck', on, read)
    }
  }
}

const prove = (file: CaseFile, proof: SettledProof, on: Day): Step => {
  if (!isProvable(file.state)) return refused('case.not-now')
  const next = start({ ...file, proofs: [...file.proofs, proof] })
  return proof.outcome === 'suspected' && file.state === 'proving' ? go(next, 'proof-review', 'suspected', on) : next
}

/** How long a doctor's tie to a line lasts where the register shows no standing, and how soon the line is read again by people. */
const tieLasts = 365
const nextReading = 180

/** Whether a doctor whose register shows no standing proves the tie anew at this reading: by the next one it would be older than a year. */
export const isTieDue = (proofs: readonly { readonly kind: ProofKind; readonly settledOn: Day | null }[], on: Day): boolean =>
  !proofs.some(({ kind, settledOn }) => tiesToLine(kind) && settledOn !== null && addDays(settledOn, tieLasts) >= addDays(on, nextReading))

/** Two vouches tie as well as one other proof; one of them is a half, and counts here. */
const tiesToLine = (kind: ProofKind): boolean => kind === 'vouch' || !weighEvidence([kind]).lacks.includes('record')

const stateInside = ({ standing }: Match): CaseState => (standing === 'restricted' ? 'verified-restricted' : 'verified')

/** Whether the proofs suffice, and two people have looked where two are due. */
const isProved = (file: CaseFile): boolean => {
  const { passes, second } = weighCase(file)
  return passes && (!second || (eyesOn(file).size > 1 && file.yes.some((one) => one.in === 'second-review')))
}

const fresh = ({ match }: CaseFile, on: Day): boolean => match !== null && match.freshUntil >= on

/** A line that lets its doctor in today. */
const holds = (file: CaseFile, on: Day): boolean => fresh(file, on) && eligible.has(file.match?.standing ?? 'unknown')

const decide = (file: CaseFile, event: Extract<CaseEvent, { type: 'decide' }>, on: Day): Step => {
  const { verdict, by, lead } = event
  const now = start(file)
  const agreed = [...file.yes, { by, lead, in: file.state }]
  if (file.forLead && !lead) return refused('case.for-lead')
  switch (file.state) {
    case 'match-review': {
      if (verdict === 'ask') return go(now, 'draft', 'asked', on, { yes: [] })
      if (verdict === 'no') return go(now, 'rejected', 'reviewer', on, { yes: [], forLead: false })
      const { match } = file
      // Nobody can say yes to a line nobody has read.
      if (!match) return refused('case.not-read')
      if (!eligible.has(match.standing)) return refused('case.not-eligible')
      if (file.yes.some((one) => one.by === by)) return refused('case.second-person')
      // A yes against what the program said is two people's; a lead's, after two disagreed, is the second already.
      const against = match.name === 'mismatch' || file.tombstoned || file.reasons.includes('appeal')
      const said = new Set(agreed.filter((one) => one.in === 'match-review').map((one) => one.by))
      if (against && said.size < 2) return { file: { ...file, yes: agreed, forLead: false }, passages: [] }
      const afterDisagreement = file.reasons.includes('disagreement')
      return go(now, 'proving', 'reviewer', on, {
        matchAccepted: true,
        forLead: false,
        reasons: [],
        yes: afterDisagreement ? [...file.yes, { by, lead, in: 'second-review' }] : agreed,
      })
    }
    case 'proving':
      if (verdict === 'ask') return now
      return verdict === 'no' ? go(now, 'rejected', 'reviewer', on) : refused('case.not-proved')
    case 'proof-review':
      if (verdict === 'ask') return go(now, 'proving', 'asked', on, { proofs: notSuspected(file) })
      return verdict === 'no'
        ? go(now, 'rejected', 'proof', on)
        : go(now, 'proving', 'reviewer', on, {
            // Said yes to against the doubt of a program: somebody else looks too.
            proofs: file.proofs.map((proof) => (proof.outcome === 'suspected' ? { ...proof, outcome: 'passed', by } : proof)),
            mustSecond: true,
          })
    case 'second-review':
      if (eyesOn({ ...file, yes: [] }).has(by) || file.yes.some((one) => one.by === by && one.in === 'second-review'))
        return refused('case.second-person')
      if (verdict === 'ask') return refused('case.not-now')
      return verdict === 'no'
        ? go(now, 'match-review', 'disagreement', on, { reasons: ['disagreement'], forLead: true, mustSecond: true, yes: [] })
        : { file: { ...file, yes: agreed }, passages: [] }
    case 'disputed': {
      if (verdict === 'ask') return refused('case.not-now')
      if (verdict === 'no') return twoSayNo(file, by, lead, 'dispute-lost', on)
      if (!weighCase(file).passes || !holds(file, on)) return refused('case.not-proved')
      const said = agreed.filter((one) => one.in === 'disputed')
      if (said.filter((one) => one.by === by).length > 1) return refused('case.second-person')
      if (said.length < 2) return { file: { ...file, yes: agreed, no: [], forLead: !lead }, passages: [] }
      return go(now, 'proving', 'dispute-won', on, {
        matchAccepted: true,
        mustSecond: true,
        forLead: false,
        yes: said.map((one) => ({ ...one, in: 'second-review' })),
      })
    }
    case 'suspended':
      if (verdict === 'no') return twoSayNo(file, by, lead, 'removed', on)
      return { file: { ...file, confirmed: true, no: [], forLead: false }, passages: [] }
    case 'recheck-due':
      if (verdict !== 'yes') return refused('case.not-now')
      if (!weighCase(file).passes) return refused('case.not-proved')
      if (eyesOn(file).has(by) || file.no.includes(by)) return refused('case.second-person')
      return { file: { ...file, yes: [...file.yes, { by, lead, in: 'second-review' }] }, passages: [] }
    case 'verified':
    case 'verified-restricted':
      if (!file.again) return refused('application.decided')
      if (verdict === 'ask') return refused('case.not-now')
      if (verdict === 'yes') return { file: { ...file, again: false, yes: agreed }, passages: [] }
      // The doctor stays in until two others have looked, or a lead takes the licence away.
      return go(now, 'recheck-due', 'doubted-again', on, { again: false, mustSecond: true, reasons: ['disagreement'], no: [by] })
    default:
      return refused('application.decided')
  }
}

const notSuspected = ({ proofs }: CaseFile): SettledProof[] =>
  proofs.map((proof) => (proof.outcome === 'suspected' ? { ...proof, outcome: 'failed' } : proof))

/** A licence is taken away by two people, one of them a lead. */
const twoSayNo = (file: CaseFile, by: string, lead: boolean, why: string, on: Day): Step => {
  if (file.no.includes(by)) return refused('case.second-person')
  if (file.no.length === 0) return { file: { ...file, no: [by], yes: [], forLead: !lead, confirmed: true }, passages: [] }
  return go(start(file), 'revoked', why, on, { no: [...file.no, by], forLead: false })
}

const revoke = (file: CaseFile, { by, lead }: Extract<CaseEvent, { type: 'revoke' }>, on: Day): Step => {
  if (isInside(file.state) || file.state === 'lapsed') {
    const out = go(start(file), 'suspended', 'revocation-asked', on, { yes: [], no: [], confirmed: true })
    return { file: { ...out.file, no: [by], forLead: !lead }, passages: out.passages }
  }
  if (file.state !== 'suspended') return refused('case.not-now')
  if (file.forLead && !lead) return refused('case.for-lead')
  return twoSayNo(file, by, lead, 'fraud', on)
}

const passDay = (file: CaseFile, possessionAnew: boolean, on: Day): Step => {
  const now = start(file)
  const over = (days: number): boolean => on >= addDays(file.since, days)
  if (file.state === 'proving') return over(provingDays) ? go(now, 'withdrawn', 'not-proved-in-time', on) : now
  // A doctor stays in while it is the register or the desk that keeps them waiting.
  if (file.state === 'recheck-due')
    return over(recheckDays) && !weighCase(file).passes ? go(now, 'lapsed', 'recheck-not-answered', on) : now
  if ((file.state === 'verified' || file.state === 'verified-restricted') && !fresh(file, on))
    return go(now, 'recheck-due', 'due', on, possessionAnew ? { proofs: ofThePerson(file) } : {})
  return now
}

/** A calendar day so many days later. */
const addDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Goes on as far as the proofs of a case carry it. */
const settle = (going: Going, on: Day): Going => {
  const { file } = going
  if (file.state === 'recheck-due')
    return file.match && holds(file, on) && isProved(file) ? go(going, stateInside(file.match), 'proved', on) : going
  if (file.state !== 'proving' && file.state !== 'second-review') return going
  if (file.proofs.some(({ outcome }) => outcome === 'suspected'))
    return file.state === 'proving' ? go(going, 'proof-review', 'suspected', on) : going
  if (!weighCase(file).passes) return going
  if (!file.match || !file.matchAccepted || !holds(file, on))
    return go(going, 'matching', 'register-read-again', on, { matchAccepted: false })
  if (!isProved(file)) return file.state === 'second-review' ? going : go(going, 'second-review', 'four-eyes', on)
  return go(going, stateInside(file.match), 'proved', on, { reasons: [], stolen: false })
}

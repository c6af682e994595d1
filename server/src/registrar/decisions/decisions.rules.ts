import type { Evidence } from '#contract/registrar/applications.ts'
import type { Decision, DeskTask, seenKinds } from '#contract/registrar/decisions.ts'
import { institutionalDomains } from '../applications/institutionalDomains.ts'
import { type CaseFile, eyesOn, isInside, isReadByHand, weighCase } from '../applications/verification.rules.ts'

type SeenKind = (typeof seenKinds)[number]

interface Facts {
  readonly file: CaseFile
  /** Proofs that somebody of the desk has to do something for. */
  readonly errands: number
  readonly documents: ReadonlySet<Evidence['kind']>
  readonly on: string
}

const errands = {
  'contact-code': 'phone',
  callback: 'callback',
  interview: 'interview',
} as const

/** What somebody of the desk has to do for a proof; null where a machine, a colleague or the applicant answers it. */
export const errandOf = ({ state, method, kind }: { readonly state: string; readonly method: string; readonly kind: string }) => {
  if (state !== 'asked') return null
  if (kind === 'national_eid_keyed_to_register') return 'register-id'
  return method in errands ? errands[method as keyof typeof errands] : null
}

/** What a case asks of the desk; null when nothing. */
export const taskOf = ({ file, errands, documents, on }: Facts): DeskTask | null => {
  const rest = (): DeskTask | null =>
    documents.has('identity') && documents.has('face') && !settled(file, 'id_document_face')
      ? 'documents'
      : documents.has('licence') && !settled(file, 'licence_scan')
        ? 'documents'
        : errands > 0
          ? 'errand'
          : null
  switch (file.state) {
    case 'suspended':
      return file.confirmed && file.no.length === 0 ? null : 'suspension'
    case 'disputed':
      return isReadByHand(file, on) ? 'read-by-hand' : weighCase(file).passes || file.no.length > 0 ? 'dispute' : rest()
    case 'second-review':
      return 'second-look'
    case 'proof-review':
      return 'doubted-proof'
    case 'match-review':
      if (file.reasons.includes('appeal')) return file.match && !isReadByHand(file, on) ? 'appeal' : 'read-by-hand'
      if (file.reasons.includes('disagreement')) return 'disagreement'
      if (isReadByHand(file, on)) return 'read-by-hand'
      return file.tombstoned ? 'buried' : 'compare'
    case 'proving':
      return rest()
    case 'recheck-due':
      if (isReadByHand(file, on)) return 'read-by-hand'
      return weighCase(file).second && eyesOn(file).size < 2 ? 'second-look' : rest()
    // Whoever looks is not to know that the doctor is in already.
    case 'verified':
    case 'verified-restricted':
      return file.again ? 'second-look' : null
    default:
      return null
  }
}

const settled = ({ proofs }: CaseFile, kind: SeenKind): boolean => proofs.some((proof) => proof.kind === kind)

/** What somebody who has this case before them may decide. */
export const mayDecide = (file: CaseFile, { staffId, lead, on }: { staffId: string; lead: boolean; on: string }): Decision[] => {
  if (file.forLead && !lead) return []
  switch (file.state) {
    case 'match-review':
      return file.match && !isReadByHand(file, on) && !file.yes.some(({ by }) => by === staffId) ? ['yes', 'no', 'ask'] : ['no', 'ask']
    case 'proving':
      return ['no', 'ask']
    case 'proof-review':
      return ['yes', 'no', 'ask']
    case 'second-review':
      return eyesOn(file).has(staffId) ? [] : ['yes', 'no']
    case 'disputed':
      return weighCase(file).passes && !isReadByHand(file, on) ? ['yes', 'no'] : ['no']
    case 'suspended':
      return file.no.includes(staffId) ? [] : ['yes', 'no']
    case 'recheck-due':
      return weighCase(file).second && !eyesOn(file).has(staffId) && !file.no.includes(staffId) ? ['yes'] : []
    case 'verified':
    case 'verified-restricted':
      return file.again ? ['yes', 'no'] : []
    default:
      return []
  }
}

/** Whether somebody may have a case: not for another pair of eyes where their own looked, not of their own institution, not what is a lead's. */
export const mayHave = (
  { file, task, address, readers }: { file: CaseFile; task: DeskTask; address: string; readers: readonly string[] },
  { staffId, lead, address: theirs }: { staffId: string; lead: boolean; address: string },
): boolean => {
  if (address === theirs || sameInstitution(address, theirs)) return false
  if (!lead && (file.forLead || task === 'appeal' || task === 'disagreement' || task === 'buried')) return false
  if (task === 'second-look') return !eyesOn(file).has(staffId) && !file.no.includes(staffId)
  if (task === 'read-by-hand') return !readers.includes(staffId)
  if (task === 'suspension') return !file.no.includes(staffId)
  return !file.yes.some((yes) => yes.by === staffId && yes.in === file.state)
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
const known = Object.values(institutionalDomains).flat()

/** Two mailboxes of one hospital; two of one free-mail provider say nothing. */
const sameInstitution = (one: string, other: string): boolean => {
  const domain = domainOf(one)
  return domain === domainOf(other) && known.some((name) => domain === name || domain.endsWith(`.${name}`))
}

/** Whether there is something to look at for this kind of proof. */
export const canBeSeen = (kind: SeenKind, documents: ReadonlySet<Evidence['kind']>): boolean =>
  kind === 'id_document_face'
    ? documents.has('identity') && documents.has('face')
    : kind === 'licence_scan'
      ? documents.has('licence')
      : true

/** Whether a lead can put a doctor out. */
export const mayRevoke = ({ state }: CaseFile): boolean => isInside(state) || state === 'lapsed'

/** A reason is what the applicant reads; a yes needs none. */
export const needsReason = (decision: Decision): boolean => decision !== 'yes'

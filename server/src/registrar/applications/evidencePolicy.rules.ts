/** What each kind of evidence counts. A hundred alone is a login or a certificate that carries the licence number. */
export const evidencePoints = {
  idp_regulator: 100,
  qes_professional_attribute: 100,
  national_eid_keyed_to_register: 100,
  video_interview: 70,
  id_document_face: 60,
  national_eid: 60,
  register_address_code: 60,
  regulator_live_credential: 50,
  dob_register_match: 40,
  employer_callback: 40,
  professional_mailbox: 30,
  institutional_email_named: 30,
  institutional_email_domain: 20,
  vouch: 15,
  licence_scan: 10,
  orcid_linked: 0,
  knowledge_public: 0,
} as const
export type EvidenceKind = keyof typeof evidencePoints

/** The human at the keyboard is the person with this legal name. */
const bindsPerson: ReadonlySet<EvidenceKind> = new Set(['id_document_face', 'video_interview', 'national_eid'])
/** That person is the one on this register line. */
const bindsRecord: ReadonlySet<EvidenceKind> = new Set(['register_address_code', 'regulator_live_credential', 'dob_register_match'])
/** The same, so weakly that a second reviewer has to agree. Two vouches are one such. */
const bindsRecordWeakly: ReadonlySet<EvidenceKind> = new Set([
  'employer_callback',
  'professional_mailbox',
  'institutional_email_named',
  'institutional_email_domain',
])

const enough = 100
const vouchesThatCount = 2

export interface EvidenceVerdict {
  readonly points: number
  readonly result: 'pass' | 'more_evidence'
  /** Whether a pass needs another reviewer to agree. */
  readonly needsSecondReviewer: boolean
  /** What a pass still lacks. */
  readonly lacks: readonly ('person' | 'record' | 'points')[]
}

/** Whether the evidence there is verifies somebody. The same kind twice counts once, but for vouches of two colleagues. */
export const weighEvidence = (evidence: readonly EvidenceKind[]): EvidenceVerdict => {
  const kinds = new Set(evidence)
  const has = (wanted: ReadonlySet<EvidenceKind>): boolean => evidence.some((kind) => wanted.has(kind))
  const vouches = evidence.filter((kind) => kind === 'vouch').length
  const secondVouch = vouches >= vouchesThatCount ? evidencePoints.vouch : 0
  const points = [...kinds].reduce((sum, kind) => sum + evidencePoints[kind], secondVouch)
  if ([...kinds].some((kind) => evidencePoints[kind] >= enough)) return { points, result: 'pass', needsSecondReviewer: false, lacks: [] }
  const isStrong = has(bindsRecord)
  const isWeak = has(bindsRecordWeakly) || vouches >= vouchesThatCount
  const lacks = [
    ...(has(bindsPerson) ? [] : (['person'] as const)),
    ...(isStrong || isWeak ? [] : (['record'] as const)),
    ...(points < enough ? (['points'] as const) : []),
  ]
  const passes = lacks.length === 0
  return { points, result: passes ? 'pass' : 'more_evidence', needsSecondReviewer: passes && !isStrong, lacks }
}

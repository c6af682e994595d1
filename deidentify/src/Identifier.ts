export type Language = 'en' | 'es'

/** What a finding is; `indirect` are the hints of the GDPR: together with the rest of a case they may lead to one person. */
export const kinds = ['name', 'date', 'age', 'place', 'address', 'facility', 'phone', 'email', 'web', 'id', 'indirect'] as const
export type Kind = (typeof kinds)[number]

/** Why it was found; the phrases have a sentence for each. */
export const reasons = [
  'title-before-name',
  'label-before-name',
  'relation-before-name',
  'known-name',
  'likely-name',
  'name-seen-before',
  'date',
  'date-in-words',
  'feast',
  'month',
  'age-over-89',
  'known-place',
  'likely-place',
  'postcode',
  'street-address',
  'signature',
  'facility',
  'known-facility',
  'organisation',
  'phone',
  'phone-in-words',
  'email',
  'web-address',
  'network-address',
  'account-name',
  'national-id',
  'social-security-number',
  'record-number',
  'licence-number',
  'device-number',
  'vehicle-number',
  'bank-account',
  'long-number',
  'unique-role',
  'rare-event',
] as const
export type Reason = (typeof reasons)[number]

/** A place in the text that could name a patient; `start` and `end` are UTF-16 offsets, as in `text.slice(start, end)`. */
export interface Identifier {
  readonly start: number
  readonly end: number
  readonly kind: Kind
  readonly reason: Reason
  /** From 0 to 1: how sure the finder is. Not a probability. */
  readonly confidence: number
  /** What can stand in its place without naming anybody; null when only leaving it out helps. */
  readonly suggestion: string | null
}

/** Whether a finding has to be resolved before anything is sent; hints of kind `indirect` only warn. */
export const mustBeResolved = ({ kind }: Pick<Identifier, 'kind'>): boolean => kind !== 'indirect'

/** What a finder returns, in offsets of the text that is read. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly kind: Kind
  readonly reason: Reason
  readonly confidence: number
}

import type { HourZoneCode } from '#atlas/hourZones.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { Urgency } from '#contract/community/cases.ts'

/** What is assumed of doctors and cases; each a flag of the command. [S] from a source, [A] assumed: see docs/simulation.md. */
export interface Model {
  readonly members: number
  readonly casesPerDay: number
  readonly days: number
  readonly seed: number
  /** Of all members, how many let themselves be alerted. [A] */
  readonly reachable: number
  /** Of alerts, how many are opened at an average hour. [S] 15 to 25 % */
  readonly opened: number
  /** Of those opened, how many are answered by an average doctor. [A] */
  readonly answered: number
  /** How unequal doctors are: the spread of the logarithm. [S] a quarter writes 79 % */
  readonly inequality: number
  /** How wrong the router is about how willing a doctor is: the spread of the logarithm. [A] */
  readonly misjudged: number
  /** Minutes until an alert is opened, and until the answer is written: medians. [S] */
  readonly openAfter: number
  readonly writeFor: number
  /** Views of a case in a network of 300,000, what share of them comments, and in how many hours two thirds have come. [S] 2014 */
  readonly feedViews: number
  readonly feedComments: number
  readonly feedHours: number
}

export const usualModel: Model = {
  members: 50_000,
  casesPerDay: 16,
  days: 14,
  seed: 1,
  reachable: 0.5,
  opened: 0.2,
  answered: 0.25,
  inequality: 1.48,
  misjudged: 0.8,
  openAfter: 8,
  writeFor: 8,
  feedViews: 200,
  feedComments: 0.0714,
  feedHours: 36,
}

/** How many doctors work in a specialty, in thousands: active physicians of the US, 2021, rounded. [S] */
export const specialtySizes: Readonly<Partial<Record<SpecialtyCode, number>>> = {
  'internal-medicine': 120,
  'family-medicine': 118,
  pediatrics: 60,
  'emergency-medicine': 46,
  'obstetrics-gynecology': 43,
  anesthesiology: 43,
  psychiatry: 39,
  radiology: 28,
  'general-surgery': 25,
  cardiology: 23,
  'orthopedic-surgery': 19,
  ophthalmology: 19,
  'hematology-oncology': 16,
  gastroenterology: 16,
  neurology: 14,
  pulmonology: 13,
  'critical-care-medicine': 13,
  dermatology: 12.7,
  pathology: 12.6,
  nephrology: 11.5,
  urology: 10,
  'infectious-disease': 9.9,
  'physical-medicine-rehabilitation': 9.8,
  otolaryngology: 9.8,
  endocrinology: 8,
  'plastic-surgery': 7.3,
  rheumatology: 6.3,
  geriatrics: 6,
  neurosurgery: 5.7,
  'allergy-immunology': 5,
  'vascular-surgery': 4,
}

/** What is asked about: dermatology, neurology and cardiology first, as in electronic consults; the weights are assumed. [A] */
export const askedAbout: Readonly<Partial<Record<SpecialtyCode, number>>> = {
  dermatology: 14,
  neurology: 10,
  cardiology: 10,
  'hematology-oncology': 9,
  'infectious-disease': 8,
  endocrinology: 8,
  gastroenterology: 7,
  pulmonology: 5,
  rheumatology: 5,
  nephrology: 4,
  psychiatry: 4,
  pediatrics: 4,
  'orthopedic-surgery': 3,
  'obstetrics-gynecology': 3,
  otolaryngology: 2,
  urology: 2,
  ophthalmology: 2,
}

/** Where doctors live. [A] */
export const places: readonly { readonly country: string; readonly zone: HourZoneCode; readonly share: number }[] = [
  { country: 'US', zone: 'America/New_York', share: 25 },
  { country: 'US', zone: 'America/Chicago', share: 15 },
  { country: 'US', zone: 'America/Denver', share: 4 },
  { country: 'US', zone: 'America/Los_Angeles', share: 9 },
  { country: 'MX', zone: 'America/Mexico_City', share: 15 },
  { country: 'ES', zone: 'Europe/Madrid', share: 11 },
  { country: 'GB', zone: 'Europe/London', share: 9 },
  { country: 'CA', zone: 'America/New_York', share: 5 },
  { country: 'AU', zone: 'Australia/Sydney', share: 4 },
  { country: 'ZA', zone: 'Africa/Johannesburg', share: 1.5 },
  { country: 'NZ', zone: 'Pacific/Auckland', share: 1 },
  { country: 'IE', zone: 'Europe/London', share: 0.5 },
]

/** How likely a doctor looks at anything at an hour of their own clock: lowest at night, highest in the evening. [A] */
export const attention: readonly number[] = [
  0.25, 0.1, 0.06, 0.05, 0.06, 0.15, 0.45, 0.8, 0.9, 0.95, 1, 1, 1.05, 1.05, 1, 1, 1.05, 1.1, 1.2, 1.3, 1.4, 1.4, 1.1, 0.6,
]

/** How often a case is asked at an hour of the asker's clock: doctors on call ask at night too. [A] */
export const asking: readonly number[] = [
  0.5, 0.4, 0.35, 0.3, 0.3, 0.35, 0.5, 0.8, 1.1, 1.3, 1.3, 1.2, 1.1, 1.1, 1.2, 1.2, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 0.8, 0.6,
]

/** How soon answers are wanted. [A] */
export const urgencies: readonly { readonly urgency: Urgency; readonly share: number }[] = [
  { urgency: 'minutes', share: 0.15 },
  { urgency: 'hours', share: 0.65 },
  { urgency: 'days', share: 0.15 },
  { urgency: 'no-hurry', share: 0.05 },
]

/** In the feed a doctor of the specialty asked for comments so many times more often than another. [A] */
export const feedSelfSelection = 5

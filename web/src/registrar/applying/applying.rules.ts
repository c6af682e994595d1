import { findCountry } from '#atlas/countries.ts'
import { readLicenceNumber } from '#atlas/licenceNumber.rules.ts'
import { specialties } from '#atlas/specialties.ts'
import type { Application, ApplicationForm } from '#contract/registrar/applications.ts'
import type { MyProof, ProofMethod } from '#contract/registrar/proofs.ts'
import type { Language } from '#contract/shapes.ts'

/** The steps of somebody who is still typing. */
export type Step = 'country' | 'licence'

/** An application before anything of it is kept. */
export const nothingTyped: ApplicationForm = { country: null, number: null, legalName: null, formerNames: [], specialty: null }

/** The step where something is missing first. */
export const firstOpenStep = ({ missing }: Pick<Application, 'missing'>): Step => (missing.includes('country') ? 'country' : 'licence')

/** What is wrong with a number as it stands; null when nothing is. */
export const whyNotNumber = (country: string, typed: string): 'missing' | 'format' | 'check-digit' | null => {
  const scheme = findCountry(country)?.scheme
  if (typed.trim() === '' || !scheme) return 'missing'
  const reading = readLicenceNumber(scheme, typed)
  return 'problem' in reading ? reading.problem : null
}

/** All specialties in the order of the reader's alphabet. */
export const specialtyOptions = (language: Language) =>
  specialties
    .map((specialty) => ({ value: specialty.code, label: specialty[language] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))

/** What a way of proving ties together. */
export const bindsBy: Readonly<Record<ProofMethod, 'both' | 'person' | 'record'>> = {
  login: 'both',
  certificate: 'both',
  'contact-code': 'record',
  'birth-date': 'record',
  'id-check': 'person',
  documents: 'person',
  interview: 'person',
  mailbox: 'record',
  vouch: 'record',
  callback: 'record',
  'live-credential': 'record',
}

/** How far a way has come: the best of what was tried. */
export const progressOf = (proofs: readonly MyProof[], method: ProofMethod): MyProof['state'] | null =>
  (['passed', 'asked', 'failed'] as const).find((state) => proofs.some((proof) => proof.method === method && proof.state === state)) ?? null

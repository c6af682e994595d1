import type { RegisterFlag } from '../RegisterAdapter.ts'

/** Codes of the physicians' group whose bearers are scientists. */
const scientists = new Set(['207SG0205X', '2085R0205X'])
/** Laboratory genetics, which PhDs practise as well as physicians. */
const laboratory = new Set(['207SC0300X', '207SG0202X', '207SG0203X'])
const oralSurgeon = '204E00000X'
const studentOrResident = '390200000X'

export type TaxonomyVerdict =
  | { readonly isPhysician: false }
  | { readonly isPhysician: true; readonly isTrainee: boolean; readonly flags: readonly RegisterFlag[] }

/**
 * Whether somebody with these provider taxonomy codes is a physician, as far as codes can say: they are self-declared.
 * A flag means that a person has to look.
 */
export const readTaxonomies = (codes: readonly string[], credential: string): TaxonomyVerdict => {
  const medical = codes.filter((code) => code.startsWith('20') && !scientists.has(code))
  if (medical.some((code) => !laboratory.has(code) && code !== oralSurgeon)) return { isPhysician: true, isTrainee: false, flags: [] }
  const isDoctor = hasMedicalDegree(credential)
  if (medical.some((code) => laboratory.has(code)))
    return { isPhysician: true, isTrainee: false, flags: isDoctor ? [] : ['may-be-scientist'] }
  if (medical.includes(oralSurgeon)) return { isPhysician: true, isTrainee: false, flags: ['may-be-dentist'] }
  if (codes.includes(studentOrResident)) return { isPhysician: true, isTrainee: true, flags: ['student-or-resident'] }
  return { isPhysician: false }
}

/** M.D., D.O. or MBBS among what stands behind a name. */
export const hasMedicalDegree = (credential: string): boolean =>
  credential
    .toUpperCase()
    .split(/[\s,;/&]+/)
    .some((word) => /^(MD|DO|MBBS|MBBCH|MBCHB|MDPHD|MDMPH)$/.test(word.replace(/[^A-Z]/g, '')))

/** Whether an NPI is switched off: deactivated, and not reactivated since. Days are `MM/DD/YYYY` or empty. */
export const isDeactivated = (deactivated: string, reactivated: string): boolean =>
  deactivated !== '' && (reactivated === '' || inOrder(reactivated) < inOrder(deactivated))

const inOrder = (day: string): string => day.slice(6) + day.slice(0, 2) + day.slice(3, 5)

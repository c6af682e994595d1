import type { LicenceScheme } from './countries.ts'

/** Numbers that go with a licence or stand for it in one place: logins and certificates carry them. */
export const otherNumbers = [
  /** Healthcare Provider Identifier of an individual, Australia. */
  { code: 'au-hpii', country: 'AU', format: /^800361\d{10}$/, drop: null, check: 'luhn' },
  /** Health Provider Index, New Zealand. */
  { code: 'nz-hpi-cpn', country: 'NZ', format: /^\d{2}[A-Z]{4}$/, drop: null, check: null },
  /** Medical Identification Number for Canada: its last digit is a check whose rule is not published. */
  { code: 'ca-minc', country: 'CA', format: /^CAMD\d{8}$/, drop: null, check: null },
  /** College of Physicians and Surgeons of Ontario. */
  { code: 'ca-on-cpso', country: 'CA', format: /^\d{5,6}$/, drop: /^CPSO/, check: null },
] as const satisfies readonly (NumberForm & { readonly code: string; readonly country: string })[]

type NumberForm = Pick<LicenceScheme, 'format' | 'drop' | 'check'>

import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'

/** An invented doctor who waits at the demo's desk. The numbers have the right form and belong to nobody we know of. */
export interface DemoApplicantForm {
  readonly address: string
  readonly language: 'en' | 'es'
  readonly form: {
    readonly country: CountryCode
    readonly number: string
    readonly legalName: string
    readonly formerNames: string[]
    readonly specialty: SpecialtyCode
  }
  readonly waitingMinutes: number
}

export const demoApplicants: readonly DemoApplicantForm[] = [
  {
    address: 'lucia@demo.example',
    language: 'es',
    form: { country: 'ES', number: '282800001', legalName: 'Lucía Inventada Soto', formerNames: [], specialty: 'cardiology' },
    waitingMinutes: 185,
  },
  {
    address: 'owen@demo.example',
    language: 'en',
    form: { country: 'GB', number: '0000017', legalName: 'Owen Fictional', formerNames: [], specialty: 'general-practice' },
    waitingMinutes: 160,
  },
  {
    address: 'marisol@demo.example',
    language: 'es',
    form: {
      country: 'MX',
      number: '00000019',
      legalName: 'Marisol Imaginaria Luna',
      formerNames: ['Marisol Luna'],
      specialty: 'pediatrics',
    },
    waitingMinutes: 132,
  },
  {
    address: 'thandi@demo.example',
    language: 'en',
    form: { country: 'ZA', number: 'MP0000023', legalName: 'Thandi Makebelieve', formerNames: [], specialty: 'general-surgery' },
    waitingMinutes: 110,
  },
  {
    address: 'hana@demo.example',
    language: 'en',
    form: { country: 'NZ', number: '000029', legalName: 'Hana Pretend', formerNames: [], specialty: 'psychiatry' },
    waitingMinutes: 91,
  },
  {
    address: 'ray@demo.example',
    language: 'en',
    form: { country: 'US', number: '1000000004', legalName: 'Ray Madeup', formerNames: [], specialty: 'nephrology' },
    waitingMinutes: 58,
  },
]

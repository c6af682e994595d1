import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'

/** Somebody a visitor of the demo can enter as. None of them exists. */
export interface DemoPerson {
  readonly slug: 'gp-mexico' | 'cardiology-uk' | 'specialist-spain'
  readonly role: 'asker' | 'answerer' | 'specialist'
  readonly language: 'en' | 'es'
  readonly specialty: SpecialtyCode
  readonly country: CountryCode
  /** What they want to be asked about besides their specialty, so that there is something for them when a visitor enters. */
  readonly interests: readonly SpecialtyCode[]
  readonly moderator: boolean
  readonly label: { readonly en: string; readonly es: string }
}

export const demoPeople: readonly DemoPerson[] = [
  {
    slug: 'gp-mexico',
    role: 'asker',
    language: 'es',
    specialty: 'general-practice',
    country: 'MX',
    interests: ['emergency-medicine'],
    moderator: false,
    label: { en: 'A GP in Mexico who asks, in Spanish (demo)', es: 'Un médico general de México que pregunta, en español (demo)' },
  },
  {
    slug: 'cardiology-uk',
    role: 'answerer',
    language: 'en',
    specialty: 'pediatric-cardiology',
    country: 'GB',
    interests: ['cardiology', 'pediatric-emergency-medicine', 'critical-care-medicine'],
    moderator: false,
    label: {
      en: 'A paediatric cardiologist in the UK who answers, in English (demo)',
      es: 'Una cardióloga pediátrica del Reino Unido que responde, en inglés (demo)',
    },
  },
  {
    slug: 'specialist-spain',
    role: 'specialist',
    language: 'es',
    specialty: 'infectious-disease',
    country: 'ES',
    interests: ['tropical-travel-medicine', 'dermatology', 'hematology'],
    moderator: true,
    label: { en: 'An infectious-disease specialist in Spain, in Spanish (demo)', es: 'Una infectóloga de España, en español (demo)' },
  },
]

/** How many doctors the demo community has. */
export const doctorsInDemo = 1_400

/** How many doctors stand behind each label a case names, at least. */
export const doctorsPerLabel = 8

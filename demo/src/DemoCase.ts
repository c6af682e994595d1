import type { CountryCode } from '#atlas/countries.ts'
import type { VitalCode } from '#atlas/measures.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'

/** The same sentence in both languages, each written by a person. */
export interface Both {
  readonly en: string
  readonly es: string
}

/** A doctor of a demo case. `persona` names one of the people of "Enter as ..."; without it any demo doctor of that specialty and country is taken, the same one for the same `key` within a case. */
export interface DemoDoctor {
  readonly key: string
  readonly specialty: SpecialtyCode
  readonly country: CountryCode
  readonly persona?: 'gp-mexico' | 'cardiology-uk' | 'specialist-spain'
  /** Appears under this invented name (only personas and named authors have one); without it, anonymous. */
  readonly name?: string
}

/** A laboratory value: the name is a text in both languages, the figures are written with a decimal point and localised when shown. */
export interface DemoLab {
  readonly name: Both
  readonly value: string
  readonly unit: string
  readonly range?: string
  readonly flag?: 'high' | 'low'
}

export interface DemoImage {
  /** File in demo/images, without folder; an SVG drawn for the demo, or a DICOM phantom computed for it. */
  readonly file: string
  readonly caption: Both
  readonly kind: 'photo' | 'radiology' | 'ecg' | 'pathology' | 'drawing' | 'other'
}

/** Something said after the case was asked. */
export interface DemoEvent {
  /** Unique within the case; needed where something replies to it or the outcome says it helped. */
  readonly id: string
  /** Minutes after the case was asked; ascending through the list. */
  readonly at: number
  /** `key` of a doctor of this case; 'asker' for the asker. */
  readonly by: string
  readonly kind: 'answer' | 'question-back' | 'comment' | 'update'
  /** The language its author wrote it in. */
  readonly language: 'en' | 'es'
  readonly text: Both
  readonly replyTo?: string
  readonly confidence?: 'likely' | 'possible' | 'long-shot'
  readonly seen?: 'never' | 'once' | 'few' | 'many'
  /** Places in the images it points at, in pixels of each; its texts name them by these numbers. */
  readonly pins?: readonly { readonly number: number; readonly file: string; readonly x: number; readonly y: number }[]
  /** New values an update brings. */
  readonly labs?: readonly DemoLab[]
}

export interface DemoCase {
  readonly slug: string
  /** The language the asker writes in. */
  readonly language: 'en' | 'es'
  readonly mode: 'ask' | 'share'
  /** Hours before the demo is made that the case was asked. */
  readonly hoursAgo: number
  readonly asker: DemoDoctor
  readonly doctors: readonly DemoDoctor[]
  /** At most 140 characters in both languages. */
  readonly question: Both
  readonly questionTypes: readonly ('what-is-it' | 'what-next' | 'how-to-treat' | 'interpret-this' | 'refer-or-not' | 'public-health')[]
  readonly specialties: readonly SpecialtyCode[]
  readonly urgency: 'minutes' | 'hours' | 'days' | 'no-hurry'
  readonly patient: { readonly ageBand: string; readonly sex: 'female' | 'male' | 'other'; readonly pregnant?: boolean }
  readonly sections: {
    readonly chiefComplaint?: Both
    readonly history?: Both
    readonly medicines?: Both
    readonly allergies?: Both
    readonly examination?: Both
    readonly doneSoFar?: Both
    readonly constraints?: Both
    readonly resources?: Both
  }
  readonly vitals: readonly { readonly code: VitalCode; readonly value: string }[]
  readonly labs: readonly DemoLab[]
  /** What the asker thinks, ranked, at most five. */
  readonly suspicions: readonly Both[]
  readonly images: readonly DemoImage[]
  readonly consent: 'none-needed' | 'written' | 'in-app' | 'emergency'
  readonly audience: 'everyone' | 'specialties'
  readonly events: readonly DemoEvent[]
  /** Set when the case ends as a working diagnosis. */
  readonly workingDiagnosis?: { readonly at: number; readonly text: Both }
  readonly outcome?: {
    readonly at: number
    readonly finalDiagnosis: Both
    readonly confirmedBy: 'pathology' | 'imaging' | 'laboratory' | 'clinical-course' | 'specialist' | 'other'
    readonly course: Both
    readonly learningPoint: Both
    /** Ids of the events that helped. */
    readonly helped: readonly string[]
  }
  /** Doctors other than the asker who had the story on screen, and how often altogether (each at most once in 30 minutes). Told one by one by the seeder, never set. */
  readonly seenBy: { readonly doctors: number; readonly views: number }
}

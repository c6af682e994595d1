import { findCountry, regions } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import type { Label, Language } from '#contract/shapes.ts'

export interface LabelWords {
  readonly doctor: string
  readonly everywhere: string
}

/** A specialty as it stands within a sentence. */
export const specialtyWithin = (code: string, language: Language): string => {
  const name = findSpecialty(code)?.[language] ?? code
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
}

/** Specialties as one phrase that begins a line: "Paediatrics, respiratory medicine". */
export const specialtiesInLine = (codes: readonly string[], language: Language): string =>
  codes.map((code, index) => (index === 0 ? (findSpecialty(code)?.[language] ?? code) : specialtyWithin(code, language))).join(', ')

/** Where a doctor practises, as far as their label says it. */
export const placeName = (place: string | null, language: Language, everywhere: string): string =>
  place === null ? everywhere : (findCountry(place)?.[language] ?? regions.find(({ code }) => code === place)?.[language] ?? place)

/** What a label says of a doctor, in two parts: "cardiology", "Spain". */
export const labelParts = (
  label: Label,
  language: Language,
  words: LabelWords,
): { readonly specialty: string; readonly place: string } => ({
  specialty: label.specialty === null ? words.doctor : specialtyWithin(label.specialty, language),
  place: placeName(label.place, language, words.everywhere),
})
